package landspout.benchmarks;

/**
 * How much is done.
 *
 * @param warmUp batches for each contender of each kind, so that the compiler is through with them
 * @param rounds for each contender and request
 * @param batches in one round
 */
record Effort(int warmUp, int rounds, int batches) {

    /** For figures: about a minute. */
    static final Effort FULL = new Effort(1_500, 41, 500);

    /** To see that all of it runs: a few seconds, and figures that mean nothing. */
    static final Effort QUICK = new Effort(10, 3, 10);
}
