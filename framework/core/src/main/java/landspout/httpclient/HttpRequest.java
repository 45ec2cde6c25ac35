package landspout.httpclient;

import landspout.http.HeaderMap;
import landspout.http.HttpHeaders;

/**
 * What to fetch; Tornado's client-side {@code HTTPRequest}.
 *
 * @param method such as {@code GET}
 * @param url the whole address
 * @param headers the fields to send
 * @param body the octets to send; empty for none
 */
public record HttpRequest(String method, String url, HttpHeaders headers, byte[] body) {

    /** A GET without further header fields. */
    public static HttpRequest get(String url) {
        return new HttpRequest("GET", url, new HeaderMap(), new byte[0]);
    }
}
