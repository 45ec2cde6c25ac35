package landspout.samples.conformance;

import static landspout.web.Route.route;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import landspout.http.HttpServerRequest;
import landspout.web.HttpError;
import landspout.web.Route;
import landspout.web.StreamRequestBody;

/** Requests sent back as they came. */
final class EchoHandlers {

    private EchoHandlers() {}

    static Route[] routes() {
        return new Route[] {
            route("/echo/body", Body::new),
            route("/echo/digest", Digest::new),
            route("/echo/request(/.*)?", Request::new),
            route("/stream/count", StreamCount::new)
        };
    }

    private static final class Body extends Base {
        @Override
        protected void post() {
            setHeader("Content-Type", request().headers().get("Content-Type", "application/x-absent"));
            write(request().body());
        }

        @Override
        protected void put() {
            post();
        }

        @Override
        protected void patch() {
            post();
        }

        @Override
        protected void delete() {
            post();
        }
    }

    private static final class Digest extends Base {
        @Override
        protected void post() {
            byte[] body = request().body();
            write(Map.of("length", body.length, "sha256", Octets.sha256(body)));
        }

        @Override
        protected void put() {
            post();
        }
    }

    private static final class Request extends Base {
        @Override
        protected void get() {
            HttpServerRequest request = request();
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("method", request.method());
            facts.put("uri", request.uri());
            facts.put("path", request.path());
            facts.put("query", request.query());
            facts.put("host", request.host());
            facts.put("host_name", request.hostName());
            facts.put("protocol", request.protocol());
            facts.put("full_url", request.fullUrl());
            facts.put("body_length", request.body().length);
            write(facts);
        }

        @Override
        protected void post() {
            get();
        }
    }

    @StreamRequestBody
    private static final class StreamCount extends Base {

        private long count;

        @Override
        protected void prepare() {
            if (request().headers().get("X-Refuse", "").equals("yes")) {
                throw new HttpError(413);
            }
        }

        @Override
        protected void dataReceived(ByteBuffer chunk) {
            count += chunk.remaining();
        }

        @Override
        protected void post() {
            write(Map.of("streamed", count));
        }

        @Override
        protected void put() {
            post();
        }

        @Override
        protected void get() {
            write("get of a streaming handler");
        }
    }
}
