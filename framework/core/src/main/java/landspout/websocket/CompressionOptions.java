package landspout.websocket;

/**
 * How messages are compressed where the client offers it (RFC 7692).
 *
 * @param level 0 to 9: from none to the best; Tornado's {@code compression_level}
 */
public record CompressionOptions(int level) {

    /** Level 6, as zlib. */
    public static final CompressionOptions DEFAULTS = new CompressionOptions(6);

    /** Refuses other levels with {@link IllegalArgumentException}. */
    public CompressionOptions {
        if (level < 0 || level > 9) {
            throw new IllegalArgumentException("the level of compression is 0 to 9, not " + level);
        }
    }
}
