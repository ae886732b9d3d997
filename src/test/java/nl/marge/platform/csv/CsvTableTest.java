package nl.marge.platform.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CsvTableTest {

    @Test
    void writesRowsInTheFormOfRfc4180() throws IOException {
        assertEquals(
                "name,value\r\nJansen & zn,1.50\r\n\"a,b\",\"say \"\"hi\"\"\"\r\n\"two\r\nlines\",\r\né😀,0\r\n",
                table(CsvStyle.PLAIN, table -> {
                    table.text("Jansen & zn").decimal("1.50").endRow();
                    table.text("a,b").text("say \"hi\"").endRow();
                    table.text("two\r\nlines").empty().endRow();
                    table.text("é😀").decimal("0").endRow();
                }));
    }

    @Test
    void keepsHeaderWhenThereAreNoRows() throws IOException {
        assertEquals("name,value\r\n", table(CsvStyle.PLAIN, table -> {}));
    }

    @Test
    void disarmsTextsThatSpreadsheetsTakeForFormulas() throws IOException {
        for (String start : List.of("=", "+", "-", "@", "\t")) {
            assertEquals("name,value\r\n'" + start + "1,-1\r\n", row(start + "1", "-1"));
        }
        assertEquals("name,value\r\n\"'\r=1\",0\r\n", row("\r=1", "0"));
        assertEquals("name,value\r\na=1,0\r\n", row("a=1", "0"));
        assertEquals("name,value\r\n,0\r\n", row("", "0"));
    }

    @Test
    void writesWhatDutchSpreadsheetsWant() throws IOException {
        assertEquals("\uFEFFname;value\r\n\"a;b\";-1234,50\r\nc,d;\r\n", table(new CsvStyle(true, true, ';'), table -> {
            table.text("a;b").decimal("-1234.50").endRow();
            table.text("c,d").empty().endRow();
        }));
    }

    @Test
    void quotesDecimalCommaWhereCommaSeparates() throws IOException {
        assertEquals("name,value\r\na,\"1,5\"\r\n", table(new CsvStyle(false, true, ','), table -> table.text("a")
                .decimal("1.5")
                .endRow()));
    }

    @Test
    void refusesRowWithOtherCellsThanTheHeader() {
        assertThrows(
                IllegalStateException.class,
                () -> table(CsvStyle.PLAIN, table -> table.text("a").endRow()));
        assertThrows(
                IllegalStateException.class,
                () -> table(
                        CsvStyle.PLAIN,
                        table -> table.text("a").text("b").text("c").endRow()));
    }

    private static String row(String name, String value) throws IOException {
        return table(CsvStyle.PLAIN, table -> table.text(name).decimal(value).endRow());
    }

    private static String table(CsvStyle style, Consumer<CsvTable> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvTable table = new CsvTable(out, style, List.of("name", "value"))) {
            rows.accept(table);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
