package landspout.servlet;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The containers that every test of the adapter runs in, as they come out of the box. */
enum TestContainer {
    JETTY {
        @Override
        Running start(String contextPath, Deployer deployer) throws Exception {
            Server server = new Server();
            ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory());
            server.addConnector(connector);
            ServletContextHandler context = new ServletContextHandler(contextPath.isEmpty() ? "/" : contextPath);
            context.addServletContainerInitializer(initializer(deployer));
            server.setHandler(context);
            try {
                server.start();
            } catch (Exception failed) {
                server.stop();
                throw failed;
            }
            return new Running() {
                @Override
                int port() {
                    return connector.getLocalPort();
                }

                @Override
                void stop() throws Exception {
                    server.stop();
                }
            };
        }
    },

    TOMCAT {
        @Override
        Running start(String contextPath, Deployer deployer) throws Exception {
            return startTomcat(contextPath, deployer, true);
        }
    };

    /** Registers servlets and filters. */
    interface Deployer {
        void deploy(ServletContext context) throws ServletException;
    }

    abstract static class Running implements AutoCloseable {
        abstract int port();

        abstract void stop() throws Exception;

        @Override
        public final void close() {
            try {
                stop();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }

        RawHttp.Answer get(String target) {
            return RawHttp.get(port(), target);
        }
    }

    abstract Running start(String contextPath, Deployer deployer) throws Exception;

    /** With a servlet at a mapping, initialised at deployment. */
    Running start(String contextPath, String mapping, Servlet servlet) throws Exception {
        return start(contextPath, context -> {
            var registration = context.addServlet("adapter", servlet);
            registration.addMapping(mapping);
            registration.setLoadOnStartup(1);
        });
    }

    /** As it comes out of the box: a servlet that does not start is logged, and the context starts without it. */
    static Running startForgivingTomcat(Deployer deployer) throws Exception {
        return startTomcat("", deployer, false);
    }

    private static Running startTomcat(String contextPath, Deployer deployer, boolean failsWithItsServlets)
            throws Exception {
        Path directory = Files.createTempDirectory(Path.of("target"), "tomcat");
        Tomcat tomcat = new Tomcat();
        tomcat.setSilent(true);
        tomcat.setBaseDir(directory.toString());
        tomcat.setPort(0);
        tomcat.getConnector();
        Context context = tomcat.addContext(contextPath, null);
        ((StandardContext) context).setFailCtxIfServletStartFails(failsWithItsServlets);
        context.addServletContainerInitializer(initializer(deployer), null);
        tomcat.start();
        Running running = new Running() {
            @Override
            int port() {
                return tomcat.getConnector().getLocalPort();
            }

            @Override
            void stop() throws LifecycleException {
                tomcat.stop();
                tomcat.destroy();
            }
        };
        if (context.getState() != LifecycleState.STARTED) {
            running.close();
            throw new ServletException("the context does not start");
        }
        return running;
    }

    private static ServletContainerInitializer initializer(Deployer deployer) {
        return (classes, context) -> deployer.deploy(context);
    }
}
