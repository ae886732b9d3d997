package nl.marge.company;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Companies over HTTP. */
@QuarkusTest
class CompanyResourceIT {

    private static final String ACME = "{\"name\":\"Acme BV\",\"currency\":\"EUR\"}";

    @Test
    void createsCompanyWithDefaultsAndShowsIt() {
        CompanyClient company = CompanyClient.of("CO-CREATE");

        company.put("", ACME)
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("code", equalTo("CO-CREATE"))
                .body("name", equalTo("Acme BV"))
                .body("currency", equalTo("EUR"))
                .body("fiscalYearStartMonth", equalTo(1))
                .body("timeZone", equalTo("UTC"));
        String shown = company.get("")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .extract()
                .asString();
        assertEquals(
                "{\"code\":\"CO-CREATE\",\"name\":\"Acme BV\",\"currency\":\"EUR\",\"fiscalYearStartMonth\":1,"
                        + "\"timeZone\":\"UTC\"}",
                shown);
        company.put("", shown).statusCode(200).header("ETag", "\"1\"");
    }

    @Test
    void replacesCompanyOnlyAtTheVersionAskedFor() {
        CompanyClient company = CompanyClient.ofNew("CO-MATCH");

        company.putIfMatch("", "\"1\"", ACME).statusCode(200).header("ETag", "\"2\"");
        company.putIfMatch("", "\"1\"", ACME)
                .statusCode(412)
                .body("code", equalTo("precondition_failed"))
                .body("violations.code", contains("version_changed"))
                .body(
                        "detail",
                        equalTo("Company CO-MATCH has version 2, not version 1: somebody else changed it. Read it"
                                + " again."));
        CompanyClient.of("CO-MATCH-NEW").putIfMatch("", "\"1\"", ACME).statusCode(412);
        CompanyClient.of("CO-MATCH-NEW").get("").statusCode(404);
    }

    @Test
    void answersNotModifiedToWhomHasTheVersion() {
        CompanyClient.ofNew("CO-304");

        given().header("If-None-Match", "\"1\"")
                .get("/api/v1/companies/CO-304")
                .then()
                .statusCode(304);
    }

    @Test
    void tellsAllViolationsOfContentAtOnce() {
        CompanyClient.of("CO-BAD")
                .put("", "{\"code\":\"OTHER\",\"currency\":\"CLF\",\"fiscalYearStartMonth\":0,\"timeZone\":\"+02:00\"}")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("entry_refused"))
                .body("violationsTotal", equalTo(5))
                .body(
                        "violations.code",
                        contains(
                                "currency_not_supported",
                                "code_invalid",
                                "value_missing",
                                "value_invalid",
                                "value_invalid"))
                .body(
                        "violations.pointer",
                        contains("/currency", "/code", "/name", "/fiscalYearStartMonth", "/timeZone"));
        CompanyClient.of("CO-BAD").get("").statusCode(404);
    }

    @Test
    void refusesWrongShapeBeforeContent() {
        CompanyClient.of("CO-SHAPE")
                .put("", "{\"name\":1,\"currency\":\"EUR\",\"colour\":\"red\",\"currency\":\"USD\"}")
                .statusCode(400)
                .body("violations.code", contains("member_repeated", "member_unknown", "type_wrong"));
        given().get("/api/v1/companies/CO-SHAPE?colour=red")
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown"));
    }

    @Test
    void refusesTextInThePathThatIsNoCode() {
        given().contentType("application/json")
                .body(ACME)
                .put("/api/v1/companies/{company}", "a b")
                .then()
                .statusCode(422)
                .body("violations.code", contains("code_invalid"));
        given().get("/api/v1/companies/{company}", "a b").then().statusCode(404);
    }

    @Test
    void tellsCompaniesApartThatDifferInCaseOnly() {
        CompanyClient.ofNew("CO-CASE");

        CompanyClient.of("co-case").get("").statusCode(404);
        CompanyClient.ofNew("co-case").get("").body("name", equalTo("co-case BV"));
        CompanyClient.of("CO-CASE").get("").body("name", equalTo("CO-CASE BV"));
    }

    @Test
    void listsCompaniesPageByPageInByteOrder() {
        List<String> codes = IntStream.range(0, 5).mapToObj(i -> "CO-LIST-" + i).toList();
        codes.forEach(CompanyClient::ofNew);

        List<String> listed = new ArrayList<>();
        String cursor = null;
        do {
            var page = (cursor == null
                            ? given().queryParam("limit", 2)
                            : given().queryParam("limit", 2).queryParam("cursor", cursor))
                    .get("/api/v1/companies")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            listed.addAll(page.getList("items.code", String.class));
            cursor = page.getString("next");
        } while (cursor != null);

        assertTrue(listed.containsAll(codes), listed.toString());
        assertEquals(listed.stream().sorted().distinct().toList(), listed);
        given().get("/api/v1/companies?limit=1000")
                .then()
                .body("next", nullValue())
                .body("items.code", hasItems(codes.toArray()));
        given().get("/api/v1/companies?limit=1001")
                .then()
                .statusCode(400)
                .body("violations.parameter", contains("limit"))
                .body("violations[0].message", startsWith("Parameter limit is \"1001\"."));
    }

    @Test
    void createsOneCompanyWhenTwoClientsAskAtTheSameMoment() {
        List<Integer> answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(
                        i -> CompanyClient.of("CO-RACE").put("", ACME).extract().statusCode())
                .sorted()
                .toList();

        assertEquals(List.of(200, 200, 200, 200, 200, 200, 200, 201), answers);
        CompanyClient.of("CO-RACE").get("").header("ETag", "\"1\"");
    }
}
