package landspout.http;

/**
 * How much of a request is taken, and how much of it is held in memory.
 *
 * @param maxBodySize octets of a body; more is 413 (Tornado's {@code max_body_size})
 * @param memoryThreshold octets of a body kept in memory; a longer body goes to a temporary file
 * @param maxFormSize octets of an urlencoded form, and of all fields of a multipart form together (files apart); more
 *     is 413
 * @param maxFields pieces of a query or of an urlencoded form; more is 400
 * @param maxParts parts of a multipart form, empty ones included; more is 400 (Tornado 6.5's {@code max_parts})
 * @param maxPartHeaderSize octets of the headers of one part; more is 400
 * @param maxCookies cookies of a request; the rest is ignored
 */
public record RequestLimits(
        long maxBodySize,
        int memoryThreshold,
        int maxFormSize,
        int maxFields,
        int maxParts,
        int maxPartHeaderSize,
        int maxCookies) {

    /** 100 MiB of body, 1 MiB of it in memory, 10 MiB of form, 10,000 fields, 100 parts with 10 KiB of headers each, 1,000 cookies. */
    public static final RequestLimits DEFAULTS =
            new RequestLimits(100L << 20, 1 << 20, 10 << 20, 10_000, 100, 10 << 10, 1_000);

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if one is negative, or too large for its purpose
     */
    public RequestLimits {
        requireNotNegative("maxBodySize", maxBodySize);
        requireNotNegative("memoryThreshold", memoryThreshold);
        requireNotNegative("maxFormSize", maxFormSize);
        requireNotNegative("maxFields", maxFields);
        requireNotNegative("maxParts", maxParts);
        requireNotNegative("maxPartHeaderSize", maxPartHeaderSize);
        requireNotNegative("maxCookies", maxCookies);
        if (maxPartHeaderSize > 1 << 20) {
            throw new IllegalArgumentException("maxPartHeaderSize may be at most 1 MiB, not " + maxPartHeaderSize);
        }
    }

    private static void requireNotNegative(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " may not be negative: " + value);
        }
    }

    /** These limits with another {@link #maxBodySize()}. */
    public RequestLimits withMaxBodySize(long octets) {
        return new RequestLimits(
                octets, memoryThreshold, maxFormSize, maxFields, maxParts, maxPartHeaderSize, maxCookies);
    }

    /** These limits with another {@link #memoryThreshold()}. */
    public RequestLimits withMemoryThreshold(int octets) {
        return new RequestLimits(maxBodySize, octets, maxFormSize, maxFields, maxParts, maxPartHeaderSize, maxCookies);
    }

    /** These limits with another {@link #maxFormSize()}. */
    public RequestLimits withMaxFormSize(int octets) {
        return new RequestLimits(
                maxBodySize, memoryThreshold, octets, maxFields, maxParts, maxPartHeaderSize, maxCookies);
    }

    /** These limits with another {@link #maxFields()}. */
    public RequestLimits withMaxFields(int fields) {
        return new RequestLimits(
                maxBodySize, memoryThreshold, maxFormSize, fields, maxParts, maxPartHeaderSize, maxCookies);
    }

    /** These limits with another {@link #maxParts()}. */
    public RequestLimits withMaxParts(int parts) {
        return new RequestLimits(
                maxBodySize, memoryThreshold, maxFormSize, maxFields, parts, maxPartHeaderSize, maxCookies);
    }

    /** These limits with another {@link #maxPartHeaderSize()}. */
    public RequestLimits withMaxPartHeaderSize(int octets) {
        return new RequestLimits(maxBodySize, memoryThreshold, maxFormSize, maxFields, maxParts, octets, maxCookies);
    }

    /** These limits with another {@link #maxCookies()}. */
    public RequestLimits withMaxCookies(int cookies) {
        return new RequestLimits(
                maxBodySize, memoryThreshold, maxFormSize, maxFields, maxParts, maxPartHeaderSize, cookies);
    }
}
