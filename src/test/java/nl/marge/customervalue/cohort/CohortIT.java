package nl.marge.customervalue.cohort;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.marge.customervalue.CustomerBooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cohorts over HTTP, worked out in docs/spec-customer-retention.md. */
@QuarkusTest
class CohortIT {

    private static final String RANGE = "/cohorts?from=2026-01-01&to=2026-04-15";

    @Test
    void tellsWhatEachCohortDidAgeByAge() {
        JsonPath answer = CustomerBooks.golden()
                .get(RANGE)
                .statusCode(200)
                .header("X-Marge-Difference", "0.00")
                .body("cohorts.cohort", contains("2026-01", "2026-02", "2026-03", "2026-04"))
                .body("cohorts.customers", contains(2, 2, 0, 0))
                .body("cohorts.acquisitionCost", contains("90.00", "100.00", "0.00", "0.00"))
                .body("cohorts.cac.value", contains("45.00", "50.00", null, null))
                .body("cohorts.cac.missing", contains(null, null, "NO_CUSTOMERS", "NO_CUSTOMERS"))
                .body("cohorts.valueToDate", contains("165.00", "130.00", "0.00", "0.00"))
                .body("cohorts.valueToCac.value", contains("1.83", "1.30", null, null))
                .body("cohorts.payback.value", contains("1.13", "0.77", null, null))
                .body("segmentCohorts", hasSize(0))
                .body("observedThrough", equalTo("2026-04-15"))
                .extract()
                .jsonPath();

        assertEquals(
                List.of(
                        "0: 2 300.00 85.00 100.00 100.00 100.00 85.00 42.50",
                        "1: 1 100.00 40.00 50.00 33.33 47.06 125.00 62.50",
                        "2: 1 100.00 20.00 50.00 33.33 23.53 145.00 72.50",
                        "null"),
                cells(answer, "cohorts[0]"));
        assertEquals(
                List.of(
                        "0: 2 380.00 130.00 100.00 100.00 100.00 130.00 65.00",
                        "1: 1 0.00 0.00 50.00 0.00 0.00 130.00 65.00",
                        "null"),
                cells(answer, "cohorts[1]"));
        assertEquals(List.of("0: 0 0.00 0.00 null null null 0.00 null", "null"), cells(answer, "cohorts[2]"));
        assertEquals(
                "50.00 20.00",
                answer.getString("cohorts[0].running.netRevenue") + " "
                        + answer.getString("cohorts[0].running.margin"));
    }

    @Test
    void sumsToTheProfitAndLoss() {
        CustomerBooks books = CustomerBooks.golden();
        String report = books.get("/profit-and-loss?from=2026-01-01&to=2026-04-15")
                .extract()
                .path("rows[0].lines.find { it.line == 'CM4' }.values[0]");

        assertEquals("255.00", report);
        books.get(RANGE)
                .body("company.value", equalTo(report))
                .body("company.difference", equalTo("0.00"))
                .body("company.netRevenue", equalTo("1430.00"))
                .body("company.acquisitionCost", equalTo("220.00"))
                .body("before.customers", equalTo(1))
                .body("before.netRevenue", equalTo("500.00"))
                .body("before.margin", equalTo("200.00"))
                .body("withoutPurchase.customers", equalTo(1))
                .body("withoutPurchase.acquisitionCost", equalTo("30.00"))
                .body("unassigned.margin", equalTo("-20.00"))
                .body("unassigned.acquisitionCost", equalTo("0.00"))
                .body("total.margin", equalTo("295.00"))
                .body("total.acquisitionCost", equalTo("190.00"))
                .body("reconciliation.ledger", equalTo("255.00"))
                .body("reconciliation.difference", equalTo("0.00"));
    }

    @Test
    void tellsSegmentsTooWithTheCampaignsThatWereForThem() {
        CustomerBooks.golden()
                .get(RANGE + "&segmentBy=SEGMENT")
                .statusCode(200)
                .body(
                        "segmentCohorts.collect { it.cohort + ' ' + it.segment + ' ' + it.customers + ' ' +"
                                + " it.acquisitionCost + ' ' + it.cac.value + ' ' + it.payback.value }",
                        contains(
                                "2026-01 KEY 2 90.00 45.00 1.13",
                                "2026-02 MKB 2 40.00 20.00 0.31",
                                "2026-02 null 0 60.00 null null"))
                .body("segments.segment", contains("KEY", "MKB", null))
                .body("segments.customers", contains(2, 2, 0))
                .body("segments.valueToCac.value", contains("1.83", "3.25", null))
                .body("segments.valueToCac.missing", contains(null, null, "NO_CUSTOMERS"));
    }

    @Test
    void tellsHowManyStillBuy() {
        JsonPath answer = CustomerBooks.golden()
                .get(RANGE + "&silence=P1M&segmentBy=SEGMENT")
                .statusCode(200)
                .body("total.observed", equalTo(4))
                .body("total.lost", equalTo(2))
                .body("segments[0].observed", equalTo(2))
                .extract()
                .jsonPath();

        assertEquals(
                List.of("0 0 4 1 0.7500 0.2165", "1 30 2 1 0.7500 0.2165", "2 60 1 2 0.3750 0.2864"),
                answer.getList(
                        "total.survival.collect { it.age + ' ' + it.days + ' ' + it.atRisk + ' ' + it.lost + ' ' +"
                                + " it.survival + ' ' + it.standardError }"));
    }

