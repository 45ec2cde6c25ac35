/**
 * What the servlet adapter costs over bare servlets that send the same: CPU time and allocation per request, side by
 * side in one process.
 */
@NullMarked
package landspout.benchmarks;

import org.jspecify.annotations.NullMarked;
