package landspout.benchmarks;

import java.nio.charset.StandardCharsets;

/** The requests that are measured, octet by octet. */
enum Scenario {
    HELLO("GET /", get("/")),
    JSON("GET /json", get("/json")),
    USER("GET /users/42", get("/users/42")),
    ECHO("POST /echo", post("/echo", "text=" + "a+b%21".repeat(170)));

    private final String title;
    private final byte[] request;

    Scenario(String title, String request) {
        this.title = title;
        this.request = request.getBytes(StandardCharsets.US_ASCII);
    }

    String title() {
        return title;
    }

    byte[] request() {
        return request;
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: benchmarks\r\nAccept: */*\r\n\r\n";
    }

    private static String post(String path, String form) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: benchmarks\r\nAccept: */*\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n\r\n"
                + form;
    }
}
