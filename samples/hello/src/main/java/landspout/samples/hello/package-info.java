/** The smallest application, ready for every host. */
@NullMarked
package landspout.samples.hello;

import org.jspecify.annotations.NullMarked;
