package landspout.samples.hello;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MainTest {

    private static final Pattern LISTENING = Pattern.compile("listening on (http://\\S+)");

    @Test
    void servesHelloUntilItIsTerminated() throws Exception {
        Process hello = start("--port", "0");
        try (BufferedReader output = hello.inputReader()) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address(output)).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("Hello, world");

            // SIGTERM, on whatever has it.
            hello.destroy();
            assertThat(hello.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            hello.destroyForcibly();
        }
    }

    @Test
    void aTakenPortIsSaidInOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Process hello = start("--port", Integer.toString(taken.getLocalPort()));
            try (BufferedReader output = hello.inputReader()) {
                List<String> lines = output.lines().toList();
                assertThat(lines)
                        .contains("cannot listen on 127.0.0.1:" + taken.getLocalPort() + ": the port is taken")
                        .noneMatch(line -> line.startsWith("\tat "));
                assertThat(hello.waitFor()).isEqualTo(1);
            } finally {
                hello.destroyForcibly();
            }
        }
    }

    @Test
    void aPortThatCannotBeIsSaidInOneLine() throws Exception {
        Process hello = start("--port", "65536");
        try (BufferedReader output = hello.inputReader()) {
            assertThat(output.lines()).containsExactly("a port is a number from 0 to 65535, not 65536");
            assertThat(hello.waitFor()).isEqualTo(1);
        } finally {
            hello.destroyForcibly();
        }
    }

    @Test
    void aWrongOptionIsTold() throws Exception {
        Process hello = start("--prot", "1");
        try (BufferedReader output = hello.inputReader()) {
            assertThat(output.lines()).contains("usage: hello [--host 127.0.0.1] [--port 8888]");
            assertThat(hello.waitFor()).isEqualTo(2);
        } finally {
            hello.destroyForcibly();
        }
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static URI address(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                return URI.create(listening.group(1));
            }
        }
        throw new IOException("the server ended before it listened");
    }
}
