/** The packaged WAR: what is in it, and whether it goes when it is undeployed. */
@NullMarked
package landspout.samples.conformance.war;

import org.jspecify.annotations.NullMarked;
