/** The conformance application: every kind of handler there is, whose answers under Tornado are on record. */
@NullMarked
package landspout.samples.conformance;

import org.jspecify.annotations.NullMarked;
