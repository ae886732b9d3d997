package nl.marge.demo;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.marge.demo.GoldenPage.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Customer lifetime value by the retention formulas, over HTTP. */
@QuarkusTest
class OracleGIT {

    private static final List<String> GIVEN = List.of(
            "timing", "margin", "retention", "marginGrowth", "annualRate", "period", "periods", "acquisitionCost");

    @Test
    void eachCustomerComesOutAsThePageSays() {
        GoldenPage page = GoldenPage.read("oracle-g");
        List<Section> told = page.sections().stream()
                .map(section -> section.title().startsWith(GoldenPage.THEN) ? tell(section) : section)
                .toList();

        GoldenPage now = new GoldenPage("oracle-g", told);
        if (System.getProperty("golden.accept", "").equals("true")) {
            now.write();
        }
        assertEquals(page.text(), now.text());
    }

    /** The segments of worked example A as its customers: capacity that nobody used stands apart. */
    @Test
    void sumsToTheCompanyAfterAllocation() {
        GoldenCompany company = new GoldenCompany("PAGE-oracle-g");
        company.open();
        GoldenPage.read("oracle-a").sections(GoldenPage.GIVEN).forEach(company::give);

        for (String report : List.of("cohorts", "rfm")) {
            given().get("/api/v1/companies/PAGE-oracle-g/" + report + "?from=2025-01&to=2025-12&of=SEGMENT")
                    .then()
                    .statusCode(200)
                    .body("company.value", equalTo("254460.00"))
                    .body("company.difference", equalTo("0.00"))
                    .body("capacity.margin", equalTo("-8158.50"))
                    .body("unassigned.margin", equalTo("0.00"))
                    .body("reconciliation.ledger", equalTo("94460.00"))
                    .body("reconciliation.difference", equalTo("0.00"))
                    .body("reconciliation.unallocated", equalTo("0.00"))
                    .body("reconciliation.allocationRuns.size()", equalTo(1));
        }
    }

    @Test
    void namesAllThatTheValueDependsOn() {
        ask("{\"margin\":1000,\"retention\":0.8,\"annualRate\":0.10,\"timing\":\"ADVANCE\"}")
                .statusCode(200)
                .body("beforeAcquisition", equalTo("3666.67"))
                .body("value", equalTo("3666.67"))
                .body("acquisitionCost", equalTo("0.00"))
                .body("clvToCac.value", equalTo(null))
                .body("clvToCac.missing", equalTo("NO_ACQUISITION_COST"))
                .body("timing", equalTo("ADVANCE"))
                .body("periods", equalTo(null))
                .body("rate.annual", equalTo("0.10"))
                .body("rate.basis", equalTo("ANNUAL_EFFECTIVE"))
                .body("rate.period", equalTo("P1Y"))
                .body("rate.perPeriod", equalTo("0.1000000000"))
                .body("retention", equalTo("0.8"))
                .body("marginGrowth", equalTo("0"));
    }

