package nl.marge.platform.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import nl.marge.kernel.Refusal;
import org.junit.jupiter.api.Test;

class NdjsonLinesTest {

    @Test
    void givesEachLineWithItsPhysicalNumber() {
        assertEquals(List.of("1:{}", "2:[1]"), lines("{}\n[1]\n"));
        assertEquals(List.of("1:{}", "2:[1]"), lines("{}\n[1]"));
        assertEquals(List.of("1:{}", "2:[1]"), lines("{}\r\n[1]\r\n"));
        assertEquals(List.of("1:é😀"), lines("é😀"));
        assertEquals(List.of(), lines(""));
    }

    @Test
    void skipsBlankLinesButCountsThem() {
        assertEquals(List.of("3:{}", "6:[]"), lines("\n \t\r\n{}\n\n\r\n[]\n\n  "));
    }

    @Test
    void ignoresByteOrderMarkAtTheStartOnly() {
        assertEquals(List.of("1:{}", "2:\uFEFF[]"), lines("\uFEFF{}\n\uFEFF[]"));
        assertEquals(List.of("2:{}"), lines("\uFEFF\n{}"));
    }

    @Test
    void findsBytesThatAreNotUtf8InTheirLineOnly() {
        byte[][] notUtf8 = {
            {(byte) 0xFF},
            {(byte) 0xC3},
            {(byte) 0x80},
            {(byte) 0xC0, (byte) 0xAF},
            {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
        };
        for (byte[] wrong : notUtf8) {
            byte[] body = concat("\"a\"\n\"b".getBytes(StandardCharsets.UTF_8), wrong, "\"\n\"c\"".getBytes());

            assertEquals(
                    List.of("1:\"a\"", "2!encoding_invalid Byte 3 is not UTF-8. Send the text in UTF-8.", "3:\"c\""),
                    lines(new ByteArrayInputStream(body)));
        }
    }

    @Test
    void findsLineThatIsTooLongAndGoesOn() {
        String longest = "x".repeat(NdjsonLines.LINE_BYTES_LIMIT);

        assertEquals(List.of(1, NdjsonLines.LINE_BYTES_LIMIT, 1), lengths("a\n" + longest + "\nb\n"));
        assertEquals(
                List.of(
                        "1:a",
                        "2!json_unreadable The line has more than 10485760 bytes. Divide what it holds over several"
                                + " lines.",
                        "3:b"),
                lines("a\n" + longest + "x\nb\n"));
        assertEquals(2, lines("a\n" + longest + longest + longest).size());
        assertEquals(List.of(NdjsonLines.LINE_BYTES_LIMIT), lengths(longest));
    }

    @Test
    void givesTheSameLinesHoweverTheBytesArrive() {
        SplittableRandom random = new SplittableRandom(20260331);
        StringBuilder body = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int line = 1; line <= 300; line++) {
            String text = "é".repeat(random.nextInt(5_000));
            body.append(text).append(random.nextBoolean() ? "\n" : "\r\n");
            if (!text.isEmpty()) {
                expected.add(line + ":" + text);
            }
        }

        InputStream slow = new ByteArrayInputStream(body.toString().getBytes(StandardCharsets.UTF_8)) {
            @Override
            public int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1 + random.nextInt(20_000)));
            }
        };
        assertEquals(expected, lines(slow));
    }

    @Test
    void refusesStreamThatBreaksOff() {
        InputStream broken = new InputStream() {
            private boolean begun;

            @Override
            public int read() throws IOException {
                throw new IOException("connection was closed");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                if (begun) {
                    return read();
                }
                begun = true;
                byte[] first = "{}\n{".getBytes(StandardCharsets.UTF_8);
                System.arraycopy(first, 0, target, offset, first.length);
                return first.length;
            }
        };
        NdjsonLines lines = new NdjsonLines(broken);

        assertTrue(lines.next());
        Refusal refusal = assertThrows(Refusal.class, lines::next);
        assertEquals("The body breaks off or is damaged after 4 bytes. Send it again.", refusal.getMessage());
    }

    private static List<String> lines(String body) {
        return lines(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> lines(InputStream body) {
        NdjsonLines lines = new NdjsonLines(body);
        List<String> found = new ArrayList<>();
        while (lines.next()) {
            found.add(lines.fault()
                    .map(fault -> lines.number() + "!" + fault.code().code() + " " + fault.message())
                    .orElseGet(() -> lines.number() + ":" + new String(lines.characters(), 0, lines.length())));
        }
        return found;
    }

    private static List<Integer> lengths(String body) {
        NdjsonLines lines = new NdjsonLines(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        List<Integer> lengths = new ArrayList<>();
        while (lines.next()) {
            lengths.add(lines.fault().isPresent() ? -1 : lines.length());
        }
        return lengths;
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
