package landspout.samples.conformance.war;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A container lives on while a WAR is deployed, used and undeployed: nothing of the WAR may stay. */
final class RedeployIT {

    private static final int CYCLES = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration TIME_TO_TELL_A_LEAK = Duration.ofSeconds(2);

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

    static Stream<Arguments> leaks() {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> Arrays.stream(Plant.values()).map(plant -> Arguments.of(kind, plant)));
    }

    /** The check above can fail. */
    @ParameterizedTest
    @MethodSource("leaks")
    void aLeakIsTold(Kind kind, Plant plant) throws Exception {
        Plant.Pot pot = new Plant.Pot();
        EmbeddedServer server = kind.start(directory);
        try {
            Undeployed undeployed = new Undeployed();
            cycle(server, undeployed, loader -> plant.plant(pot, anObjectOf(loader)));
            cycle(server, undeployed, loader -> {});
            assertThat(undeployed.leaked(TIME_TO_TELL_A_LEAK)).isOne();
            Reference.reachabilityFence(pot.kept());
        } finally {
            pot.end();
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
