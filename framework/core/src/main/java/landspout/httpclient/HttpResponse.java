package landspout.httpclient;

import landspout.http.HttpHeaders;

/**
 * What was fetched; Tornado's {@code HTTPResponse}.
 *
 * @param request what it answers
 * @param code the status
 * @param headers the fields that came
 * @param body the octets that came
 */
public record HttpResponse(HttpRequest request, int code, HttpHeaders headers, byte[] body) {}
