package nl.marge.profitability.bridge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.marge.ledger.HttpBooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked page of {@link MarginBridgeTest#GOLDEN} once more, as entries over HTTP. */
@QuarkusTest
class ProfitBridgeIT {

    private static final String YEARS = "/profit-bridge?from=2026-01&to=2026-12&base=PREVIOUS_YEAR";

    /** Customer, product, then units, revenue and cost. */
    private static final List<String> BEFORE =
            List.of("C1 P1 10 100.00 60.00", "C2 P1 10 90.00 60.00", "C1 P2 5 50.00 35.00");

    private static final List<String> NOW =
            List.of("C1 P1 12 132.00 84.00", "C2 P1 20 180.00 140.00", "C2 P2 4 40.00 24.00");

    @Test
    void tellsWhatAnAccountantFindsByHand() {
        HttpBooks books = booksOfTwoYears("", "");
        cost(books, "2025-06-30", "10.00");
        cost(books, "2026-06-30", "14.00");

        JsonPath bridge = get(books, YEARS + "&by=SEGMENT").jsonPath();

        assertRow(bridge, "rows[0]", """
                KEY 55.00 48.00 residual 0.00
                PRICE 12.00
                VOLUME 8.00
                PURCHASE_COST -12.00
                LOST_LINES -15.00""");
        assertRow(bridge, "rows[1]", """
                MKB 30.00 56.00 residual 0.00
                VOLUME 30.00
                PURCHASE_COST -20.00
                NEW_LINES 16.00""");
        assertRow(bridge, "rows[2]", """
                null -10.00 -14.00 residual 0.00
                LINE LOGISTICS -4.00""");
        assertRow(bridge, "total", """
                null 75.00 90.00 residual 0.00
                PRICE 12.00
                VOLUME 42.00
                MIX_BETWEEN_ROWS -4.00
                PURCHASE_COST -32.00
                NEW_LINES 16.00
                LOST_LINES -15.00
                LINE LOGISTICS -4.00""");
        assertEquals(List.of("PRODUCT", "CUSTOMER"), bridge.getList("lines"));
        assertEquals("CM4", bridge.getString("measure"));
        assertEquals("{before=20, after=32}", bridge.getMap("total.quantity").toString());
        assertEquals("90.00", bridge.getString("reconciliation.reported"));
        assertEquals("75.00", bridge.getString("baseReconciliation.reported"));
        assertEquals("2025-01", bridge.getString("base.from"));
        assertEquals(List.of(), bridge.getList("warnings"));
    }

    @Test
    void tellsMixWithinARowAndTheCompanyAlone() {
        HttpBooks books = booksOfTwoYears("", "");

        JsonPath byProduct = get(books, YEARS + "&by=PRODUCT&measure=CM1").jsonPath();
        JsonPath alone = get(books, YEARS + "&measure=CM1").jsonPath();

        String common = """
                PRICE 12.00
                VOLUME 42.00
                MIX -4.00
                PURCHASE_COST -32.00""";
        assertRow(byProduct, "rows[0]", "P1 70.00 88.00 residual 0.00\n" + common);
        assertRow(byProduct, "rows[1]", "P2 15.00 16.00 residual 0.00\nNEW_LINES 16.00\nLOST_LINES -15.00");
        String all = "null 85.00 104.00 residual 0.00\n" + common + "\nNEW_LINES 16.00\nLOST_LINES -15.00";
        assertRow(byProduct, "total", all);
        assertRow(alone, "rows[0]", all);
        assertRow(alone, "total", all);
    }

    @Test
    void linesBehindARowAddUpToTheMeasureOnBothSides() {
        HttpBooks books = booksOfTwoYears("", "");

        JsonPath bridge = get(books, YEARS + "&by=SEGMENT&measure=CM1").jsonPath();

        List<Map<String, Object>> rows = new ArrayList<>(bridge.getList("rows"));
        rows.add(bridge.getMap("total"));
        for (Map<String, Object> row : rows) {
            assertEquals(row.get("after"), sumBehind(row.get("drill")));
            assertEquals(row.get("before"), sumBehind(row.get("drillBefore")));
        }
    }

    private static String sumBehind(Object drill) {
        return given()
                .urlEncodingEnabled(false)
                .get(drill + "&line=CM1")
                .jsonPath()
                .getList("items.value", String.class)
                .stream()
                .map(BigDecimal::new)
                .reduce(new BigDecimal("0.00"), BigDecimal::add)
                .toPlainString();
    }

    @Test
    void csvIsOneLineARowAndStep() {
        HttpBooks books = booksOfTwoYears("", "");

        Response csv = get(books, YEARS + "&by=SEGMENT&measure=CM2&format=csv&decimal=comma&separator=semicolon");

        List<String> lines = csv.asString().lines().toList();
        assertEquals("dim.SEGMENT;name.SEGMENT;row_kind;step;line;step_name;amount;lines", lines.get(0));
        assertEquals(
                List.of(
                        "KEY;KEY;VALUE;BEFORE;;Before;55,00;",
                        "KEY;KEY;VALUE;PRICE;;Price;12,00;1",
                        "KEY;KEY;VALUE;VOLUME;;Volume;8,00;1",
                        "KEY;KEY;VALUE;MIX;;Mix;0,00;1",
                        "KEY;KEY;VALUE;MIX_BETWEEN_ROWS;;Mix between rows;0,00;",
                        "KEY;KEY;VALUE;PURCHASE_COST;;Purchase cost;-12,00;1",
                        "KEY;KEY;VALUE;NEW_LINES;;New lines;0,00;0",
                        "KEY;KEY;VALUE;LOST_LINES;;Lost lines;-15,00;1",
                        "KEY;KEY;VALUE;UNMEASURED;;Without quantity;0,00;0",
                        "KEY;KEY;VALUE;LINE;SALES_COMMISSION;Sales commission;0,00;",
                        "KEY;KEY;VALUE;LINE;LOGISTICS;Logistics and payment fees;0,00;",
                        "KEY;KEY;VALUE;AFTER;;After;48,00;"),
                lines.subList(1, 13));
        assertTrue(lines.contains(";;TOTAL;MIX_BETWEEN_ROWS;;Mix between rows;-4,00;"), csv.asString());
        assertEquals("0.00", csv.header("X-Marge-Difference"));
    }

    @Test
    void aBudgetIsABaseToo() {
        HttpBooks books = open("", "");
        BEFORE.forEach(sale -> sell(books, "BUDGET", "2026-05-31", sale));
        NOW.forEach(sale -> sell(books, "ACTUAL", "2026-05-31", sale));

        JsonPath bridge = get(books, "/profit-bridge?from=2026-05-01&to=2026-05-31&base=SCENARIO:BUDGET&measure=CM1")
                .jsonPath();

        assertRow(bridge, "total", """
                null 85.00 104.00 residual 0.00
                PRICE 12.00
                VOLUME 42.00
                MIX -4.00
                PURCHASE_COST -32.00
                NEW_LINES 16.00
                LOST_LINES -15.00""");
        assertEquals("BUDGET", bridge.getString("base.scenario"));
    }

    @Test
    void refusesRowsThatMixUnitsAllAtOnceAndNamesThem() {
        HttpBooks books = booksOfTwoYears("KG", "BOX");
        sell(books, "ACTUAL", "2026-05-31", "C1 P2 1 10.00 7.00");
        sell(books, "ACTUAL", "2025-05-31", "C2 P2 1 10.00 7.00");

        Response refused = given().get(books.path() + YEARS + "&by=SEGMENT");

        assertEquals(422, refused.statusCode(), refused.asString());
        assertEquals(List.of("unit_mismatch", "unit_mismatch"), refused.path("violations.code"));
        assertEquals(
                "Row \"KEY\" counts in different units: BOX (P2), KG (P1). Quantities of different units cannot be added"
                        + " up. Filter by one unit, ask by a dimension that tells them apart, or set attribute \"unit\""
                        + " where it is missing.",
                refused.path("violations[0].message"));
        assertTrue(refused.<String>path("violations[1].message").startsWith("Row \"MKB\" counts"));
        JsonPath byProduct = get(books, YEARS + "&by=PRODUCT").jsonPath();
        assertEquals(
                List.of("KG", "BOX"), byProduct.<Object>getList("rows.unit").subList(0, 2));
        assertEquals(null, byProduct.getString("total.quantity"));
        assertEquals("0.00", byProduct.getString("total.residual"));
        assertTrue(byProduct.getString("warnings[0]").startsWith("Rows count in different units"));
        assertEquals(
                200,
                given().get(books.path() + YEARS + "&by=SEGMENT&filter=PRODUCT:P1")
                        .statusCode());
        given().get(books.path() + YEARS + "&by=SEGMENT&unitAttribute=unitt")
                .then()
                .statusCode(400)
                .body("violations.parameter", contains("unitAttribute"))
                .body(
                        "violations[0].message",
                        equalTo("No value of what lines and by name has an attribute \"unitt\", so nothing would tell"
                                + " units apart. Give the values one, or correct the name: they have unit."));
        given().get(books.path() + YEARS + "&by=SEGMENT&lines=CUSTOMER")
                .then()
                .statusCode(400)
                .body("violations[0].parameter", equalTo("lines"))
                .body("violations[0].message", containsString("Name PRODUCT in lines"));
    }

    @Test
    void aProductWithoutUnitIsNotAddedToThoseWithOne() {
        HttpBooks books = booksOfTwoYears("KG", "");
        sell(books, "ACTUAL", "2026-05-31", "C1 P2 1 10.00 7.00");

        given().get(books.path() + YEARS)
                .then()
                .statusCode(422)
                .body("violations[0].message", containsString("no unit (P2), KG (P1)"));
    }

    @Test
    void whatHasNoQuantityStandsApartAndIsWarnedOf() {
        HttpBooks books = open("", "");
        given().contentType(ContentType.JSON)
                .body(HttpBooks.revenue("R1", "25.00"))
                .post(books.entries())
                .then()
                .statusCode(201);

        JsonPath bridge = get(books, YEARS + "&by=SEGMENT").jsonPath();

        assertRow(bridge, "rows[0]", "KEY 0.00 25.00 residual 0.00\nUNMEASURED 25.00");
        assertTrue(bridge.getString("warnings[0]").startsWith("No line has a quantity above zero on both sides"));
    }

    @Test
    void aLineWhoseUnitNothingTellsStandsApart() {
        HttpBooks books = open("KG", "KG");
        String line = "\"lines\":[{\"account\":\"8000\",\"credit\":\"%s\",\"quantity\":\"1\"}]";
        post(books, "ACTUAL", "2025-05-31", "unnamed", line.formatted("3.00"));
        post(books, "ACTUAL", "2026-05-31", "unnamed", line.formatted("5.00"));

        JsonPath bridge = get(books, YEARS).jsonPath();

        assertRow(bridge, "total", "null 3.00 5.00 residual 0.00\nUNMEASURED 2.00");
    }

    @Test
    void lossesAndNegativeRevenueHaveABridgeToo() {
        HttpBooks books = open("", "");
        sell(books, "ACTUAL", "2025-05-31", "C1 P1 2 1.00 9.00");
        sell(books, "ACTUAL", "2026-05-31", "C1 P1 4 2.00 20.00");
        post(books, "ACTUAL", "2026-05-31", "returned", """
                "dimensions":{"CUSTOMER":"C2","PRODUCT":"P1"},"lines":[
                {"account":"8000","amount":"7.00","quantity":"-1"},{"account":"7000","amount":"-5.00"}]""");

        JsonPath bridge = get(books, YEARS + "&by=CUSTOMER").jsonPath();

        assertRow(bridge, "rows[0]", "C1 -8.00 -18.00 residual 0.00\nVOLUME -8.00\nPURCHASE_COST -2.00");
        assertRow(bridge, "rows[1]", "C2 0.00 -2.00 residual 0.00\nUNMEASURED -2.00");
    }

    @Test
    void refusesAStatementWithoutGrossMarginAndNamesWhatIsMissing() {
        HttpBooks books = open("", "");
        books.put("/statement", """
                {"lines":[{"code":"GROSS_REVENUE","name":"Sales","kind":"AMOUNT","nature":"REVENUE"},
                {"code":"COGS","name":"Goods","kind":"AMOUNT","nature":"COST"},
                {"code":"LOGISTICS","name":"Freight","kind":"AMOUNT","nature":"COST"},
                {"code":"PROFIT","name":"Profit","kind":"SUBTOTAL","plus":["GROSS_REVENUE"],\
                "minus":["COGS","LOGISTICS"]}]}""");

        given().get(books.path() + YEARS)
                .then()
                .statusCode(400)
                .body("violations[0].parameter", equalTo("measure"))
                .body("violations[0].message", containsString("The statement has no NET_REVENUE, CM1, of which"));
    }

    @Test
    void emptyRangesHaveABridgeOfZeros() {
        JsonPath bridge = get(open("", ""), YEARS + "&by=SEGMENT").jsonPath();

        assertRow(bridge, "rows[0]", "null 0.00 0.00 residual 0.00");
        assertRow(bridge, "total", "null 0.00 0.00 residual 0.00");
        assertEquals(List.of(), bridge.getList("warnings"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from=2026-01&to=2026-12 | base | base is missing",
                "from=2026-01&to=2026-12&base=LAST_YEAR | base | base is \"LAST_YEAR\". Give PREVIOUS_YEAR, ",
                "from=2026-01&to=2026-12&base=2025-01 | base | base is \"2025-01\". Give",
                "from=2026-01&to=2026-12&base=2025-01..2025-12-31 | base | Give PREVIOUS_YEAR",
                "from=2026-01&to=2026-12&base=2025-12..2025-01 | base | Give the earlier first.",
                "from=2026-01&to=2026-12&base=1899-01..1899-12 | base | Give PREVIOUS_YEAR",
                "from=2026-01&to=2026-12&base=2025-01..2026-01 | base | overlaps the range 2026-01 to 2026-12",
                "from=2025-01&to=2026-12&base=PREVIOUS_YEAR | base | base 2024-01 to 2025-12 overlaps the range",
                "from=1900-01&to=1900-12&base=PREVIOUS_YEAR | base | begins before 1900-01-01. Give a later range.",
                "from=2026-01&to=2026-12&base=SCENARIO: | base | base is \"SCENARIO:\"",
                "from=2026-01&to=2026-12&base=SCENARIO:ACTUAL | base | Name another scenario.",
                "from=2026-01&to=2026-12&base=SCENARIO:NONE | base | has neither entries nor periods",
                "from=2026-01&to=2026-12&base=PREVIOUS_YEAR&measure=COGS | measure | that contains CM1: CM1, CM2, CM3",
                "from=2026-01&to=2026-12&base=PREVIOUS_YEAR&measure= | measure | that contains CM1: CM1, CM2, CM3",
                "from=2026-01&to=2026-12&base=PREVIOUS_YEAR&lines=NONE | lines | dimensions of the company",
                "from=2026-01&to=2026-12&base=PREVIOUS_YEAR&lines=PRODUCT,PRODUCT | lines | repeats \"PRODUCT\"",
                "from=2026-01&to=2026-12&base=PREVIOUS_YEAR&lines=PRODUCT@1 | lines | holds \"PRODUCT@1\"",
                "from=2026-01&to=2026-12&base=PREVIOUS_YEAR&by=SEGMENT&by=PRODUCT | by | given 2 times",
                "from=2026-01&to=2026-12&base=PREVIOUS_YEAR&measure=CM2&measure=CM3 | measure | given 2 times",
                "from=2026-01&to=2026-12&base=PREVIOUS_YEAR&base=SCENARIO:BUDGET | base | given 2 times",
                "from=2026-01&to=2026-12&base=PREVIOUS_YEAR&unitAttribute=unit | unitAttribute | No value of what",
                "from=2026-01&to=2026-12&base=PREVIOUS_YEAR&unitAttribute= | unitAttribute | such as unit",
                "from=2026-12&to=2026-01&base=PREVIOUS_YEAR | from | Give the earlier first.",
                "from=2026-01&to=2026-12&base=PREVIOUS_YEAR&by=NONE | by | is unknown"
            })
    void refusesWhatItCannotBridgeAndSaysWhatToChange(String query, String parameter, String message) {
        given().get(open(query.contains("lines") ? "KG" : "", "").path() + "/profit-bridge?" + query)
                .then()
                .statusCode(400)
                .body("violations.parameter", equalTo(List.of(parameter)))
                .body("violations.message", hasItem(containsString(message)));
    }

    private static HttpBooks booksOfTwoYears(String unitOfP1, String unitOfP2) {
        HttpBooks books = open(unitOfP1, unitOfP2);
        BEFORE.forEach(sale -> sell(books, "ACTUAL", "2025-03-31", sale));
        NOW.forEach(sale -> sell(books, "ACTUAL", "2026-03-31", sale));
        return books;
    }

    private static HttpBooks open(String unitOfP1, String unitOfP2) {
        HttpBooks books = HttpBooks.open();
        books.put(
                "/accounts",
                "[{\"code\":\"4000\",\"name\":\"Freight\",\"type\":\"EXPENSE\",\"statementLine\":\"LOGISTICS\"}]");
        books.put("/dimensions/PRODUCT", "{\"name\":\"Product\"}");
        books.put("/dimensions/PRODUCT/values", "[" + product("P1", unitOfP1) + "," + product("P2", unitOfP2) + "]");
        return books;
    }

    private static String product(String code, String unit) {
        return "{\"code\":\"" + code + "\",\"attributes\":{" + (unit.isEmpty() ? "" : "\"unit\":\"" + unit + "\"")
                + "}}";
    }

    private static void sell(HttpBooks books, String scenario, String date, String sale) {
        String[] of = sale.split(" ");
        post(books, scenario, date, sale, """
                "dimensions":{"CUSTOMER":"%s","PRODUCT":"%s"},"lines":[
                {"account":"8000","credit":"%s","quantity":"%s"},{"account":"7000","debit":"%s"}]""".formatted(of[0], of[1], of[3], of[2], of[4]));
    }

    private static void cost(HttpBooks books, String date, String amount) {
        post(books, "ACTUAL", date, "freight", "\"lines\":[{\"account\":\"4000\",\"debit\":\"" + amount + "\"}]");
    }

    private static void post(HttpBooks books, String scenario, String date, String name, String rest) {
        given().contentType(ContentType.JSON)
                .body("{\"externalId\":\"" + String.join("/", scenario, date, name)
                        + "\",\"kind\":\"COST\",\"scenario\":\"" + scenario + "\",\"postingDate\":\"" + date + "\","
                        + rest + "}")
                .post(books.entries())
                .then()
                .statusCode(201);
    }

    private static Response get(HttpBooks books, String query) {
        return given().get(books.path() + query)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    /** Key, the measure before and after, then each step that moved something. */
    private static void assertRow(JsonPath bridge, String row, String expected) {
        StringBuilder found = new StringBuilder();
        Map<String, String> key = bridge.getMap(row + ".key");
        found.append(key.isEmpty() ? null : key.values().iterator().next());
        found.append(' ').append(bridge.getString(row + ".before"));
        found.append(' ').append(bridge.getString(row + ".after"));
        found.append(" residual ").append(bridge.getString(row + ".residual")).append('\n');
        bridge.<Map<String, String>>getList(row + ".steps").stream()
                .filter(step -> !step.get("amount").equals("0.00"))
                .forEach(step -> found.append(step.get("step"))
                        .append(step.get("line") == null ? "" : " " + step.get("line"))
                        .append(' ')
                        .append(step.get("amount"))
                        .append('\n'));
        assertEquals(expected, found.toString().strip());
    }
}
