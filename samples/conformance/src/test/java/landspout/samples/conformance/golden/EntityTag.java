package landspout.samples.conformance.golden;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An Etag; a digest stands for any digest, since the algorithm is free. */
record EntityTag(boolean wellFormed, boolean weak, boolean digest, String text) {

    private static final Pattern TAG = Pattern.compile("(W/)?\"(.*)\"");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{32,128}");

    static EntityTag parse(String value) {
        Matcher tag = TAG.matcher(value);
        if (!tag.matches()) {
            return new EntityTag(false, false, false, value);
        }
        boolean digest = DIGEST.matcher(tag.group(2)).matches();
        return new EntityTag(true, tag.group(1) != null, digest, tag.group(2));
    }

    boolean isAsGoodAs(EntityTag recorded) {
        if (recorded.digest) {
            return wellFormed && weak == recorded.weak;
        }
        return equals(recorded);
    }
}