    @Test
    void discountsToTheBeginningOfTheCohort() {
        CustomerBooks books = CustomerBooks.open();
        books.post(
                books.sale("2022-01-01", "A", "100.00", "50.00"),
                // 1461 days later: 146.41 at 10 % is worth 100.
                books.sale("2026-01-01", "A", "200.00", "53.59"));

        books.get("/cohorts?from=2022-01&to=2026-03&grain=QUARTER&annualRate=0.10")
                .statusCode(200)
                .body("annualRate", equalTo("0.10"))
                .body("cohorts[0].cohort", equalTo("2022-Q1"))
                .body("cohorts[0].valueToDate", equalTo("150.00"))
                .body("cohorts[0].cells[16].margin", equalTo("146.41"))
                .body("cohorts[0].cells[16].cumulativeValue", equalTo("150.00"))
                .body("cohorts[0].payback.missing", equalTo("NO_ACQUISITION_COST"));
    }

    @Test
    void answersAsCsvToo() {
        String csv = CustomerBooks.golden()
                .get(RANGE + "&segmentBy=SEGMENT&format=csv")
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .extract()
                .asString();

        List<String> lines = csv.lines().toList();
        assertEquals("COHORT,ALL,2026-01,,,2,,,,,90.00,,,,,,45.00,165.00,1.83,1.13", lines.get(1));
        assertEquals("CELL,ALL,2026-01,,,2,1,1,100.00,40.00,,50.00,33.33,47.06,125.00,62.50,,,,", lines.get(3));
        assertEquals("CELL,ALL,2026-01,,,2,3,,,,,,,,,,,,,", lines.get(5));
        assertEquals("RUNNING,ALL,2026-01,,,2,,,50.00,20.00,,,,,,,,,,", lines.get(6));
        assertEquals("BEFORE,ALL,,,,1,,,500.00,200.00,0.00,,,,,,,,,", lines.get(lines.size() - 4));
        assertEquals(
                1,
                lines.stream()
                        .map(line -> line.split(",", -1).length)
                        .distinct()
                        .count());
        assertEquals(
                1430_00L,
                lines.stream()
                        .map(line -> line.split(",", -1))
                        .filter(cells -> cells[1].equals("ALL") && !cells[8].isEmpty())
                        .mapToLong(cells -> Long.parseLong(cells[8].replace(".", "")))
                        .sum());
    }

