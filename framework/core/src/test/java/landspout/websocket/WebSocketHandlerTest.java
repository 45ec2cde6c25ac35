package landspout.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Handlers on open sockets, through the seam that hosts use. */
class WebSocketHandlerTest {

    private final FakeConnection connection = new FakeConnection();
    private final List<String> heard = new ArrayList<>();

    private final class Recorder extends WebSocketHandler {
        @Override
        protected void open() {
            heard.add("open " + selectedSubprotocol().orElse("-"));
            writeMessage("welcome");
        }

        @Override
        protected void onMessage(String message) throws Exception {
            heard.add("text " + message);
            switch (message) {
                case "json" -> writeMessage(Map.of("markup", "</b>"));
                case "octets" -> writeMessage(new byte[] {'a', (byte) 0xE9});
                case "ping" -> ping(new byte[125]);
                case "nodelay" -> setNodelay(true);
                case "bye" -> close(1000, "as you wish");
                case "fail" -> throw new Exception("secret detail");
                default -> writeMessage(message);
            }
        }

        @Override
        protected void onPing(byte[] data) {
            heard.add("ping " + data.length);
        }

        @Override
        protected void onPong(byte[] data) {
            heard.add("pong " + data.length);
        }

        @Override
        protected void onClose() {
            heard.add("close " + (closeCode().isPresent() ? closeCode().getAsInt() : "-") + " "
                    + closeReason().orElse("-"));
        }

        @Override
        protected void logException(Throwable failure) {
            heard.add("failed " + failure.getMessage());
        }
    }

    private final Recorder handler = new Recorder();

    private WebSocketEvents connect() {
        WebSocketEvents events = handler.connect(connection, Optional.of("chat"));
        events.opened();
        return events;
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            hello ☃, text hello ☃
            json,    text {"markup":"<\\/b>"}
            octets,  binary aé
            ping,    ping 125
            nodelay, nodelay true
            bye,     close 1000 as you wish
            fail,    close 1011 -
            """)
    void sendsWhatTheHandlerSays(String message, String sent) {
        connect().text(message);

        assertThat(connection.sent).containsExactly("text welcome", sent);
    }

    @Test
    void hearsEverythingInOrderAndOfTheEndOnce() {
        WebSocketEvents events = connect();
        events.text("a");
        events.ping(new byte[3]);
        events.pong(new byte[0]);
        events.closed(OptionalInt.of(4001), Optional.of("tired"));
        events.closed(OptionalInt.empty(), Optional.empty());

        assertThat(heard).containsExactly("open chat", "text a", "ping 3", "pong 0", "close 4001 tired");
    }

    @Test
    void aClientThatVanishesGivesNoCode() {
        connect().closed(OptionalInt.empty(), Optional.empty());

        assertThat(heard).containsExactly("open chat", "close - -");
        assertThat(handler.closeCode()).isEmpty();
    }

    @Test
    void aFailureIsLoggedAndClosesTheSocket() {
        connect().text("fail");

        assertThat(heard).contains("failed secret detail");
        assertThat(connection.sent).contains("close 1011 -").noneMatch(sent -> sent.contains("secret"));
    }

    @Test
    void whatAHandlerDoesNotTakeClosesTheSocket() {
        connect().binary(new byte[] {1});

        assertThat(connection.sent).containsExactly("text welcome", "close 1003 binary messages are not taken here");
    }

    @Test
    void nothingIsSentBeforeTheSocketIsOpen() {
        assertThatThrownBy(() -> handler.writeMessage("a")).isInstanceOf(WebSocketClosedException.class);
        assertThatThrownBy(() -> handler.writeMessage(new byte[1])).isInstanceOf(WebSocketClosedException.class);
        assertThatThrownBy(() -> handler.writeMessage(Map.of())).isInstanceOf(WebSocketClosedException.class);
        assertThatThrownBy(() -> handler.ping(new byte[1])).isInstanceOf(WebSocketClosedException.class);
        handler.close();

        assertThat(connection.sent).isEmpty();
    }

    @Test
    void nothingIsSentAfterEitherSideHasBegunToClose() {
        WebSocketEvents events = connect();
        handler.close();
        handler.close(1001);

        assertThatThrownBy(() -> handler.writeMessage("late")).isInstanceOf(WebSocketClosedException.class);
        assertThat(connection.sent).containsExactly("text welcome", "close - -");

        events.text("already on its way");
        events.closed(OptionalInt.empty(), Optional.empty());
        assertThatThrownBy(() -> handler.writeMessage("later")).isInstanceOf(WebSocketClosedException.class);
        assertThat(heard)
                .containsExactly(
                        "open chat", "text already on its way", "failed the WebSocket is not open", "close - -");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 999, 1004, 1005, 1006, 1015, 2999, 5000, 65536})
    void codesThatNobodyMaySendAreRefused(int code) {
        connect();

        assertThatThrownBy(() -> handler.close(code)).isInstanceOf(IllegalArgumentException.class);
        assertThat(connection.sent).containsExactly("text welcome");
    }

    @Test
    void controlFramesAreShort() {
        connect();

        assertThatThrownBy(() -> handler.ping(new byte[126])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> handler.close(1000, "é".repeat(62))).isInstanceOf(IllegalArgumentException.class);
        handler.close(1000, "é".repeat(61));
        assertThat(connection.sent).hasSize(2);
    }
}
