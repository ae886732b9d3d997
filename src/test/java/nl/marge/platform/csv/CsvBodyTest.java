package nl.marge.platform.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nl.marge.kernel.Place;
import nl.marge.kernel.Refusal;
import org.junit.jupiter.api.Test;

class CsvBodyTest {

    @Test
    void tellsTheLineOnWhichARowBegins() {
        assertEquals(List.of("1 [a, b]", "3 [x\ny, 1]", "5 [, é]"), rows("\uFEFFa,b\r\n\r\n\"x\ny\",1\n,é"));
        assertEquals(List.of(), rows(""));
    }

    @Test
    void knowsItsMediaType() {
        assertTrue(CsvBody.isCsv("Text/CSV; charset=utf-8"));
        assertFalse(CsvBody.isCsv("application/json"));
        assertFalse(CsvBody.isCsv(null));
    }

    @Test
    void refusesWhatIsNoTable() {
        assertEquals("encoding_invalid", refusal(new ByteArrayInputStream(new byte[] {'a', (byte) 0xC3, '\n'})));
        assertEquals("json_unreadable", refusal(text("a\n\"b\"c\n")));
        assertEquals("json_unreadable", refusal(new SequenceInputStream(text("a,b\n1,2\n"), new BrokenOff())));
    }

    private static String refusal(InputStream body) {
        Refusal refusal = assertThrows(Refusal.class, () -> CsvBody.read(body, (line, cells) -> {}));
        assertEquals(Refusal.Reason.INVALID_REQUEST, refusal.reason());
        assertTrue(refusal.violations().get(0).place() instanceof Place.StreamLine);
        return refusal.violations().get(0).code().code();
    }

    private static List<String> rows(String table) {
        List<String> rows = new ArrayList<>();
        CsvBody.read(text(table), (line, cells) -> rows.add(line + " " + cells));
        return rows;
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final class BrokenOff extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("connection reset");
        }
    }
}