    @Test
    void hasTheDecimalsOfTheCurrency() {
        ask("{\"margin\":\"1000\",\"retention\":\"0.8\",\"annualRate\":\"0.1\",\"timing\":\"ADVANCE\",\"currency\":\"JPY\"}")
                .statusCode(200)
                .body("value", equalTo("3667"));
        ask("{\"margin\":\"1000.001\",\"retention\":\"0.8\",\"annualRate\":\"0.1\",\"timing\":\"ADVANCE\",\"currency\":\"KWD\"}")
                .statusCode(200)
                .body("value", equalTo("3666.670"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"margin\":\"1e3\" | amount_malformed /margin | margin is \"1e3\"",
                "\"margin\":\"1.001\" | amount_scale /margin | at most 15 digits before and 2 after the point",
                "\"margin\":\"1000000000000000\" | amount_limit /margin | at most 15 digits",
                "\"margin\":null | value_missing /margin | margin is missing",
                "\"retention\":\"1.01\" | value_invalid /retention | a fraction from 0 to 1",
                "\"retention\":\"-0.01\" | value_invalid /retention | a fraction from 0 to 1",
                "\"retention\":\"0.1234567890123\" | value_invalid /retention | at most 12 decimals",
                "\"annualRate\":\"-0.10\" | value_invalid /annualRate | 0.10 is 10 %",
                "\"annualRate\":\"10\" | value_invalid /annualRate | 0.10 is 10 %",
                "\"annualRate\":null | value_missing /annualRate | annualRate is missing",
                "\"marginGrowth\":\"-1\" | value_invalid /marginGrowth | above -1",
                "\"acquisitionCost\":\"-1\" | value_invalid /acquisitionCost | acquisitionCost is -1.00",
                "\"periods\":0 | value_invalid /periods | Give 1 to 10000, or null for ever",
                "\"periods\":10001 | value_invalid /periods | Give 1 to 10000",
                "\"period\":\"P0D\" | value_invalid /period | such as P1Y",
                "\"period\":\"P101Y\" | value_invalid /period | at most P100Y",
                "\"period\":\"PT1H\" | value_invalid /period | such as P1Y",
                "\"period\":\"year\" | value_invalid /period | such as P1Y",
                "\"timing\":\"LATER\" | value_invalid /timing | ADVANCE, ARREARS_FIRST_SURE, ARREARS_RETAINED",
                "\"timing\":null | value_missing /timing | timing is missing",
                "\"currency\":\"XAU\" | currency_unknown /currency | such as EUR",
                "\"retention\":\"1\",\"annualRate\":\"0\" | value_invalid /retention | the sum for ever has no end",
                "\"marginGrowth\":\"0.375\" | value_invalid /retention | is not below 1 + the rate of a period",
                "\"marginGrowth\":\"1\",\"periods\":1000 | amount_limit /periods | Give fewer periods"
            })
    void refusesTermsThatMeanNothing(String changed, String violation, String says) {
        ask(terms(changed))
                .statusCode(422)
                .body("violations.collect { it.code + ' ' + it.pointer }", contains(violation))
                .body("violations[0].message", containsString(says));
    }

    @Test
    void refusesAllThatIsWrongAtOnce() {
        ask("{\"margin\":\"x\",\"retention\":\"2\",\"annualRate\":\"-1\",\"marginGrowth\":\"9\",\"periods\":0,"
                        + "\"acquisitionCost\":\"-1\",\"period\":\"x\",\"timing\":\"x\",\"currency\":\"x\"}")
                .statusCode(422)
                .body(
                        "violations.pointer.sort()",
                        contains(
                                "/acquisitionCost",
                                "/annualRate",
                                "/currency",
                                "/margin",
                                "/marginGrowth",
                                "/period",
                                "/periods",
                                "/retention",
                                "/timing"));
        ask("{\"margins\":1}").statusCode(400).body("violations.code", contains("member_unknown"));
        ask("{\"periods\":\"5\"}").statusCode(400).body("violations.code", contains("type_wrong"));
        given().contentType(ContentType.JSON)
                .body(terms(""))
                .post("/api/v1/clv/simple?x=1")
                .then()
                .statusCode(400)
                .body("violations.code", contains("parameter_unknown"));
    }

    /** Oracle G's terms with some members said otherwise. */
    private static String terms(String changed) {
        StringBuilder terms = new StringBuilder("{").append(changed);
        Map.of(
                        "margin", "\"1000\"",
                        "retention", "\"0.8\"",
                        "annualRate", "\"0.10\"",
                        "timing", "\"ADVANCE\"")
                .forEach((member, value) -> {
                    if (!changed.contains("\"" + member + "\"")) {
                        terms.append(terms.length() > 1 ? "," : "")
                                .append("\"" + member + "\":")
                                .append(value);
                    }
                });
        return terms.append("}").toString();
    }

    /** Each row of the section as the service answers it. */
    private static Section tell(Section section) {
        List<List<String>> rows = new ArrayList<>();
        for (Map<String, String> row : section.rows()) {
            String body = GIVEN.stream()
                    .filter(member -> !row.get(member).isEmpty())
                    .map(member -> "\"" + member + "\":" + json(member, row.get(member)))
                    .collect(Collectors.joining(",", "{", "}"));
            JsonPath answer = ask(body).statusCode(200).extract().jsonPath();
            List<String> cells = new ArrayList<>(GIVEN.stream().map(row::get).toList());
            cells.add(answer.getString("beforeAcquisition"));
            cells.add(answer.getString("value"));
            for (String figure : List.of("marginMultiple", "clvToCac", "payback.undiscounted", "payback.discounted")) {
                String value = answer.getString(figure + ".value");
                cells.add(value == null ? answer.getString(figure + ".missing") : value);
            }
            cells.add(answer.getString("rate.perPeriod"));
            rows.add(cells);
        }
        return section.with(rows, "");
    }

    private static String json(String member, String cell) {
        return member.equals("periods") ? cell : "\"" + cell + "\"";
    }

    private static ValidatableResponse ask(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/clv/simple")
                .then();
    }
}
