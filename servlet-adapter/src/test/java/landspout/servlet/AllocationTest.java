package landspout.servlet;

import static landspout.web.Route.route;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.lang.management.ManagementFactory;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicLong;
import landspout.web.Application;
import landspout.web.RequestHandler;
import org.junit.jupiter.api.Test;

/** The adapter's way is a hot one. */
class AllocationTest {

    private static final int WARM_UP = 20_000;
    private static final int MEASURED = 5_000;

    private static final class Hello extends RequestHandler {
        @Override
        protected void get() {
            write("Hello, world");
        }
    }

    @Test
    void allocatesLittleForAPlainRequest() throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        AtomicLong allocated = new AtomicLong();
        Filter measuring = (request, response, chain) -> {
            long before = threads.getCurrentThreadAllocatedBytes();
            chain.doFilter(request, response);
            allocated.addAndGet(threads.getCurrentThreadAllocatedBytes() - before);
        };
        Application application = Application.of(route("/", Hello::new));
        try (var running = TestContainer.JETTY.start("", context -> {
                    context.addServlet("adapter", new ServletAdapter(application))
                            .addMapping("/*");
                    context.addFilter("measuring", measuring)
                            .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
                });
                RawHttp connection = new RawHttp(running.port())) {
            exchange(connection, WARM_UP);
            allocated.set(0);
            exchange(connection, MEASURED);

            assertThat(allocated.get() / MEASURED).isLessThan(1_500);
        }
    }

    private static void exchange(RawHttp connection, int times) {
        for (int i = 0; i < times; i++) {
            connection.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
            connection.readUntil("Hello, world");
        }
    }
}
