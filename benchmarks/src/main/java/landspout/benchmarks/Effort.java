package landspout.benchmarks;

/**
 * How much is done.
 *
 * @param warmUp requests to each contender of each kind, so that the compiler is through with them
 * @param rounds for each contender and request
 * @param requests in one round
 */
record Effort(int warmUp, int rounds, int requests) {

    /** For figures: about a minute. */
    static final Effort FULL = new Effort(20_000, 15, 6_000);

    /** To see that all of it runs: a few seconds, and figures that mean nothing. */
    static final Effort QUICK = new Effort(100, 3, 100);
}
