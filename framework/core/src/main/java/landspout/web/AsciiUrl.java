package landspout.web;

import landspout.escape.Escape;

/** Addresses have no characters beyond ASCII (RFC 3986, 2); text that has is taken for UTF-8 not yet escaped. */
final class AsciiUrl {

    private AsciiUrl() {}

    static String of(String url) {
        StringBuilder ascii = new StringBuilder(url.length() + 16);
        int i = 0;
        while (i < url.length()) {
            int end = i;
            while (end < url.length() && url.charAt(end) > 0x7f) {
                end++;
            }
            if (end > i) {
                ascii.append(Escape.pathEscape(url.substring(i, end)));
                i = end;
            } else {
                ascii.append(url.charAt(i++));
            }
        }
        return ascii.toString();
    }
}
