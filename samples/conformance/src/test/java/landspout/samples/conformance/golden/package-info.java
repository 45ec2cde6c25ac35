/**
 * The recorded answers of Tornado, replayed against every host of the conformance application.
 *
 * <p>{@link landspout.samples.conformance.golden.GoldenContract} is the suite, one class per host extends it.
 */
@NullMarked
package landspout.samples.conformance.golden;

import org.jspecify.annotations.NullMarked;
