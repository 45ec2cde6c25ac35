package landspout.web;

import java.lang.System.Logger;

/** The three loggers, as Tornado has them. */
final class Logs {

    /** One line for each request that is logged. */
    static final Logger ACCESS = System.getLogger("landspout.access");

    /** What handlers did wrong. */
    static final Logger APPLICATION = System.getLogger("landspout.application");

    /** What the framework has to say. */
    static final Logger GENERAL = System.getLogger("landspout.general");

    private Logs() {}
}
