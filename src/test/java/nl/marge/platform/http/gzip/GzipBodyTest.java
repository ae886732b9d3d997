package nl.marge.platform.http.gzip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GzipBodyTest {

    @Test
    void readsSeveralMembersAsOneBodyHoweverTheyArrive() throws IOException {
        byte[] members = concat(gzip("one"), gzip(""), gzip("two"));

        assertEquals("onetwo", text(new GzipBody(new ByteArrayInputStream(members))));
        assertEquals("onetwo", text(new GzipBody(byteByByte(members))));
    }

    @Test
    void failsOnEveryEndBeforeTheEnd() throws IOException {
        byte[] whole = gzip("a body that is long enough to be cut anywhere");

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(IOException.class, () -> text(new GzipBody(byteByByte(cut))), "cut at " + length);
        }
    }

    @Test
    void failsOnDamage() throws IOException {
        byte[] damaged = gzip("a body");
        damaged[damaged.length - 8] ^= 1;

        assertThrows(IOException.class, () -> text(new GzipBody(new ByteArrayInputStream(damaged))));
    }

    @Test
    void failsWhenTheConnectionIsLostBetweenTwoMembers() throws IOException {
        byte[] first = gzip("one");
        InputStream lost = new InputStream() {
            private int position;

            @Override
            public int read() throws IOException {
                if (position == first.length) {
                    throw new IOException("connection was closed");
                }
                return first[position++] & 0xFF;
            }
        };

        assertThrows(IOException.class, () -> text(new GzipBody(lost)));
    }

    @Test
    void readsSingleBytes() throws IOException {
        GzipBody body = new GzipBody(new ByteArrayInputStream(gzip("\u00ff")));

        assertArrayEquals(new int[] {0xC3, 0xBF, -1}, new int[] {body.read(), body.read(), body.read()});
    }

    private static String text(InputStream body) throws IOException {
        return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static InputStream byteByByte(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1));
            }

            @Override
            public int available() {
                return 0;
            }
        };
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return zipped.toByteArray();
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
