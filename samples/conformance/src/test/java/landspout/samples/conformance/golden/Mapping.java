package landspout.samples.conformance.golden;

/**
 * Where a servlet is in a container.
 *
 * @param contextPath empty for the root context
 * @param pattern of the servlet: {@code /}, {@code /*} or {@code /prefix/*}
 */
record Mapping(String contextPath, String pattern) {

    static final Mapping DEFAULT = new Mapping("", "/");
    static final Mapping EVERYTHING = new Mapping("", "/*");
    static final Mapping BELOW_PREFIX = new Mapping("", "/api/*");
    static final Mapping IN_CONTEXT = new Mapping("/ctx", "/*");

    Mount mount() {
        return new Mount(contextPath + pattern.replaceFirst("/\\*?$", ""));
    }
}
