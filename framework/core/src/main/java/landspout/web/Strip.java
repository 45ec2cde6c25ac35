package landspout.web;

/** Whether white space around an argument's value goes; Tornado's {@code strip}. */
public enum Strip {
    /** It goes; the default. */
    YES,
    /** The value stays as it was sent. */
    NO
}