    @Test
    void tellsNothingTwiceToWhoHasItAlready() {
        CustomerBooks books = CustomerBooks.golden();
        Response first = given().get(books.path() + RANGE);

        given().header("If-None-Match", first.header("ETag"))
                .get(books.path() + RANGE)
                .then()
                .statusCode(304);
        given().header("If-None-Match", first.header("ETag"))
                .get(books.path() + RANGE + "&silence=P1M")
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(first.header("ETag"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filter=CUSTOMER:A",
                "filter=CUSTOMER:A,",
                "filter=SEGMENT:KEY&membership=AS_IS",
                "filter=SEGMENT:&membership=AS_OF:2026-02-01",
                "measure=CM1",
                "measure=NET_PROFIT&kinds=JOURNAL",
                "grain=QUARTER&annualRate=0.08",
                "allocation=BEFORE"
            })
    void sumsToTheProfitAndLossHoweverItIsAsked(String asked) {
        CustomerBooks books = CustomerBooks.golden();
        books.get(RANGE + "&segmentBy=SEGMENT&" + asked)
                .statusCode(200)
                .body("company.difference", equalTo("0.00"))
                .body("unassigned.acquisitionCost", equalTo("0.00"))
                .body("reconciliation.difference", equalTo("0.00"));
        String scored = asked.startsWith("grain") ? "money=REVENUE" : asked;
        books.get("/rfm?from=2026-01-01&to=2026-04-15&" + scored)
                .statusCode(200)
                .body("company.difference", equalTo("0.00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cohorts", "rfm"})
    void sumsToTheProfitAndLossOfTheDemo(String report) {
        given().post("/api/v1/demo").then().statusCode(200);
        String demo = "/api/v1/companies/DEMO/";
        String value = given().get(demo + "profit-and-loss?from=2025-02&to=2025-12")
                .path("rows[0].lines.find { it.line == 'CM4' }.values[0]");

        given().get(demo + report + "?from=2025-02&to=2025-12")
                .then()
                .statusCode(200)
                .body("company.value", equalTo(value))
                .body("company.difference", equalTo("0.00"))
                .body("reconciliation.difference", equalTo("0.00"));
    }

    @Test
    void leavesOpenWhatHasNotHappenedYet() {
        CustomerBooks books = CustomerBooks.open();
        books.post(books.sale("2026-01-10", "A", "100.00", "60.00"));

        ValidatableResponse answer =
                books.get("/cohorts?from=2026-01&to=2036-12&grain=QUARTER").statusCode(200);

        List<Map<String, Object>> cells = answer.extract().path("cohorts[0].cells");
        assertEquals(44, cells.size());
        assertEquals(null, cells.get(43));
    }

    @Test
    void answersForACompanyWithoutAnyCustomer() {
        CustomerBooks books = CustomerBooks.open();

        books.get("/cohorts?from=2026-01&to=2026-02&segmentBy=SEGMENT&annualRate=0")
                .statusCode(200)
                .body("cohorts.customers", contains(0, 0))
                .body("total.cac.missing", equalTo("NO_CUSTOMERS"))
                .body("total.valueToCac.missing", equalTo("NO_CUSTOMERS"))
                .body("total.survival", hasSize(0))
                .body("segments", hasSize(0))
                .body("company.value", equalTo("0.00"));
    }

    @Test
    void answersForCustomersWhoOnlyLose() {
        CustomerBooks books = CustomerBooks.open();
        books.post(
                books.sale("2026-01-10", "A", "100.00", "160.00"),
                books.cost("2026-01-10", "4510", "50.00", "{\"CUSTOMER\":\"A\"}"));

        books.get("/cohorts?from=2026-01&to=2026-02")
                .statusCode(200)
                .body("cohorts[0].payback.missing", equalTo("NOT_YET"))
                .body("cohorts[0].valueToCac.value", equalTo("-1.20"))
                .body("cohorts[0].cells[1].revenueRetention", equalTo("0.00"))
                .body("cohorts[0].cells[1].marginRetention", equalTo(null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "to=2026-04 | from | Parameter from is missing",
                "from=2026-01&to=2026-04&of=NOPE | of | Dimension \"NOPE\" is unknown",
                "from=2026-01&to=2026-04&segmentBy=NOPE | segmentBy | Dimension \"NOPE\" is unknown",
                "from=2026-01&to=2026-04&segmentBy=CHANNEL | segmentBy | CHANNEL is not derived from CUSTOMER",
                "from=2026-01&to=2026-04&measure=COGS | measure | a subtotal of the statement",
                "from=2026-01&to=2026-04&grain=WEEK | grain | one of MONTH, QUARTER",
                "from=2026-01&to=2026-04&silence=6 | silence | such as P1Y",
                "from=2026-01&to=2026-04&silence=P0D | silence | above 0",
                "from=2026-01&to=2026-04&annualRate=-0.1 | annualRate | 0.10 is 10 %",
                "from=2026-01&to=2026-04&annualRate=10 | annualRate | 0.10 is 10 %",
                "from=1990-01&to=2026-04 | from | at most 240 months, or grain=QUARTER",
                "from=2026-05&to=2026-04 | from | Give the earlier first",
                "from=2026-01&to=2026-04&scenario=NOPE | scenario | NOPE",
                "from=2026-01&to=2026-04&filter=X | filter | colon",
                "from=2026-01&to=2026-04&x=1 | x | is not known here"
            })
    void refusesWhatMeansNothing(String query, String parameter, String says) {
        CustomerBooks.open()
                .get("/cohorts?" + query)
                .statusCode(400)
                .body("violations.parameter", contains(parameter))
                .body("violations[0].message", containsString(says));
    }

    @Test
    void refusesAStatementByWhichNoPurchaseIsKnown() {
        CustomerBooks books = CustomerBooks.open();
        books.put("/statement", """
                {"lines":[{"code":"GROSS_REVENUE","name":"Revenue","kind":"AMOUNT","nature":"REVENUE"},
                {"code":"COGS","name":"Goods","kind":"AMOUNT","nature":"COST"},
                {"code":"MARKETING","name":"Marketing","kind":"AMOUNT","nature":"COST"},
                {"code":"CUSTOMER_SERVICE","name":"Service","kind":"AMOUNT","nature":"COST"},
                {"code":"PROFIT","name":"Profit","kind":"SUBTOTAL","plus":["GROSS_REVENUE"],
                "minus":["COGS","MARKETING","CUSTOMER_SERVICE"]}]}""");

        books.get("/cohorts?from=2026-01&to=2026-04")
                .statusCode(400)
                .body("violations.parameter", contains("measure"))
                .body("violations[0].message", containsString("no line NET_REVENUE"));
    }

    private static List<String> cells(JsonPath answer, String cohort) {
        List<String> told = new ArrayList<>();
        for (Map<String, Object> cell : answer.<Map<String, Object>>getList(cohort + ".cells")) {
            told.add(
                    cell == null
                            ? "null"
                            : cell.get("age") + ": " + cell.get("customersActive") + " " + cell.get("netRevenue") + " "
                                    + cell.get("margin") + " " + cell.get("logoRetention") + " "
                                    + cell.get("revenueRetention") + " " + cell.get("marginRetention") + " "
                                    + cell.get("cumulativeValue") + " " + cell.get("cumulativePerCustomer"));
        }
        return told;
    }
}
