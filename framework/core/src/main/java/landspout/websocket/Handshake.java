package landspout.websocket;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import landspout.http.HttpHeaders;

/** The client's side of the opening handshake, as the request's header fields show it (RFC 6455, 4.2.1). */
final class Handshake {

    static final String VERSION = "13";

    private static final int KEY_OCTETS = 16;

    private final HttpHeaders headers;

    Handshake(HttpHeaders headers) {
        this.headers = headers;
    }

    boolean asksForWebSocket() {
        return headers.get("Upgrade", "").equalsIgnoreCase("websocket");
    }

    boolean upgradesConnection() {
        return list("Connection").stream().anyMatch("upgrade"::equalsIgnoreCase);
    }

    /** Browsers always send one; early ones called it otherwise. */
    Optional<String> origin() {
        return headers.get("Origin").or(() -> headers.get("Sec-WebSocket-Origin"));
    }

    boolean hasVersion() {
        return headers.get("Sec-WebSocket-Version", "").equals(VERSION);
    }

    boolean hasKey() {
        try {
            return Base64.getDecoder().decode(headers.get("Sec-WebSocket-Key", "")).length == KEY_OCTETS;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private List<String> list(String name) {
        List<String> items = new ArrayList<>();
        for (String item : headers.get(name, "").split(",")) {
            items.add(item.strip());
        }
        return items;
    }
}
