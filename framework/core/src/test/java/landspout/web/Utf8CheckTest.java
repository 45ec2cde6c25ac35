package landspout.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The JDK's decoder is the judge. */
final class Utf8CheckTest {

    private static final int[] EDGES = {
        0x00, 0x2e, 0x2f, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec,
        0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xf8, 0xff
    };

    private static boolean check(byte[] octets, int length) {
        Utf8Check check = new Utf8Check();
        for (int i = 0; i < length; i++) {
            if (!check.accept(octets[i] & 0xff)) {
                return false;
            }
        }
        return check.isComplete();
    }

    private static boolean judge(byte[] octets, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets, 0, length));
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }

    private static void compare(byte[] octets, int length) {
        if (check(octets, length) != judge(octets, length)) {
            assertThat(check(octets, length))
                    .as("%s, %s octets", octets, length)
                    .isEqualTo(judge(octets, length));
        }
    }

    @Test
    void everyPairOfOctets() {
        byte[] octets = new byte[2];
        for (int pair = 0; pair < 1 << 16; pair++) {
            octets[0] = (byte) (pair >> 8);
            octets[1] = (byte) pair;
            compare(octets, 1);
            compare(octets, 2);
        }
    }

    @Test
    void everyEdgeInEveryPlace() {
        byte[] octets = new byte[4];
        for (int a : EDGES) {
            for (int b : EDGES) {
                for (int c : EDGES) {
                    for (int d : EDGES) {
                        octets[0] = (byte) a;
                        octets[1] = (byte) b;
                        octets[2] = (byte) c;
                        octets[3] = (byte) d;
                        compare(octets, 3);
                        compare(octets, 4);
                    }
                }
            }
        }
    }

    @Test
    void textWithDamage() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            byte[] octets = random.ints(6, 0, 0x110000)
                    .filter(point -> point < 0xd800 || point > 0xdfff)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
            if (octets.length > 0 && round % 2 == 0) {
                octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
            }
            compare(octets, octets.length);
        }
    }
}
