package landspout.samples.conformance.golden;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java in a process of its own, on the version that runs the tests, with its output in a file. */
final class ContainerProcess implements AutoCloseable {

    private static final long MILLISECONDS_BETWEEN_LOOKS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final Path log;

    private ContainerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts Java with these arguments in this directory, where also the log is. */
    static ContainerProcess start(Path directory, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx256m");
        command.addAll(arguments);
        Path log = directory.resolve("container.log");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        // The tests may be ended before they come to close().
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new ContainerProcess(process, log);
    }

    /** Waits until the log has this. */
    MatchResult await(Pattern pattern) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (true) {
            boolean ended = process.waitFor(MILLISECONDS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
            Matcher matcher = pattern.matcher(log());
            if (matcher.find()) {
                return matcher.toMatchResult();
            }
            if (ended || System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException("no " + pattern + (ended ? ", and it has ended, in " : " in ") + log);
            }
        }
    }

    /** Waits until it has ended of itself. */
    void awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("has not ended: " + log);
        }
    }

    /** Asks it to stop, and waits until it has. */
    void stop() throws InterruptedException {
        process.destroy();
        awaitEnd();
    }

    String log() throws IOException {
        return Files.readString(log, StandardCharsets.ISO_8859_1);
    }

    /** Ends it whatever it is doing. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
