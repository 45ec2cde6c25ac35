package landspout.escape;

/**
 * Finds addresses in escaped text as Tornado's pattern does, in one pass: Tornado's pattern itself can take exponential
 * time.
 */
final class Linkifier {

    private static final String WWW = "www.";
    private static final String CLOSING_PUNCTUATION = "!\"#$%'*+,.:;<=>?@[]^`{|}~";
    private static final int NONE = -1;

    private final String text;
    private final String extraParams;
    private final boolean requireProtocol;
    private final StringBuilder result = new StringBuilder();

    Linkifier(String text, String extraParams, boolean requireProtocol) {
        this.text = text;
        this.extraParams = extraParams.isBlank() ? "" : " " + extraParams.strip();
        this.requireProtocol = requireProtocol;
    }

    String linkify() {
        int done = 0;
        int word = NONE;
        int position = 0;
        while (position < text.length()) {
            char c = text.charAt(position);
            int rest = NONE;
            String scheme = "";
            if (isWord(c)) {
                boolean boundary = position == 0 || !isWord(text.charAt(position - 1));
                if (boundary && text.startsWith(WWW, position)) {
                    word = position;
                    rest = position + WWW.length();
                } else if (word == NONE) {
                    word = position;
                }
            } else if (c == ':' && word != NONE && text.startsWith("/", position + 1)) {
                rest = afterSlashes(position + 1);
                scheme = text.substring(word, position);
            } else if (c != '-') {
                word = NONE;
            }
            int end = rest == NONE ? NONE : endOfAddress(rest);
            if (end == NONE) {
                position++;
                continue;
            }
            result.append(text, done, word);
            append(text.substring(word, end), scheme);
            done = end;
            position = end;
            word = NONE;
        }
        return result.append(text, done, text.length()).toString();
    }

    private void append(String address, String scheme) {
        boolean link = scheme.isEmpty() ? !requireProtocol : scheme.equals("http") || scheme.equals("https");
        if (!link) {
            result.append(address);
            return;
        }
        result.append("<a href=\"").append(scheme.isEmpty() ? "http://" : "").append(address);
        result.append('"').append(extraParams).append('>').append(address).append("</a>");
    }

    private int afterSlashes(int start) {
        int end = start;
        while (end < start + 3 && end < text.length() && text.charAt(end) == '/') {
            end++;
        }
        return end;
    }

    /** Behind the last character that may end an address: not punctuation, unless it closes a parenthesis. */
    private int endOfAddress(int start) {
        int end = NONE;
        int position = start;
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '(') {
                position = afterParenthesis(position);
                if (position == NONE) {
                    return end;
                }
                end = position;
                continue;
            }
            int next = afterAddressCharacter(position);
            if (next == NONE) {
                return end;
            }
            if (next == position + 1 && CLOSING_PUNCTUATION.indexOf(c) < 0) {
                end = next;
            }
            position = next;
        }
        return end;
    }

    private int afterParenthesis(int start) {
        int position = start + 1;
        while (position != NONE && position < text.length()) {
            if (text.charAt(position) == ')') {
                return position + 1;
            }
            position = afterAddressCharacter(position);
        }
        return NONE;
    }

    private int afterAddressCharacter(int position) {
        char c = text.charAt(position);
        if (c == '&') {
            return text.startsWith("&amp;", position)
                    ? position + "&amp;".length()
                    : text.startsWith("&quot;", position) ? position + "&quot;".length() : NONE;
        }
        boolean ends = c == '(' || c == ')' || Character.isWhitespace(c) || Character.isSpaceChar(c);
        return ends ? NONE : position + 1;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
