package landspout.http;

/**
 * How much of a request's body is taken, and how much of it is held in memory.
 *
 * @param maxBodySize octets of a body; more is 413 (Tornado's {@code max_body_size})
 * @param memoryThreshold octets of a body kept in memory; a longer body goes to a temporary file
 * @param maxFormSize octets of an urlencoded form, and of all fields of a multipart form together (files apart); more
 *     is 413
 * @param maxFields pieces of a query or of an urlencoded form; more is 400
 * @param maxParts parts of a multipart form, empty ones included; more is 400 (Tornado 6.5's {@code max_parts})
 * @param maxPartHeaderSize octets of the headers of one part; more is 400
 */
public record BodyLimits(
        long maxBodySize, int memoryThreshold, int maxFormSize, int maxFields, int maxParts, int maxPartHeaderSize) {

    /** 100 MiB of body, 1 MiB of it in memory, 10 MiB of form, 10,000 fields, 100 parts with 10 KiB of headers each. */
    public static final BodyLimits DEFAULTS = new BodyLimits(100L << 20, 1 << 20, 10 << 20, 10_000, 100, 10 << 10);

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if one is negative, or too large for its purpose
     */
    public BodyLimits {
        requireNotNegative("maxBodySize", maxBodySize);
        requireNotNegative("memoryThreshold", memoryThreshold);
        requireNotNegative("maxFormSize", maxFormSize);
        requireNotNegative("maxFields", maxFields);
        requireNotNegative("maxParts", maxParts);
        requireNotNegative("maxPartHeaderSize", maxPartHeaderSize);
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
    public BodyLimits withMaxBodySize(long octets) {
        return new BodyLimits(octets, memoryThreshold, maxFormSize, maxFields, maxParts, maxPartHeaderSize);
    }

    /** These limits with another {@link #memoryThreshold()}. */
    public BodyLimits withMemoryThreshold(int octets) {
        return new BodyLimits(maxBodySize, octets, maxFormSize, maxFields, maxParts, maxPartHeaderSize);
    }

    /** These limits with another {@link #maxFormSize()}. */
    public BodyLimits withMaxFormSize(int octets) {
        return new BodyLimits(maxBodySize, memoryThreshold, octets, maxFields, maxParts, maxPartHeaderSize);
    }

    /** These limits with another {@link #maxFields()}. */
    public BodyLimits withMaxFields(int fields) {
        return new BodyLimits(maxBodySize, memoryThreshold, maxFormSize, fields, maxParts, maxPartHeaderSize);
    }

    /** These limits with another {@link #maxParts()}. */
    public BodyLimits withMaxParts(int parts) {
        return new BodyLimits(maxBodySize, memoryThreshold, maxFormSize, maxFields, parts, maxPartHeaderSize);
    }

    /** These limits with another {@link #maxPartHeaderSize()}. */
    public BodyLimits withMaxPartHeaderSize(int octets) {
        return new BodyLimits(maxBodySize, memoryThreshold, maxFormSize, maxFields, maxParts, octets);
    }
}
