package landspout.samples.hello;

import landspout.web.RequestHandler;

final class MainHandler extends RequestHandler {

    @Override
    protected void get() {
        write("Hello, world");
    }
}
