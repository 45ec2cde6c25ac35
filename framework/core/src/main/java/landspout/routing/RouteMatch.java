package landspout.routing;

/** What routing found: the target, and what the path pattern's groups matched. */
public record RouteMatch(RequestTarget target, PathArguments arguments) {}
