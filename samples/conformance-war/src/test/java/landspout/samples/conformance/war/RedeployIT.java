package landspout.samples.conformance.war;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A container lives on while a WAR is deployed, used and undeployed: nothing of the WAR may stay. */
final class RedeployIT {

    private static final int CYCLES = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration TIME_TO_TELL_A_LEAK = Duration.ofSeconds(3);

    enum Kind {
        TOMCAT {
            @Override
            EmbeddedServer start(Path directory) throws Exception {
                return new TomcatServer(directory);
            }
        },
        JETTY {
            @Override
            EmbeddedServer start(Path directory) throws Exception {
                return new JettyServer(directory);
            }
        };

        abstract EmbeddedServer start(Path directory) throws Exception;
    }

    interface Use {
        void use(ClassLoader loader) throws Exception;
    }

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void everyClassLoaderIsCollected(Kind kind) throws Exception {
        EmbeddedServer server = kind.start(directory);
        try {
            Undeployed undeployed = new Undeployed();
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                cycle(server, undeployed, loader -> {});
            }
            assertThat(undeployed.leaked(PATIENCE)).isZero();
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anObjectThatIsKeptIsALeak(Kind kind) throws Exception {
        List<Object> kept = new ArrayList<>();
        EmbeddedServer server = kind.start(directory);
        try {
            Undeployed undeployed = new Undeployed();
            cycle(server, undeployed, loader -> kept.add(anObjectOf(loader)));
            cycle(server, undeployed, loader -> {});
            assertThat(undeployed.leaked(TIME_TO_TELL_A_LEAK)).isOne();
            Reference.reachabilityFence(kept);
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aThreadLocalOfAPooledThreadIsALeak(Kind kind) throws Exception {
        ThreadLocal<Object> threadLocal = new ThreadLocal<>();
        ExecutorService pool = Executors.newSingleThreadExecutor();
        EmbeddedServer server = kind.start(directory);
        try {
            Undeployed undeployed = new Undeployed();
            cycle(server, undeployed, loader -> {
                Object object = anObjectOf(loader);
                pool.submit(() -> threadLocal.set(object)).get();
            });
            cycle(server, undeployed, loader -> {});
            assertThat(undeployed.leaked(TIME_TO_TELL_A_LEAK)).isOne();
        } finally {
            pool.shutdownNow();
            server.stop();
        }
    }

    private static void cycle(EmbeddedServer server, Undeployed undeployed, Use use) throws Exception {
        ClassLoader loader = server.deploy();
        undeployed.add(loader);
        new Visitor(server.port()).visit();
        use.use(loader);
        server.undeploy();
    }

    private static Object anObjectOf(ClassLoader loader) throws ReflectiveOperationException {
        Class<?> type = loader.loadClass("landspout.samples.conformance.ConformanceApplication");
        assertThat(type.getClassLoader()).isSameAs(loader);
        return type.getDeclaredConstructor().newInstance();
    }
}
