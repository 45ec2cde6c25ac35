package landspout.benchmarks;

import com.sun.management.ThreadMXBean;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;

/** Passes everything on to another servlet and, when it is asked to, adds up what that one allocates. */
final class MeasuredServlet implements Servlet {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Servlet servlet;
    private final AtomicLong allocated;
    private volatile boolean measuring;

    /** Adds to the given sum. */
    MeasuredServlet(Servlet servlet, AtomicLong allocated) {
        this.servlet = servlet;
        this.allocated = allocated;
    }

    void measure(boolean on) {
        measuring = on;
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        if (!measuring) {
            servlet.service(request, response);
            return;
        }
        long before = THREADS.getCurrentThreadAllocatedBytes();
        servlet.service(request, response);
        allocated.addAndGet(THREADS.getCurrentThreadAllocatedBytes() - before);
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        servlet.init(config);
    }

    @Override
    public ServletConfig getServletConfig() {
        return servlet.getServletConfig();
    }

    @Override
    public String getServletInfo() {
        return servlet.getServletInfo();
    }

    @Override
    public void destroy() {
        servlet.destroy();
    }
}
