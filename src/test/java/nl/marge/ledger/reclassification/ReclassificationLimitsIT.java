package nl.marge.ledger.reclassification;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** As many lines as a reclassification takes, and one more. */
@QuarkusTest
class ReclassificationLimitsIT {

    private static final String TO_SHOP =
            "{\"selection\":{\"from\":\"2026-03\",\"to\":\"2026-03\"},\"set\":{\"CHANNEL\":\"SHOP\"}}";
    private static final String LINE =
            "{\"account\":\"8000\",\"credit\":\"1\",\"dimensions\":{\"CUSTOMER\":\"C1\",\"CHANNEL\":\"WEB\"}}";

    @Test
    void movesTwentyThousandLinesAtOnceAndNotOneMore() {
        ReclassifiedBooks books = new ReclassifiedBooks();
        post(books, "E1", 10_000);
        post(books, "E2", 10_000);

        String id = books.draft(TO_SHOP)
                .statusCode(201)
                .body("linesTotal", equalTo(20_000))
                .body("truncated", equalTo(true))
                .body("lines", hasSize(1_000))
                .extract()
                .path("id");
        books.step(id, "validate").statusCode(200);
        books.step(id, "apply").statusCode(200).body("steps[2].entries", contains(3, 4, 5, 6));
        assertEquals(Map.of("{SEGMENT=KEY, CHANNEL=SHOP, CUSTOMER=C1}", "20000.00"), books.profits("AS_WAS"));
        books.step(id, "undo").statusCode(200);
        assertEquals(Map.of("{SEGMENT=KEY, CHANNEL=WEB, CUSTOMER=C1}", "20000.00"), books.profits("AS_WAS"));

        post(books, "E3", 1);
        books.draft(TO_SHOP).statusCode(422).body("violations.code", contains("selection_too_large"));
    }

    private static void post(ReclassifiedBooks books, String externalId, int lines) {
        given().contentType(ContentType.JSON)
                .body("{\"externalId\":\"" + externalId
                        + "\",\"kind\":\"COST\",\"postingDate\":\"2026-03-31\",\"lines\":["
                        + String.join(",", Collections.nCopies(lines, LINE)) + "]}")
                .post(books.books().entries())
                .then()
                .statusCode(201);
    }
}
