package nl.marge.profitability.segmentation;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every segmentation, on books drawn from a seed in which many customers are equal. */
@QuarkusTest
class SegmentationLawsIT {

    private static final String DAY = "2026-01-01";
    private static final String REPORT = "/profit-and-loss?from=2025-01&to=2025-12&by=";
    private static final String BODY = "{\"of\":\"CUSTOMER\",\"into\":\"VALUE_TIER\",\"method\":%s}";
    private static final int CUSTOMERS = 40;

    @ParameterizedTest
    @ValueSource(longs = {7101, 7102, 7103})
    void putsEveryRankedCustomerIntoOneSegmentOrNoneAndTiesToThePAndL(long seed) {
        Random random = new Random(seed);
        SegmentationBooks books = drawn(random);
        List<String> methods = List.of("\"DECILES\"", percents(random), amounts(random), rules(random));
        for (int i = 0; i < methods.size(); i++) {
            String code = "S" + i;
            String drawn = "seed " + seed + " " + methods.get(i);
            books.keep(code, BODY.formatted(methods.get(i))).statusCode(201);
            JsonPath preview =
                    books.preview(code, DAY).statusCode(200).extract().jsonPath();
            List<String[]> rows = books.table(code, DAY);

            everyoneStandsOnceAndInOrder(books, rows, drawn);
            segmentsSumUpWhoIsInThem(preview, rows, drawn);
            sumsToThePAndL(books, preview, drawn);
            writesOnceWhatMoves(books, code, preview, drawn);
            tiesByTheNewDimension(books, preview, drawn);
        }
    }

    /** The rows of the table are the customers of the P&amp;L, the best first, of equal ones the first by code. */
    private static void everyoneStandsOnceAndInOrder(SegmentationBooks books, List<String[]> rows, String drawn) {
        Map<String, BigDecimal> margins = margins(report(books, "CUSTOMER"), "CUSTOMER");
        margins.remove("null");
        List<String> expected = margins.keySet().stream()
                .sorted((a, b) -> margins.get(a).equals(margins.get(b))
                        ? a.compareTo(b)
                        : margins.get(b).compareTo(margins.get(a)))
                .toList();

        assertEquals(
                expected,
                rows.stream()
                        .filter(row -> !row[4].isEmpty())
                        .map(row -> row[0])
                        .toList(),
                drawn);
        rows.stream()
                .filter(row -> !row[4].isEmpty())
                .forEach(row -> assertEquals(margins.get(row[0]), new BigDecimal(row[5]), drawn));
    }

    private static void segmentsSumUpWhoIsInThem(JsonPath preview, List<String[]> rows, String drawn) {
        Map<String, String> sums = new TreeMap<>();
        Map<String, BigDecimal> values = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (String[] row : rows) {
            if (!row[4].isEmpty()) {
                values.merge(row[3], new BigDecimal(row[5]), BigDecimal::add);
                counts.merge(row[3], 1, Integer::sum);
            }
        }
        values.forEach((segment, value) -> sums.put(segment, counts.get(segment) + " " + value));
        Map<String, String> told = new TreeMap<>();
        for (Map<String, Object> segment : segments(preview)) {
            if (!segment.get("members").equals(0)) {
                Object code = segment.get("segment");
                told.put(code == null ? "" : code.toString(), segment.get("members") + " " + segment.get("value"));
            }
        }
        assertEquals(sums, told, drawn);
    }

    /** Every line of segments, none and others sums to the P&amp;L as a whole. */
    private static void sumsToThePAndL(SegmentationBooks books, JsonPath preview, String drawn) {
        Map<String, BigDecimal> sums = new HashMap<>();
        List<Map<String, Object>> parts = segments(preview);
        parts.addAll(preview.getList("others"));
        parts.forEach(part -> lines(part).forEach((line, value) -> sums.merge(line, value, BigDecimal::add)));

        Map<String, BigDecimal> total = new HashMap<>();
        for (Map<String, Object> line : report(books, "").<Map<String, Object>>getList("total.lines")) {
            total.put(
                    line.get("line").toString(),
                    new BigDecimal(((List<?>) line.get("values")).get(0).toString()));
        }
        assertEquals(total, sums, drawn);
        assertEquals(total, lines(Map.of("lines", preview.getList("total"))), drawn);
        assertEquals(total.get("CM4"), new BigDecimal(preview.getString("company")), drawn);
    }

    private static void writesOnceWhatMoves(SegmentationBooks books, String code, JsonPath preview, String drawn) {
        int written = books.assign(code, DAY, preview.getString("watermark"))
                .statusCode(200)
                .extract()
                .path("written");
        assertEquals(preview.getInt("movesTotal"), written, drawn);

        JsonPath again = books.preview(code, DAY).extract().jsonPath();
        assertEquals(0, again.getInt("movesTotal"), drawn);
        books.assign(code, DAY, again.getString("watermark"));
        assertEquals(
                again.getString("watermark"), books.preview(code, DAY).extract().path("watermark"), drawn);
    }

