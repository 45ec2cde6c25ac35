package landspout.samples.conformance.golden;

/** Which of the recordings count: those of Tornado's own server, or those of its WSGI adapter. */
enum Mode {
    NATIVE("native"),
    SERVLET("servlet");

    private final String key;

    Mode(String key) {
        this.key = key;
    }

    /** The name of this mode in the case files. */
    String key() {
        return key;
    }
}
