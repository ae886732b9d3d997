package nl.marge.dimension.definition;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import nl.marge.company.CompanyClient;
import org.junit.jupiter.api.Test;

/** Dimensions over HTTP. */
@QuarkusTest
class DimensionResourceIT {

    @Test
    void createsShowsReplacesAndRemovesDimension() {
        CompanyClient company = CompanyClient.ofNew("DIM-ONE");

        company.put("/dimensions/CUSTOMER", "{\"name\":\"Customer\"}")
                .statusCode(201)
                .header("ETag", "\"2\"");
        String shown = company.get("/dimensions/CUSTOMER")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .extract()
                .asString();
        assertEquals("{\"code\":\"CUSTOMER\",\"name\":\"Customer\",\"blocked\":false}", shown);
        company.put("/dimensions/CUSTOMER", shown).statusCode(200).header("ETag", "\"2\"");
        company.put("/dimensions/CUSTOMER", "{\"blocked\":true}")
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("name", equalTo("CUSTOMER"))
                .body("blocked", equalTo(true));
        company.putIfMatch("/dimensions/CUSTOMER", "\"2\"", shown).statusCode(412);
        company.delete("/dimensions/CUSTOMER").statusCode(204);
        company.get("/dimensions/CUSTOMER").statusCode(404).body("code", equalTo("unknown"));
        company.delete("/dimensions/CUSTOMER").statusCode(404);
    }

    @Test
    void putsSeveralAtOnceAsArrayOrAsLines() {
        CompanyClient company = CompanyClient.ofNew("DIM-MANY");

        company.put("/dimensions", "[{\"code\":\"SEGMENT\"},{\"code\":\"CUSTOMER\"}]")
                .statusCode(200)
                .body("created", equalTo(2))
                .body("updated", equalTo(0))
                .body("unchanged", equalTo(0));
        String lines = "{\"code\":\"SEGMENT\",\"name\":\"Segment\"}\n\n{\"code\":\"CUSTOMER\"}\n{\"code\":\"segment\"}";
        company.put("/dimensions", "application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("created", equalTo(1))
                .body("updated", equalTo(1))
                .body("unchanged", equalTo(1));
        company.get("/dimensions")
                .body("items.code", contains("CUSTOMER", "SEGMENT", "segment"))
                .body("next", nullValue());
    }

    @Test
    void refusesAllWhenOneIsWrongAndSaysWhere() {
        CompanyClient company = CompanyClient.ofNew("DIM-BAD");
        String lines = "{\"code\":\"A\"}\n{\"code\":\"A\"}\n{\"name\":\"x\"}\n";

        company.put("/dimensions", "[{\"code\":\"A\"},{\"code\":\"B C\"},{\"code\":\"A\",\"name\":\"\"}]")
                .statusCode(422)
                .body("violations.code", contains("code_invalid", "code_repeated", "value_invalid"))
                .body("violations.pointer", contains("/1/code", "/2/code", "/2/name"));
        company.put("/dimensions", "application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("violations.code", contains("code_invalid", "code_repeated"))
                .body("violations.line", contains(3, 2))
                .body("violations.pointer", contains("/code", "/code"));
        company.put("/dimensions/A", "{\"code\":\"B\"}")
                .statusCode(422)
                .body(
                        "violations[0].message",
                        equalTo("The path names \"A\" and the body \"B\". Give the same code, or leave it out of the"
                                + " body."));
        company.get("/dimensions").body("items.size()", equalTo(0));
    }

    @Test
    void keepsDimensionThatHasValues() {
        CompanyClient company = CompanyClient.ofNew("DIM-USED");
        company.put("/dimensions/CUSTOMER", "{}").statusCode(201);
        company.put("/dimensions/CUSTOMER/values/C1", "{}").statusCode(201);

        company.delete("/dimensions/CUSTOMER")
                .statusCode(409)
                .body("code", equalTo("conflict"))
                .body("violations.code", contains("in_use"))
                .body(
                        "detail",
                        equalTo("Dimension CUSTOMER has 1 values. Remove those that are unused first, or block it"
                                + " instead."));
        company.delete("/dimensions/CUSTOMER/values/C1").statusCode(204);
        company.delete("/dimensions/CUSTOMER").statusCode(204);
    }

    @Test
    void answersUnknownBeforeItReadsTheBody() {
        CompanyClient nobody = CompanyClient.of("DIM-NOBODY");
        CompanyClient company = CompanyClient.ofNew("DIM-404");

        nobody.put("/dimensions/CUSTOMER", "no json").statusCode(404);
        nobody.put("/dimensions", "no json").statusCode(404);
        nobody.get("/dimensions").statusCode(404);
        company.put("/dimensions/NONE/values", "no json").statusCode(404);
        company.put("/dimensions/NONE/values/V", "no json").statusCode(404);
        company.put("/dimensions/NONE/memberships/NONE", "no json").statusCode(404);
        company.get("/dimensions/NONE/values").statusCode(404);
    }
}
