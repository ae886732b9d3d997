package nl.marge.demo;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.marge.demo.GoldenPage.Section;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What-ifs over HTTP on the books of worked example A. */
@QuarkusTest
class OracleFIT {

    private static final String COMPANY = "PAGE-oracle-f";
    private static final String PATH = "/api/v1/companies/" + COMPANY;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static boolean given;

    /** Once: the service cannot be reached before the first test begins. */
    @BeforeEach
    void giveTheBooksOfExampleA() {
        if (given) {
            return;
        }
        given = true;
        GoldenCompany company = new GoldenCompany(COMPANY);
        company.open();
        GoldenPage.read("oracle-a").sections(GoldenPage.GIVEN).forEach(company::give);
    }

    @Test
    void eachLeverComesOutAsThePageSays() {
        GoldenPage page = GoldenPage.read("oracle-f");
        List<Section> told = page.sections().stream()
                .map(section -> section.title().startsWith(GoldenPage.THEN) ? tell(section) : section)
                .toList();

        GoldenPage now = new GoldenPage("oracle-f", told);
        if (System.getProperty("golden.accept", "").equals("true")) {
            now.write();
        }
        assertEquals(page.text(), now.text());
    }

    @Test
    void tellsBeforeAfterAndDifferenceOfEveryLineAndStoresNothing() {
        String watermark = given().get(PATH + "/profit-and-loss?from=2025-01&to=2025-12")
                .then()
                .extract()
                .path("watermark");

        JsonPath answer = ask("/what-if", """
                {"from":"2025-01","to":"2025-12","by":"SEGMENT","levers":[
                 {"lever":"PRICE","filter":"SEGMENT:KEY","changePercent":"1"},
                 {"lever":"CREDIT_COLLECTION","filter":"SEGMENT:WEB","driver":"DUNNING","to":"300"}]}""")
                .statusCode(200)
                .body("rows.kind", contains("VALUE", "VALUE", "VALUE", "UNASSIGNED", "UNUSED_CAPACITY"))
                .body("rows.key.SEGMENT", contains("KEY", "MKB", "WEB", null, "~UNUSED_CAPACITY"))
                .body("rows[0].name", equalTo("Key accounts (12 customers)"))
                .body("levers[1].lever.to", equalTo("300"))
                .body("levers[1].lever.containsKey('changePercent')", equalTo(true))
                .body("levers[1].lever.changePercent", equalTo(null))
                .body("levers[1].rows.key.SEGMENT", contains("WEB", "~UNUSED_CAPACITY"))
                .body("levers[1].rows[0].effects.CM4", equalTo("1575.00"))
                .body("levers[1].company.OPERATING_PROFIT", equalTo("0.00"))
                .body("reconciliation.ledger", equalTo("94460.00"))
                .body("reconciliation.difference", equalTo("0.00"))
                .body("reconciliation.rowDifferences", equalTo("8624.00"))
                .body("reconciliation.unexplained", equalTo("0.00"))
                .body("allocationRuns", hasSize(1))
                .body("warnings", hasSize(0))
                .extract()
                .jsonPath();

        assertEquals("89416.76 98040.76 8624.00", line(answer, "rows[0].lines", "OPERATING_PROFIT"));
        assertEquals(
                "7875.00", text(answer, "rows[2].lines.find { it.line == 'CREDIT_COLLECTION' }.before", "12000.00"));
        assertEquals("94460.00 103084.00 8624.00", line(answer, "company.lines", "OPERATING_PROFIT"));
        assertEquals(watermark, answer.getString("watermark"));
    }

    /** What is left of an amount when another is taken away: the dunning beside the bad debt. */
    private static String text(JsonPath answer, String path, String less) {
        return new java.math.BigDecimal(answer.getString(path))
                .subtract(new java.math.BigDecimal(less))
                .toPlainString();
    }

    @Test
    void answersAsCsvToo() {
        given().contentType(ContentType.JSON)
                .accept("text/csv")
                .body("""
                        {"from":"2025-01","to":"2025-12","by":"SEGMENT","levers":[
                         {"lever":"MARKETING","filter":"SEGMENT:WEB","changeBy":"-5000.00"}]}""")
                .post(PATH + "/what-if")
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .body(containsString("dim.SEGMENT,name.SEGMENT,row_kind,line,line_kind,before,after,difference\r\n"))
                .body(containsString(
                        "WEB,Web shop (600 customers),VALUE,MARKETING,AMOUNT,50000.00,45000.00,-5000.00\r\n"))
                .body(containsString(",,TOTAL,OPERATING_PROFIT,SUBTOTAL,94460.00,99460.00,5000.00\r\n"));
    }