    /** By the memberships that were written the P&amp;L has the segments of the preview. */
    private static void tiesByTheNewDimension(SegmentationBooks books, JsonPath preview, String drawn) {
        Map<String, BigDecimal> expected = new TreeMap<>();
        BigDecimal unassigned = new BigDecimal(preview.getString("none.value"))
                .add(new BigDecimal(preview.getString("others[0].value")));
        expected.put("null", unassigned);
        for (Map<String, Object> segment : segments(preview)) {
            if (segment.get("segment") != null && !segment.get("members").equals(0)) {
                expected.put(
                        segment.get("segment").toString(),
                        new BigDecimal(segment.get("value").toString()));
            }
        }

        assertEquals(expected, margins(report(books, "VALUE_TIER&membership=AS_OF:" + DAY), "VALUE_TIER"), drawn);
    }

    private static List<Map<String, Object>> segments(JsonPath preview) {
        List<Map<String, Object>> segments = new ArrayList<>(preview.getList("segments"));
        segments.add(preview.getMap("none"));
        return segments;
    }

    private static Map<String, BigDecimal> lines(Map<String, ?> part) {
        Map<String, BigDecimal> lines = new HashMap<>();
        for (Object line : (List<?>) part.get("lines")) {
            Map<?, ?> told = (Map<?, ?>) line;
            lines.put(
                    told.get("line").toString(),
                    new BigDecimal(told.get("value").toString()));
        }
        return lines;
    }

    private static JsonPath report(SegmentationBooks books, String by) {
        return given().get(books.path() + REPORT + by)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, BigDecimal> margins(JsonPath report, String dimension) {
        List<String> keys = report.getList("rows.key." + dimension);
        List<String> values = report.getList("rows.collect { it.lines.find { it.line == 'CM4' }.values[0] }");
        Map<String, BigDecimal> margins = new TreeMap<>();
        for (int i = 0; i < keys.size(); i++) {
            margins.put(keys.get(i) == null ? "null" : keys.get(i), new BigDecimal(values.get(i)));
        }
        return margins;
    }

    /** Forty customers of three countries, of whom most have lines: few different amounts, so that many are equal. */
    private static SegmentationBooks drawn(Random random) {
        SegmentationBooks books = SegmentationBooks.open();
        List<String> values = new ArrayList<>();
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            String code = "K" + random.nextInt(10) + i;
            values.add("{\"code\":\"" + code + "\",\"attributes\":{\"country\":\""
                    + List.of("NL", "DE", "BE").get(random.nextInt(3)) + "\"}}");
            for (int entry = random.nextInt(3); entry > 0; entry--) {
                entries.add(books.earned(
                        "2025-0" + (1 + random.nextInt(9)) + "-15",
                        code,
                        random.nextInt(4) + ".00",
                        random.nextInt(4) + ".01"));
            }
        }
        entries.add(books.cost("2025-05-31", "4500", random.nextInt(100) + ".07", "{}"));
        books.put("/dimensions/CUSTOMER/values", "[" + String.join(",", values) + "]");
        books.put("/dimensions/VALUE_TIER/values", """
                [{"code":"D1"},{"code":"D2"},{"code":"D3"},{"code":"D4"},{"code":"D5"},{"code":"D6"},{"code":"D7"},
                 {"code":"D8"},{"code":"D9"},{"code":"D10"}]""");
        books.post(entries);
        return books;
    }

    private static String percents(Random random) {
        int first = 1 + random.nextInt(50);
        return """
                "TIERS","tiers":[{"segment":"GOLD","topPercent":"%d.5"},{"segment":"SILVER","topPercent":"%d"}]""".formatted(first, first + 1 + random.nextInt(49));
    }

    private static String amounts(Random random) {
        int last = random.nextInt(4) - 2;
        return """
                "TIERS","tiers":[{"segment":"GOLD","above":"%d"},{"segment":"SILVER","above":"%d"},
                {"segment":"BRONZE"}]""".formatted(last + 1 + random.nextInt(3), last);
    }

    private static String rules(Random random) {
        return """
                "RULES","rules":[{"segment":"GOLD","conditions":[{"attribute":"country","is":["NL","BE"]},
                {"measure":"NET_REVENUE","above":"%d"}]},{"segment":"SILVER","conditions":[{"measure":"CM1",
                "above":"%d","atMost":"0"}]},{"segment":"GOLD","conditions":[{"attribute":"country","is":["DE"]}]}]""".formatted(random.nextInt(3), -2 - random.nextInt(3));
    }
}
