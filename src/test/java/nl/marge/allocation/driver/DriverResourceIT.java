package nl.marge.allocation.driver;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.ledger.HttpBooks;
import org.junit.jupiter.api.Test;

/** Drivers and their quantities over HTTP. */
@QuarkusTest
class DriverResourceIT {

    private static final String ORDERS = """
            {"code":"ORDERS","name":"Orders","unit":"ORDER","source":"LEDGER","measure":"DISTINCT:CUSTOMER",\
            "accounts":["8000"],"filter":"CHANNEL:WEB","receivers":["SEGMENT"],"negative":"REFUSE"}""";

    private static final String LINES = """
            {"code":"LINES","unit":"LINE","receivers":["SEGMENT"]}""";

    private static final YearMonth MARCH = YearMonth.parse("2026-03");

    @Inject
    Companies companies;

    @Inject
    DriverQuantities quantities;

    @Test
    void createsReadsReplacesAndRemovesOneDriver() {
        String drivers = HttpBooks.open().path() + "/drivers";

        String tag = put(drivers + "/ORDERS", ORDERS).statusCode(201).extract().header("ETag");
        String shown = given().get(drivers + "/ORDERS")
                .then()
                .header("ETag", tag)
                .body("measure", equalTo("DISTINCT:CUSTOMER"))
                .body("source", equalTo("LEDGER"))
                .body("receivers", contains("SEGMENT"))
                .extract()
                .asString();
        put(drivers + "/ORDERS", shown).statusCode(200).header("ETag", tag);
        put(drivers, "[" + ORDERS + "," + LINES + "]")
                .statusCode(200)
                .body("created", equalTo(1))
                .body("unchanged", equalTo(1));
        given().get(drivers).then().body("items.code", contains("LINES", "ORDERS"));
        String lines = given().get(drivers + "/LINES").then().extract().asString();
        put(drivers + "/LINES", lines).statusCode(200);
        given().header("If-Match", "\"1\"").delete(drivers + "/ORDERS").then().statusCode(412);
        given().delete(drivers + "/ORDERS").then().statusCode(204);
        given().get(drivers + "/ORDERS").then().statusCode(404);
        put(drivers + "/BAD", "{\"receivers\":[\"SEGMENT\"],\"measure\":\"LINES\"}")
                .statusCode(422)
                .body("violations.code", contains("value_missing", "value_invalid"))
                .body("violations.pointer", contains("/unit", "/measure"));
    }

    @Test
    void upsertsQuantitiesAndChangesNoVersionWithoutNeed() {
        String company = HttpBooks.open().path();
        String path = company + "/drivers/LINES/quantities";
        put(company + "/cost-pools/HR", "{\"accounts\":[\"7000\"]}").statusCode(201);
        put(company + "/drivers/LINES", LINES).statusCode(201);

        String first = "[" + quantity("2026-03", "\"SEGMENT\":\"KEY\"", "9600.50") + ","
                + quantity("2026-03", "\"pool\":\"HR\"", "120") + "]";
        put(path, first).statusCode(200).body("created", equalTo(2));
        String watermark = csv(path).header("X-Marge-Watermark");
        put(path, first).statusCode(200).body("unchanged", equalTo(2));
        assertEquals(watermark, csv(path).header("X-Marge-Watermark"));
        put(
                        path,
                        "[" + quantity("2026-03", "\"SEGMENT\":\"KEY\"", "1") + ","
                                + quantity("2026-04", "\"SEGMENT\":\"KEY\"", "2") + "]")
                .body("created", equalTo(1))
                .body("updated", equalTo(1));
        given().get(path + "?period=2026-03")
                .then()
                .body("items.quantity", contains("1", "120"))
                .body("items[0].receiver.SEGMENT", equalTo("KEY"))
                .body("items[1].receiver.pool", equalTo("HR"))
                .body("items[0].unit", equalTo("LINE"));
        assertEquals(
                "period,SEGMENT,pool,quantity\r\n2026-03,KEY,,1\r\n2026-03,,HR,120\r\n2026-04,KEY,,2\r\n",
                csv(path).asString());
        table(path, csv(path).asString()).statusCode(200).body("unchanged", equalTo(3));
        given().delete(path + "?period=2026-03&receiver=SEGMENT:KEY").then().statusCode(204);
        given().delete(path + "?period=2026-03&receiver=SEGMENT:KEY").then().statusCode(404);
        given().delete(path + "?period=2026-03&receiver=KEY").then().statusCode(400);
        given().get(path).then().body("items.period", contains("2026-03", "2026-04"));
    }

    @Test
    void keepsDriversAndPoolsThatQuantitiesName() {
        String company = HttpBooks.open().path();
        put(company + "/cost-pools/HR", "{\"accounts\":[\"7000\"]}").statusCode(201);
        put(company + "/drivers/LINES", LINES).statusCode(201);
        String path = company + "/drivers/LINES/quantities";
        put(path, "[" + quantity("2026-03", "\"pool\":\"HR\"", "120") + "]").statusCode(200);

        given().delete(company + "/cost-pools/HR")
                .then()
                .statusCode(409)
                .body("violations[0].message", containsString("quantities of driver LINES"));
        put(company + "/drivers/LINES", LINES.replace("SEGMENT", "CUSTOMER"))
                .statusCode(409)
                .body("violations.pointer", contains("/receivers"));
        given().delete(company + "/drivers/LINES").then().statusCode(204);
        given().delete(company + "/cost-pools/HR").then().statusCode(204);
        put(company + "/drivers/LINES", LINES).statusCode(201);
        given().get(path).then().body("items.size()", equalTo(0));
    }