    @Test
    void leavesOutARunWhosePeriodTheRangeCuts() {
        ask("/what-if", """
                {"from":"2025-01-01","to":"2025-12-30","by":"SEGMENT","levers":[
                 {"lever":"BACK_OFFICE","filter":"SEGMENT:KEY","driver":"ORDER_LINES","changePercent":"-10"}]}""")
                .statusCode(200)
                .body("allocationRuns", hasSize(0))
                .body("warnings", hasSize(2))
                .body("warnings[0]", containsString("is left out: the range cuts its period"))
                .body("warnings[1]", containsString("Driver ORDER_LINES moves no cost in 2025-01-01 to 2025-12-30"))
                .body("reconciliation.companyDifference", equalTo("0.00"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"lever\":\"PRICE\"} | value_missing /levers/0",
                "{\"lever\":\"PRICE\",\"changeBy\":\"1\"} | value_invalid /levers/0/changeBy",
                "{\"lever\":\"PRICE\",\"changePercent\":\"1\",\"to\":\"2\"} | value_invalid /levers/0/to",
                "{\"lever\":\"PRICE\",\"changePercent\":\"1e2\"} | quantity_malformed /levers/0/changePercent",
                "{\"lever\":\"PRICE\",\"changePercent\":\"-100.1\"} | value_invalid /levers/0/changePercent",
                "{\"lever\":\"PRICE\",\"driver\":\"DUNNING\",\"changePercent\":\"1\"} | value_invalid /levers/0/driver",
                "{\"lever\":\"MARKETING\",\"changePercent\":\"1\",\"volumePercent\":\"1\"} | value_invalid /levers/0/volumePercent",
                "{\"lever\":\"MARKETING\",\"changeBy\":\"1.001\"} | amount_scale /levers/0/changeBy",
                "{\"lever\":\"MARKETING\",\"to\":\"x\"} | amount_malformed /levers/0/to",
                "{\"lever\":\"BACK_OFFICE\",\"driver\":\"NOPE\",\"to\":\"1\"} | driver_unknown /levers/0/driver",
                "{\"lever\":\"BACK_OFFICE\",\"driver\":\"CALLS\",\"to\":\"-1\"} | quantity_negative /levers/0/to",
                "{\"lever\":\"RENT\",\"changePercent\":\"1\"} | value_invalid /levers/0/lever",
                "{\"changePercent\":\"1\"} | value_missing /levers/0/lever",
                "{\"lever\":\"PRICE\",\"filter\":\"SEGMENT:NOPE\",\"changePercent\":\"1\"} | value_invalid /levers/0/filter",
                "{\"lever\":\"SALES_COMMISSION\",\"filter\":\"SEGMENT:WEB\",\"changeBy\":\"1\"} | value_invalid /levers/0/changeBy"
            })
    void refusesALeverThatCannotBeMoved(String lever, String violation) {
        ask("/what-if", "{\"from\":\"2025-01\",\"to\":\"2025-12\",\"by\":\"SEGMENT\",\"levers\":[" + lever + "]}")
                .statusCode(422)
                .body("violations.collect { it.code + ' ' + it.pointer }", contains(violation));
    }

    @Test
    void refusesAllThatIsWrongAtOnce() {
        ask("/what-if", """
                {"from":"2025-13","by":"NOPE","filter":"x","membership":"y","scenario":"a b","levers":[
                 {"lever":"PRICE"},{"lever":"MARKETING","changePercent":"1","changeBy":"1"}]}""")
                .statusCode(422)
                .body(
                        "violations.pointer.sort()",
                        contains(
                                "/by",
                                "/filter",
                                "/from",
                                "/levers/0",
                                "/levers/1/changeBy",
                                "/membership",
                                "/scenario",
                                "/to"));
        ask("/what-if", "{\"from\":\"2025-01\",\"to\":\"2025-12\",\"levers\":[]}")
                .statusCode(422)
                .body("violations.pointer", contains("/levers"));
        ask(
                        "/what-if",
                        "{\"from\":\"2025-02\",\"to\":\"2025-01\",\"levers\":[{\"lever\":\"PRICE\",\"changePercent\":1}]}")
                .statusCode(422)
                .body("violations.pointer", contains("/from"));
        ask("/what-if", "{\"leverz\":[]}").statusCode(400).body("violations.code", contains("member_unknown"));
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/companies/NOBODY/what-if")
                .then()
                .statusCode(404);
    }

    @Test
    void ranksOnePercentOfEachLever() {
        ask("/what-if/sensitivity", "{\"from\":\"2025-01\",\"to\":\"2025-12\",\"by\":\"SEGMENT\"}")
                .statusCode(200)
                .body("measure", equalTo("OPERATING_PROFIT"))
                .body("items[0].rank", equalTo(1))
                .body("items[0].key.SEGMENT", equalTo("KEY"))
                .body("items[0].lever", equalTo("PRICE"))
                .body("items[0].rowEffect", equalTo("8624.00"))
                .body("items[0].containsKey('driver')", equalTo(true))
                .body("items[0].driver", equalTo(null))
                .body("warnings", hasItem(containsString("took from pool SUPPORT does not flow on")))
                .body(
                        "items.find { it.driver == 'DUNNING' && it.key.SEGMENT == 'WEB' }.lever",
                        equalTo("CREDIT_COLLECTION"))
                .body("items.find { it.driver == 'DUNNING' && it.key.SEGMENT == 'WEB' }.rowEffect", equalTo("47.25"))
                .body(
                        "items.find { it.driver == 'DUNNING' && it.key.SEGMENT == 'WEB' }.companyEffect",
                        equalTo("0.00"));
    }

    @Test
    void tellsHowFarALeverHasToGo() {
        String head = "{\"from\":\"2025-01\",\"to\":\"2025-12\",\"by\":\"SEGMENT\",";
        ask("/what-if/break-even", head + """
                "lever":{"lever":"PRICE","filter":"SEGMENT:WEB"},"row":{"SEGMENT":"WEB"},
                "target":{"percentOfNetRevenue":"5"}}""")
                .statusCode(200)
                .body("line", equalTo("OPERATING_PROFIT"))
                .body("reachable", equalTo(true))
                .body("changePercent", equalTo("10.583814"))
                .body("before", equalTo("-19713.04"))
                .body("target", equalTo("21563.84"))
                .body("value", equalTo("21563.84"))
                .body("lever.containsKey('driver')", equalTo(true))
                .body("reason", equalTo(null));
        ask("/what-if/break-even", head + """
                "lever":{"lever":"MARKETING","filter":"SEGMENT:WEB"},"row":{"SEGMENT":"WEB"},"line":"CM4",
                "target":{"amount":"100000.00"}}""")
                .statusCode(200)
                .body("reachable", equalTo(false))
                .body("value", equalTo("64200.00"))
                .body("reason", containsString("No change from -100 to 1000 percent"));
        ask("/what-if/break-even", head + """
                "lever":{"lever":"PRICE","changePercent":"1"},"row":{"SEGMENT":"NOPE","X":"y"},"line":"Z",
                "target":{"amount":"1","percentOfNetRevenue":"1"}}""")
                .statusCode(422)
                .body(
                        "violations.pointer.sort()",
                        contains("/lever/changePercent", "/line", "/row", "/row/SEGMENT", "/target"));
    }

    @Test
    void keepsLeversCalculatesThemAgainAndComparesThem() {
        String dearer = """
                {"name":"One percent dearer","from":"2025-01","to":"2025-12","by":"SEGMENT","levers":[
                 {"lever":"PRICE","filter":"SEGMENT:KEY","changePercent":"1.0"}]}""";
        put("DEARER", dearer).statusCode(201).body("levers[0].changePercent", equalTo("1"));
        put("DEARER", dearer)
                .statusCode(200)
                .header("ETag", equalTo(given().get(PATH + "/what-ifs/DEARER").getHeader("ETag")));
        put("LEANER", "{\"levers\":[{\"lever\":\"MARKETING\",\"filter\":\"SEGMENT:WEB\",\"changeBy\":\"-5000\"}]}")
                .statusCode(201)
                .body("levers[0].changeBy", equalTo("-5000.00"))
                .body("name", equalTo("LEANER"));
        put("WRONG", "{\"from\":\"2025-01\",\"levers\":[{\"lever\":\"PRICE\"}]}")
                .statusCode(422)
                .body("violations.pointer.sort()", contains("/levers/0", "/to"));

        given().get(PATH + "/what-ifs").then().statusCode(200).body("items.code", contains("DEARER", "LEANER"));
        given().get(PATH + "/what-ifs/DEARER/result")
                .then()
                .statusCode(200)
                .body("reconciliation.companyDifference", equalTo("8624.00"));
        given().get(PATH + "/what-ifs/LEANER/result")
                .then()
                .statusCode(400)
                .body("violations.message", hasItem(containsString("What-if LEANER has no range of its own")));
        given().get(PATH + "/what-if-comparison?codes=LEANER")
                .then()
                .statusCode(400)
                .body("violations.message", hasItem(containsString("None of the what-ifs has a range of its own")));
        given().get(PATH + "/what-if-comparison?codes=LEANER,DEARER")
                .then()
                .statusCode(200)
                .body("from", equalTo("2025-01"))
                .body("to", equalTo("2025-12"))
                .body("by", contains("SEGMENT"))
                .body("company[4].after.LEANER", equalTo("99460.00"));
        given().get(PATH + "/what-ifs/LEANER/result?from=2025-01&to=2025-12&by=&format=csv")
                .then()
                .statusCode(200)
                .body(containsString("VALUE,MARKETING,AMOUNT,80000.00,75000.00,-5000.00\r\n"));
        JsonPath compared = given().get(
                        PATH + "/what-if-comparison?codes=LEANER,DEARER&from=2025-01&to=2025-12&by=SEGMENT")
                .then()
                .statusCode(200)
                .body("whatIfs.code", contains("LEANER", "DEARER"))
                .body("company.line", contains("CM1", "CM2", "CM3", "CM4", "OPERATING_PROFIT"))
                .extract()
                .jsonPath();
        assertEquals("94460.00", compared.getString("company[4].before"));
        assertEquals("99460.00", compared.getString("company[4].after.LEANER"));
        assertEquals("103084.00", compared.getString("company[4].after.DEARER"));
        given().get(PATH + "/what-if-comparison?codes=NOPE&from=2025-01&to=2025-12")
                .then()
                .statusCode(400);

        given().delete(PATH + "/what-ifs/LEANER").then().statusCode(204);
        given().get(PATH + "/what-ifs/LEANER").then().statusCode(404);
        given().delete(PATH + "/what-ifs/LEANER").then().statusCode(404);
        given().delete(PATH + "/what-ifs/DEARER").then().statusCode(204);
    }

    /** Each row of the section as the service answers it. */
    private static Section tell(Section section) {
        String[] words = section.title().split(" ");
        List<List<String>> rows = new ArrayList<>();
        for (Map<String, String> row : section.rows()) {
            Map<String, String> lever = new LinkedHashMap<>();
            for (String member : List.of("lever", "filter", "driver", "changePercent", "changeBy", "to")) {
                if (!row.get(member).isEmpty()) {
                    lever.put(member, row.get(member));
                }
            }
            JsonPath answer = ask(
                            "/what-if",
                            json(Map.of("from", words[3], "to", words[4], "by", words[2], "levers", List.of(lever))))
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            List<String> cells = new ArrayList<>(row.values());
            cells.set(7, difference(answer, "rows.find { it.key.SEGMENT == '" + row.get("row") + "' }.lines"));
            cells.set(8, difference(answer, "company.lines"));
            // A cost that grows makes the row's profit fall.
            cells.set(
                    9,
                    difference(answer, "rows.find { it.kind == 'UNUSED_CAPACITY' }.lines")
                            .replace("-", ""));
            rows.add(cells);
        }
        return section.with(rows, "");
    }

    private static String difference(JsonPath answer, String lines) {
        return answer.getString(lines + ".find { it.line == 'OPERATING_PROFIT' }.difference");
    }

    private static String line(JsonPath answer, String lines, String line) {
        String found = lines + ".find { it.line == '" + line + "' }.";
        return answer.getString(found + "before") + " " + answer.getString(found + "after") + " "
                + answer.getString(found + "difference");
    }

    private static ValidatableResponse ask(String resource, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post(PATH + resource)
                .then();
    }

    private static ValidatableResponse put(String code, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .put(PATH + "/what-ifs/" + code)
                .then();
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("maps can be written: " + body, impossible);
        }
    }
}
