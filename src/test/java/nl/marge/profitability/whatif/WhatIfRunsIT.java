package nl.marge.profitability.whatif;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import nl.marge.allocation.run.AllocatedBooks;
import org.junit.jupiter.api.Test;

/** What-ifs where a run of another cycle, by another driver, could not be made again. */
@QuarkusTest
class WhatIfRunsIT {

    @Test
    void leavesAloneTheRunsThatNoMovedDriverReaches() {
        AllocatedBooks books = twoCycles();

        // KEY has 3 of 4 orders: without them MKB bears it all.
        ask(books, "ORDERS")
                .statusCode(200)
                .body("allocationRuns", hasSize(2))
                .body(
                        "rows.find { it.key.SEGMENT == 'MKB' }.lines.find { it.line == 'BACK_OFFICE' }.difference",
                        equalTo("75.00"));
    }

    @Test
    void namesTheCycleAndThePeriodOfARunThatCannotBeMadeAgain() {
        AllocatedBooks books = twoCycles();

        ask(books, "CALLS")
                .statusCode(422)
                .body("violations.code", contains("driver_quantity_missing"))
                .body("violations.pointer", contains(""))
                .body(
                        "violations[0].message",
                        containsString(
                                "The run of cycle SERVICE in 2026-03 would have to be made" + " again, and cannot. "));
    }

    private static ValidatableResponse ask(AllocatedBooks books, String driver) {
        return books.post("/what-if", """
                {"from":"2026-03","to":"2026-03","by":"SEGMENT","levers":[
                 {"lever":"BACK_OFFICE","filter":"SEGMENT:KEY","driver":"%s","changePercent":"-100"}]}""".formatted(driver));
    }

    private static AllocatedBooks twoCycles() {
        AllocatedBooks books = AllocatedBooks.open();
        books.posted("MONTHLY");
        books.put("/cost-pools/SERVICE", "{\"name\":\"Service\",\"accounts\":[\"4510\"]}");
        books.put(
                "/drivers/CALLS",
                "{\"name\":\"Calls\",\"unit\":\"CALL\",\"source\":\"UPLOADED\",\"receivers\":[\"SEGMENT\"]}");
        books.quantities("CALLS", "KEY", "1");
        books.cycle("SERVICE", AllocatedBooks.direct("SER", "SERVICE", "CALLS"));
        books.post("/journal-entries", """
                        {"externalId":"SERVICE","postingDate":"2026-03-11",
                         "lines":[{"account":"4510","amount":"40.00"},{"account":"1500","credit":"40.00"}]}""").statusCode(201);
        books.posted("SERVICE");
        given().delete(books.path() + "/drivers/CALLS/quantities?period=2026-03&receiver=SEGMENT:KEY")
                .then()
                .statusCode(204);
        return books;
    }
}