    @Test
    void refusesQuantitiesThatAreWrongAsAWhole() {
        String company = HttpBooks.open().path();
        String path = company + "/drivers/LINES/quantities";
        put(company + "/drivers/LINES", LINES).statusCode(201);
        put(company + "/drivers/ORDERS", ORDERS).statusCode(201);
        put(company + "/dimensions/SEGMENT/values/OLD", "{\"blocked\":true}").statusCode(201);

        table(path, "period,SEGMENT,quantity,unit\n2026-03,KEY,1,LINE\n2026-03,OLD,1,KG\n2026-03,MKB,-1,\n")
                .statusCode(422)
                .body("violations.code", contains("quantity_negative", "unit_mismatch", "dimension_value_blocked"))
                .body("violations.line", contains(4, 3, 3));
        table(path, "period,SEGMENT,quantity\n2026-03,\"KEY,1\n").statusCode(400);
        given().contentType("text/csv")
                .body(new byte[] {'p', 'e', 'r', (byte) 0xFF, '\n'})
                .put(path)
                .then()
                .statusCode(400)
                .body("violations.code", contains("encoding_invalid"));
        put(company + "/drivers/ORDERS/quantities", "[" + quantity("2026-03", "\"SEGMENT\":\"KEY\"", "1") + "]")
                .statusCode(422)
                .body("violations.code", contains("driver_not_uploaded"));
        given().get(path).then().body("items.size()", equalTo(0));
        given().get(company + "/drivers/NOBODY/quantities").then().statusCode(404);
    }

    @Test
    void pagesThroughManyAndTellsARunWhatItAskedFor() {
        String code = HttpBooks.open().path().replaceAll(".*/", "");
        String company = "/api/v1/companies/" + code;
        String path = company + "/drivers/BY_CUSTOMER/quantities";
        put(
                        company + "/drivers/BY_CUSTOMER",
                        LINES.replace("LINES", "BY_CUSTOMER").replace("SEGMENT", "CUSTOMER"))
                .statusCode(201);
        StringBuilder customers = new StringBuilder();
        StringBuilder table = new StringBuilder("period,CUSTOMER,quantity\n");
        for (int i = 0; i < 20_000; i++) {
            customers.append("{\"code\":\"N").append(i).append("\"}\n");
            table.append("2026-03,N").append(i).append(',').append(i).append(".25\n");
        }
        given().contentType("application/x-ndjson")
                .body(customers.toString().getBytes(UTF_8))
                .put(company + "/dimensions/CUSTOMER/values")
                .then()
                .statusCode(200);

        table(path, table.toString()).statusCode(200).body("created", equalTo(20_000));
        Company stored = companies.require(code);
        long version = version(path);
        table(path, "period,CUSTOMER,quantity\n2026-03,N7,99\n").statusCode(200).body("updated", equalTo(1));
        given().delete(path + "?period=2026-03&receiver=CUSTOMER:N8").then().statusCode(204);

        List<DriverQuantity> then = quantities.of(stored, "BY_CUSTOMER", MARCH, version);
        List<DriverQuantity> now = quantities.of(stored, "BY_CUSTOMER", MARCH, version(path));
        assertEquals(20_000, then.size());
        assertEquals(new BigDecimal("7.250000"), quantity(then, "CUSTOMER:N7"));
        assertEquals(19_999, now.size());
        assertEquals(new BigDecimal("99.000000"), quantity(now, "CUSTOMER:N7"));
        assertEquals(
                now.stream()
                        .sorted((a, b) -> a.receiver().compareTo(b.receiver()))
                        .toList(),
                now);
        assertEquals(List.of(), quantities.of(stored, "BY_CUSTOMER", MARCH.plusMonths(1), version));
        String next = given().get(path + "?limit=2")
                .then()
                .body("items.receiver.CUSTOMER", contains("N0", "N1"))
                .extract()
                .path("next");
        given().queryParam("cursor", next)
                .get(path + "?limit=2")
                .then()
                .body("items.receiver.CUSTOMER", contains("N10", "N100"))
                .body("next", not(equalTo(null)));
    }

    private static BigDecimal quantity(List<DriverQuantity> of, String receiver) {
        return of.stream()
                .filter(found -> found.receiver().text().equals(receiver))
                .findFirst()
                .orElseThrow()
                .quantity();
    }

    private static long version(String path) {
        return Long.parseLong(csv(path).header("X-Marge-Watermark").split("\\.")[1]);
    }

    private static Response csv(String path) {
        return given().accept("text/csv").get(path);
    }

    private static String quantity(String period, String receiver, String quantity) {
        return "{\"period\":\"" + period + "\",\"receiver\":{" + receiver + "},\"quantity\":\"" + quantity + "\"}";
    }

    private static ValidatableResponse table(String path, String body) {
        return given().contentType("text/csv").body(body).put(path).then();
    }

    private static ValidatableResponse put(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).put(path).then();
    }
}
