package landspout.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import landspout.http.Cookie;
import landspout.http.HeaderMap;
import landspout.http.HeaderSyntax;
import landspout.http.HttpExchange;
import landspout.http.HttpOutputError;
import landspout.http.HttpStatus;
import landspout.http.UnsupportedFeatureException;
import org.jspecify.annotations.Nullable;

/** A handler's answer as it grows: status, header fields, cookies, and what has been written. */
final class Response {

    static final String HTML = "text/html; charset=UTF-8";

    private final HttpExchange exchange;
    private final @Nullable GzipEncoding encoding;
    private final HeaderMap headers = new HeaderMap();
    private final OutputBuffer buffer = new OutputBuffer();
    private int status = 200;
    private String reason = "OK";
    private @Nullable Map<String, Cookie> cookies;
    private boolean finished;

    Response(HttpExchange exchange, @Nullable GzipEncoding encoding) {
        this.exchange = exchange;
        this.encoding = encoding;
    }

    /** Back to the begin: nothing written, default status and header fields. Cookies stay, as in Tornado. */
    void clear() {
        headers.clear();
        headers.set("Content-Type", HTML);
        buffer.clear();
        status = 200;
        reason = "OK";
    }

    HeaderMap headers() {
        return headers;
    }

    OutputBuffer buffer() {
        return buffer;
    }

    int status() {
        return status;
    }

    String reason() {
        return reason;
    }

    boolean isStarted() {
        return exchange.isStarted();
    }

    boolean isFinished() {
        return finished;
    }

    boolean isCompressible() {
        return encoding != null && encoding.suits(headers);
    }

    void setStatus(int code, @Nullable String phrase) {
        requireNotStarted();
        // A final answer is none below 200: every container sends it as an interim one, and the client waits for ever.
        if (code < 200 || code > 999) {
            throw new IllegalArgumentException("not the status of an answer: " + code);
        }
        status = code;
        reason = phrase == null ? HttpStatus.reason(code) : isPlain(phrase) ? phrase : "Unknown";
    }

    private static boolean isPlain(String phrase) {
        return HeaderSyntax.isFieldValue(phrase) && phrase.indexOf('<') < 0;
    }

    void requireNotStarted() {
        if (exchange.isStarted()) {
            throw new HttpOutputError("the response has already begun: its headers were written");
        }
    }

    void setHeader(String name, String value) {
        requireNotStarted();
        requireEndToEnd(name);
        headers.set(name, value);
    }

    void addHeader(String name, String value) {
        requireNotStarted();
        requireEndToEnd(name);
        headers.add(name, value);
    }

    /** Connection and its like belong to the host (RFC 9110, 7.6.1): Tomcat sends broken answers when they are set. */
    private static void requireEndToEnd(String name) {
        switch (name.length()) {
            case 2, 7, 10, 16, 17 -> {
                if (name.equalsIgnoreCase("TE")
                        || name.equalsIgnoreCase("Trailer")
                        || name.equalsIgnoreCase("Upgrade")
                        || name.equalsIgnoreCase("Connection")
                        || name.equalsIgnoreCase("Keep-Alive")
                        || name.equalsIgnoreCase("Proxy-Connection")
                        || name.equalsIgnoreCase("Transfer-Encoding")) {
                    throw new IllegalArgumentException("the header " + name + " belongs to the server");
                }
            }
            default -> {}
        }
    }

    void setCookie(Cookie cookie) {
        requireNotStarted();
        if (cookies == null) {
            cookies = new LinkedHashMap<>();
        }
        cookies.put(cookie.name(), cookie);
    }

    void write(byte[] piece) {
        if (finished) {
            throw new HttpOutputError("cannot write() after finish()");
        }
        buffer.append(piece);
    }

    /** Sends what has been written. */
    CompletionStage<Void> flush(boolean last) {
        exchange.refusal().ifPresent(refusal -> {
            throw refusal;
        });
        return exchange.isStarted() ? sendMore(last) : sendFirst(last);
    }

    CompletionStage<Void> finish() {
        if (finished) {
            throw new HttpOutputError("finish() called twice");
        }
        CompletionStage<Void> sent = flush(true);
        finished = true;
        return sent;
    }

    /** Puts into the header what is known of the body. */
    private void describeBody(boolean whole) {
        if (status == 204 || status == 304) {
            if (buffer.length() > 0) {
                throw new HttpOutputError("a response with status " + status + " has no body");
            }
            headers.remove("Content-Encoding");
            headers.remove("Content-Language");
            headers.remove("Content-Length");
            headers.remove("Content-MD5");
            headers.remove("Content-Range");
            headers.remove("Content-Type");
        } else if (whole && !headers.contains("Content-Length")) {
            headers.set("Content-Length", Integer.toString(buffer.length()));
        }
    }

    private CompletionStage<Void> sendFirst(boolean last) {
        describeBody(last);
        byte[] data = buffer.data();
        int length = buffer.length();
        if (encoding != null && encoding.begin(headers, length, last)) {
            data = encoding.encode(data, length, last);
            length = data.length;
            if (last) {
                headers.set("Content-Length", Integer.toString(length));
            } else {
                headers.remove("Content-Length");
            }
        }
        if (cookies != null) {
            for (Cookie cookie : cookies.values()) {
                headers.add("Set-Cookie", cookie.toHeaderValue());
            }
        }
        CompletionStage<Void> sent = exchange.start(status, reason, headers, data, 0, length, last);
        buffer.clear();
        return sent;
    }

    private CompletionStage<Void> sendMore(boolean last) {
        byte[] data = buffer.data();
        int length = buffer.length();
        if (encoding != null && encoding.isCompressing()) {
            data = encoding.encode(data, length, last);
            length = data.length;
        }
        buffer.clear();
        return exchange.write(data, 0, length, last);
    }

    /** Something else has answered through the exchange. */
    void surrender() {
        if (exchange.isStarted()) {
            status = exchange.status();
        }
        finished = true;
    }

    /** Answers 501 in the place of whatever was to be sent. */
    void refuse(UnsupportedFeatureException refusal) {
        clear();
        status = 501;
        reason = HttpStatus.reason(status);
        byte[] page = ErrorPage.of(status, reason, String.valueOf(refusal.getMessage()));
        headers.set("Content-Length", Integer.toString(page.length));
        exchange.start(status, reason, headers, page, 0, page.length, true);
        finished = true;
    }

    /** Frees what the response holds, however it ended. */
    void close() {
        if (encoding != null) {
            encoding.close();
        }
    }
}
