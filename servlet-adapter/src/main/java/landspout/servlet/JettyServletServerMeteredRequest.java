package landspout.servlet;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** A request whose body is read as it comes in, and fails when that is too slow. */
final class JettyServletServerMeteredRequest extends Request.Wrapper {

    private final UploadRate rate;

    JettyServletServerMeteredRequest(Request request, UploadRate rate) {
        super(request);
        this.rate = rate;
    }

    @Override
    public Content.@Nullable Chunk read() {
        Content.Chunk chunk = super.read();
        if (chunk == null || Content.Chunk.isFailure(chunk)) {
            return chunk;
        }
        rate.received(chunk.remaining());
        if (!chunk.isLast() && rate.isTooSlow()) {
            chunk.release();
            return Content.Chunk.from(rate.tooSlow());
        }
        return chunk;
    }

    @Override
    public void demand(Runnable callback) {
        rate.waiting();
        super.demand(callback);
    }
}
