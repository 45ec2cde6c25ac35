/** How to look into a WAR and how to run one as if something were not on the class path; for the tests of every WAR. */
@NullMarked
package landspout.samples.war;

import org.jspecify.annotations.NullMarked;
