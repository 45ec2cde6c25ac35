package landspout.http;

/** Takes a request's body as its host reads it, in order; after {@link #end} or {@link #failed} nothing more comes. */
public interface BodyReceiver {

    /**
     * The next octets; the buffer belongs to the host again when this returns. A receiver that throws wants no more:
     * the host stops reading, lets the exception through and calls neither {@link #end} nor {@link #failed}.
     */
    void chunk(byte[] buffer, int offset, int length);

    /** The body is complete. */
    void end();

    /** The body will not come to its end: the client left, or what it sent cannot be read. */
    void failed(Exception cause);
}
