package landspout.http;

/**
 * The handler method that serves an exchange at the moment; made once for each method when the application starts.
 *
 * @param name for people, such as {@code ChatHandler.get}
 * @param coroutine whether it may wait with {@code await}
 */
public record Invocation(String name, boolean coroutine) {}
