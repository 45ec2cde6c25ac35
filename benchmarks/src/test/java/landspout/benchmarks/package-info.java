@NullMarked
package landspout.benchmarks;

import org.jspecify.annotations.NullMarked;
