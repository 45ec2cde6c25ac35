package landspout.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartFormTest {

    private static final String A = "Content-Disposition: form-data; name=\"a\"\r\n";
    private static final String FILE = "Content-Disposition: form-data; name=\"f\"; filename=";
    private static final String END = "\r\n--XYZ--\r\n";

    static Stream<Arguments> accepted() {
        return Stream.of(
                accepted("a field", part(A, "value one") + END, "a=[value one]"),
                accepted("an empty field", part(A, "") + END, "a=[]"),
                accepted("no line end but that of the headers", "--XYZ\r\n" + A + "\r\n--XYZ--", "a=[]"),
                accepted("no line end at the end", part(A, "1") + "\r\n--XYZ--", "a=[1]"),
                accepted("two values", part(A, "1") + "\r\n" + part(A, "2") + END, "a=[1, 2]"),
                accepted("a file", part(FILE + "\"n.txt\"\r\nContent-Type: text/plain\r\n", "x") + END, file("n.txt")),
                accepted(
                        "a file without a type",
                        part(FILE + "n.bin\r\n", "x") + END,
                        "f=(n.bin application/unknown x)"),
                accepted("an empty file name", part(FILE + "\"\"\r\n", "x") + END, "f=[x]"),
                accepted("an extended file name", typed(FILE + "old; filename*=UTF-8''na%C3%AFve"), file("na\u00efve")),
                accepted("a file name in UTF-8", typed(FILE + "\"caf\u00c3\u00a9.txt\""), file("caf\u00e9.txt")),
                accepted("a file name with a semicolon", typed(FILE + "\"a;b=c.txt\""), file("a;b=c.txt")),
                accepted("a file name like a path", typed(FILE + "\"../../etc/passwd\""), file("../../etc/passwd")),
                accepted("a Windows path", typed(FILE + "\"C:\\x\\y.txt\""), file("C:\\x\\y.txt")),
                accepted(
                        "files of one field stay in order",
                        part(FILE + "1\r\n", "one") + "\r\n" + part(A, "v") + "\r\n" + part(FILE + "2\r\n", "two")
                                + END,
                        "a=[v] f=(1 application/unknown one) f=(2 application/unknown two)"),
                accepted("lower-case headers", part("content-disposition: form-data; name=a\r\n", "1") + END, "a=[1]"),
                accepted(
                        "an upper-case disposition",
                        part("Content-Disposition: Form-Data; name=a\r\n", "1") + END,
                        "a=[1]"),
                accepted(
                        "a folded header",
                        part("Content-Disposition: form-data;\r\n\t name=a\r\n", "1") + END,
                        "a=[1]"),
                accepted("other headers", part("X-Other: 1\r\n" + A + "X: \r\n", "1") + END, "a=[1]"),
                accepted(
                        "an announced length and a transfer encoding mean nothing",
                        part("Content-Length: 9223372036854775807\r\nContent-Transfer-Encoding: base64\r\n" + A, "YQ==")
                                + END,
                        "a=[YQ==]"),
                accepted("an epilogue", part(A, "1") + END + "anything\r\n--XYZ\r\nmore", "a=[1]"),
                accepted("no part at all", "--XYZ--\r\n", ""),
                accepted("an empty part", "--XYZ\r\n" + part(A, "1") + END, "a=[1]"),
                accepted("an empty part at the end", part(A, "1") + "\r\n--XYZ\r\n--XYZ--", "a=[1]"),
                accepted("line ends in a value", part(A, "\r\n\r\n\n\r") + END, "a=[\r\n\r\n\n\r]"),
                accepted(
                        "what is nearly a boundary",
                        part(A, "\r\n--XY\r\n--XYZ-\r\n--XYZ \r\n-") + END,
                        "a=[\r\n--XY\r\n--XYZ-\r\n--XYZ \r\n-]"),
                accepted("a longer boundary", part(A, "\r\n--XYZZY\r\n") + END, "a=[\r\n--XYZZY\r\n]"),
                accepted("a CR before the boundary's CRLF", part(A, "1\r") + END, "a=[1\r]"),
                accepted("dashes before the boundary's line", part(A, "-----") + END, "a=[-----]"),
                accepted("every octet", part(A, everyOctet()) + END, "a=[" + everyOctet() + "]"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accepted")
    void formsAreReadTheSameInEverySplit(String what, String body, String expected) {
        assertThat(Received.multipart(body)).isEqualTo(expected);
        assertThatEverySplitGives(body, expected);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refused("an empty body", "", "without a final boundary"),
                refused("no final boundary", part(A, "1") + "\r\n", "without a final boundary"),
                refused("an unfinished final boundary", part(A, "1") + "\r\n--XYZ-", "without a final boundary"),
                refused("the start of a boundary", "--XY", "without a final boundary"),
                refused("another boundary", "--ABC\r\n" + A + "\r\n1\r\n--ABC--", "does not begin with its boundary"),
                refused("a preamble", "preamble\r\n" + part(A, "1") + END, "does not begin with its boundary"),
                refused("an empty line first", "\r\n" + part(A, "1") + END, "does not begin with its boundary"),
                refused("white space after the boundary", "--XYZ \r\n" + A + "\r\n1" + END, "does not begin"),
                refused("no name", part("Content-Disposition: form-data\r\n", "1") + END, "has no name"),
                refused(
                        "an empty name",
                        part("Content-Disposition: form-data; name=\"\"\r\n", "1") + END,
                        "has no name"),
                refused(
                        "another disposition",
                        part("Content-Disposition: attachment; name=a\r\n", "1") + END,
                        "is not form-data"),
                refused("no disposition", part("Content-Type: text/plain\r\n", "1") + END, "is not form-data"),
                refused("two dispositions", part(A + A, "1") + END, "more than one Content-Disposition"),
                refused(
                        "two types",
                        part(A + "Content-Type: a/b\r\ncontent-type: c/d\r\n", "1") + END,
                        "more than one Content-Type"),
                refused("no headers", "--XYZ\r\n\r\n1" + END, "has no headers"),
                refused("no end of the headers", "--XYZ\r\n" + A + "--XYZ--\r\n", "no end of its headers"),
                refused("headers only", "--XYZ\r\n" + A + "--XYZ\r\n" + A + "\r\n1" + END, "no end of its headers"),
                refused("a boundary within a line", part(A, "1--XYZ\r\n" + A + "\r\n2") + END, "does not begin a line"),
                refused(
                        "a boundary after LF alone",
                        part(A, "1\n--XYZ\r\n" + A + "\r\n2") + END,
                        "does not begin a line"),
                refused("a final boundary within a line", part(A, "1--XYZ--"), "does not begin a line"),
                refused("two final boundaries", part(A, "1") + END + part(A, "2") + END, "second final boundary"),
                refused(
                        "two final boundaries that overlap",
                        part(A, "1") + "\r\n--XYZ--XYZ--",
                        "second final boundary"),
                refused("a header without a colon", part(A + "nonsense\r\n", "1") + END, "has no name"),
                refused("a header without a name", part(A + ": x\r\n", "1") + END, "has no name"),
                refused(
                        "a space before the colon",
                        part("Content-Disposition : form-data; name=a\r\n", "1") + END,
                        "not a token"),
                refused("a folded first line", part(" " + A, "1") + END, "folded line"),
                refused("headers that are not UTF-8", part(FILE + "\u00e9\r\n", "1") + END, "not UTF-8"),
                refused("CR in a header", part(A + "X: a\rb\r\n", "1") + END, "control character"),
                refused("LF in a header", part("X: a\n" + A, "1") + END, "control character"),
                refused("NUL in a file name", part(FILE + "\"a\0b\"\r\n", "1") + END, "control character"),
                refused("CR in a file name", part(FILE + "\"a\rb\"\r\n", "1") + END, "control character"),
                refused(
                        "DEL in a name",
                        part("Content-Disposition: form-data; name=\"a\u007f\"\r\n", "1") + END,
                        "control character"),
                refused(
                        "NUL in an extended file name",
                        part(FILE + "x; filename*=UTF-8''a%00b\r\n", "1") + END,
                        "control character"),
                refused(
                        "CRLF in an extended name",
                        part("Content-Disposition: form-data; name*=UTF-8''a%0D%0Ab\r\n", "1") + END,
                        "control character"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void malformedFormsAre400InEverySplit(String what, String body, String reason) {
        String outcome = Received.multipart(body);

        assertThat(outcome).startsWith("400: ").contains(reason);
        assertThatEverySplitGives(body, outcome);
    }

    private static void assertThatEverySplitGives(String body, String expected) {
        byte[] octets = Received.octets(body);
        RequestLimits inFile = RequestLimits.DEFAULTS.withMemoryThreshold(7);
        assertThat(outcome(octets, Received.ofLength(1))).isEqualTo(expected);
        for (int cut = 1; cut < octets.length; cut++) {
            assertThat(outcome(octets, Received.cutAt(cut)))
                    .as("cut at %d", cut)
                    .isEqualTo(expected);
        }
        Random random = new Random(body.hashCode());
        for (int round = 0; round < 20; round++) {
            assertThat(Received.of(Received.MULTIPART, octets, inFile, Received.random(random, 20)))
                    .isEqualTo(expected);
        }
    }

    private static String outcome(byte[] octets, Received.Pieces pieces) {
        return Received.of(Received.MULTIPART, octets, RequestLimits.DEFAULTS, pieces);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=\"XYZ\"",
                "multipart/form-data;boundary=XYZ",
                "Multipart/Form-Data ; Boundary=XYZ",
                "multipart/form-data; charset=no-such-charset; boundary=XYZ",
                "multipart/form-data; boundary=XYZ; charset=utf-8",
            })
    void theBoundaryIsFoundHoweverTheTypeIsWritten(String contentType) {
        assertThat(Received.of(contentType, part(A, "1") + END)).isEqualTo("a=[1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'()+_,-./:=?", "a b", "-", "----", "--", "a--a", "aXaXaX", "a;b", "abab--abab"})
    void anyBoundaryWorks(String boundary) {
        String body = ("--XYZ\r\n" + A + "\r\n--\r\n-- --XY\r\n" + END).replace("XYZ", boundary);

        assertThat(Received.of("multipart/form-data; boundary=\"" + boundary + "\"", body))
                .isEqualTo(("a=[--\r\n-- --XY\r\n]").replace("XYZ", boundary));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data;",
                "multipart/form-data; boundary",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"\"",
                "multipart/form-data; boundary=\u00e9",
                "multipart/form-data; boundary=\"a\tb\"",
            })
    void aTypeWithoutAUsableBoundaryIs400(String contentType) {
        assertThat(Received.of(contentType, part(A, "1") + END))
                .startsWith("400: ")
                .contains("boundary");
    }

    @Test
    void aBoundaryOfAThousandOctetsIsRefused() {
        assertThat(Received.of("multipart/form-data; boundary=" + "x".repeat(1000), ""))
                .startsWith("400: ");
    }

    @Test
    void morePartsThanAllowedAre400() {
        RequestLimits three = RequestLimits.DEFAULTS.withMaxParts(3);
        String body = (part(A, "1") + "\r\n").repeat(3) + "--XYZ--";

        assertThat(outcome(body, three)).isEqualTo("a=[1, 1, 1]");
        assertThat(outcome(part(A, "1") + "\r\n" + body, three))
                .startsWith("400: ")
                .contains("more than 3 parts");
        assertThat(outcome("--XYZ\r\n".repeat(4) + "--XYZ--", three)).contains("more than 3 parts");
        assertThat(Received.multipart((part(A, "1") + "\r\n").repeat(100) + "--XYZ--"))
                .startsWith("a=[");
        assertThat(Received.multipart((part(A, "1") + "\r\n").repeat(101) + "--XYZ--"))
                .startsWith("400: ");
    }

    @Test
    void largerPartHeadersThanAllowedAre400() {
        int exactly = (A + "X: ").length() + 10;
        RequestLimits limits = RequestLimits.DEFAULTS.withMaxPartHeaderSize(exactly);
        String fits = part(A + "X: " + "x".repeat(10) + "\r\n", "1") + END;
        String tooLarge = part(A + "X: " + "x".repeat(11) + "\r\n", "1") + END;

        for (int length : new int[] {1, 7, 1000}) {
            assertThat(Received.of(Received.MULTIPART, Received.octets(fits), limits, Received.ofLength(length)))
                    .isEqualTo("a=[1]");
            assertThat(Received.of(Received.MULTIPART, Received.octets(tooLarge), limits, Received.ofLength(length)))
                    .startsWith("400: ")
                    .contains("exceed " + exactly);
        }
        assertThat(Received.multipart(part(A + "X: " + "x".repeat(20_000) + "\r\n", "1") + END))
                .startsWith("400: ")
                .contains("exceed 10240 octets");
    }

    @Test
    void fieldsTogetherMayNotExceedTheFormSizeButFilesMay() {
        RequestLimits ten = RequestLimits.DEFAULTS.withMaxFormSize(10);
        String file = part(FILE + "n\r\n", "x".repeat(50)) + "\r\n";
        String fits = part(A, "123456") + "\r\n" + file + part(A, "7890") + END;
        String tooLarge = part(A, "123456") + "\r\n" + file + part(A, "78901") + END;
        String malformedLater = part(A, "12345678901234") + "--XYZ\r\n";

        for (int length : new int[] {1, 3, 1000}) {
            assertThat(Received.of(Received.MULTIPART, Received.octets(fits), ten, Received.ofLength(length)))
                    .startsWith("a=[123456, 7890]");
            for (String body : new String[] {tooLarge, malformedLater}) {
                assertThat(Received.of(Received.MULTIPART, Received.octets(body), ten, Received.ofLength(length)))
                        .isEqualTo("413: The fields of a form exceed 10 octets");
            }
        }
    }

    private static String outcome(String body, RequestLimits limits) {
        return Received.of(Received.MULTIPART, Received.octets(body), limits, Received.whole());
    }

    private static String part(String headers, String content) {
        return "--XYZ\r\n" + headers + "\r\n" + content;
    }

    private static String typed(String disposition) {
        return part(disposition + "\r\nContent-Type: text/plain\r\n", "x") + END;
    }

    private static String file(String filename) {
        return "f=(" + filename + " text/plain x)";
    }

    private static String everyOctet() {
        StringBuilder octets = new StringBuilder();
        for (char octet = 0; octet < 256; octet++) {
            octets.append(octet);
        }
        return octets.toString();
    }

    private static Arguments accepted(String what, String body, String expected) {
        return Arguments.of(what, body, expected);
    }

    private static Arguments refused(String what, String body, String reason) {
        return Arguments.of(what, body, reason);
    }
}
