package nl.marge.allocation.run;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

/** Runs over HTTP, as a controller asks for them at the end of a month. */
@QuarkusTest
class AllocationRunResourceIT {

    @Test
    void movesCostToTheSegmentsThatCausedItAndLeavesTheCompanyAsItWas() {
        AllocatedBooks books = AllocatedBooks.open();

        String run = books.posted("MONTHLY");

        assertEquals("75.00", books.value("KEY", "BACK_OFFICE"));
        assertEquals("25.00", books.value("MKB", "BACK_OFFICE"));
        assertEquals("0.00", books.value("UNASSIGNED", "BACK_OFFICE"));
        books.get("/allocation-runs/" + run)
                .statusCode(200)
                .body("state", equalTo("CURRENT"))
                .body("version", equalTo("2026-01"))
                .body("rules.in", contains("100.00"))
                .body("rules.out", contains("100.00"))
                .body("rules.residual", contains("0.00"))
                .body("entries", hasSize(1))
                .body("stale", empty())
                .body("statementLines", empty());
        books.get("/profit-and-loss?from=2026-03&to=2026-03&by=SEGMENT")
                .body("reconciliation.difference", equalTo("0.00"))
                .body("reconciliation.allocationRuns", contains(run))
                .body("reconciliation.unallocated", equalTo("0.00"));
    }

    @Test
    void keepsAPreviewWithItsTraceAndPostsNothing() {
        AllocatedBooks books = AllocatedBooks.open();

        JsonPath job = books.finished("\"cycle\":\"MONTHLY\",\"period\":\"2026-03\",\"dryRun\":true");

        assertEquals("PREVIEW", job.getString("result.outcome"));
        String run = job.getString("result.run");
        books.get("/allocation-runs/" + run)
                .body("state", equalTo("PREVIEW"))
                .body("entries", empty())
                .body("rules.out", contains("100.00"));
        books.get("/allocation-runs/" + run + "/trace?receiver=SEGMENT:KEY").body("total", equalTo("75.00"));
        assertEquals("100.00", books.value("UNASSIGNED", "BACK_OFFICE"));
        books.get("/profit-and-loss?from=2026-03&to=2026-03&by=SEGMENT")
                .body("reconciliation.allocationRuns", empty())
                .body("reconciliation.unallocated", equalTo("-100.00"));
    }

    @Test
    void postsNothingMoreWhenNothingHasChanged() {
        AllocatedBooks books = AllocatedBooks.open();
        String run = books.posted("MONTHLY");

        JsonPath again = books.run("MONTHLY");

        assertEquals("UNCHANGED", again.getString("result.outcome"));
        assertEquals(run, again.getString("result.run"));
        books.get("/allocation-runs").body("items", hasSize(1));
    }

    @Test
    void takesThePlaceOfTheRunBeforeByReversalAndKeepsBoth() {
        AllocatedBooks books = AllocatedBooks.open();
        String first = books.posted("MONTHLY");
        books.quantities("ORDERS", "KEY", "1");

        String second = books.posted("MONTHLY");

        assertNotEquals(first, second);
        assertEquals("50.00", books.value("KEY", "BACK_OFFICE"));
        assertEquals("50.00", books.value("MKB", "BACK_OFFICE"));
        books.get("/allocation-runs/" + first).body("state", equalTo("SUPERSEDED"));
        books.get("/allocation-runs/" + second).body("state", equalTo("CURRENT"));
        String entry = books.get("/allocation-runs/" + first).extract().path("entries[0]");
        books.get("/journal-entries/" + entry).body("kind", equalTo("ALLOCATION"));
    }

    @Test
    void putsCostBackWhereItAroseWhenARunIsReversed() {
        AllocatedBooks books = AllocatedBooks.open();
        String run = books.posted("MONTHLY");

        assertEquals("SUCCEEDED", books.reversed(run).getString("state"));

        assertEquals("100.00", books.value("UNASSIGNED", "BACK_OFFICE"));
        assertEquals("0.00", books.value("KEY", "BACK_OFFICE"));
        books.get("/allocation-runs/" + run).body("state", equalTo("REVERSED"));
        books.post("/allocation-runs/" + run + "/reversal", "")
                .statusCode(409)
                .body("violations.code", contains("run_not_current"));
        assertEquals("POSTED", books.run("MONTHLY").getString("result.outcome"));
        assertEquals("75.00", books.value("KEY", "BACK_OFFICE"));
    }

    @Test
    void refusesToReverseAnEntryOfARunByItself() {
        AllocatedBooks books = AllocatedBooks.open();
        String run = books.posted("MONTHLY");
        String entry = books.get("/allocation-runs/" + run).extract().path("entries[0]");

        books.post("/journal-entries/" + entry + "/reversal", "{}")
                .statusCode(409)
                .body("violations.code", contains("reversed_by_run"));
    }

    @Test
    void tellsWhichPoolIsStaleAndWhy() {
        AllocatedBooks books = AllocatedBooks.open();
        String run = books.posted("MONTHLY");

        String late = books.cost("COST-2", "2026-03-20", "8.00");
        books.get("/allocation-runs/" + run)
                .body("state", equalTo("STALE"))
                .body("stale.pool", contains("SUPPORT"))
                .body("stale[0].reasons", contains("LINES"));
        books.post("/journal-entries/" + late + "/reversal", "{}").statusCode(201);
        books.get("/allocation-runs/" + run).body("state", equalTo("CURRENT"));

        books.quantities("ORDERS", "KEY", "9");
        books.get("/allocation-runs/" + run).body("stale[0].reasons", contains("DRIVER:ORDERS"));
        books.quantities("ORDERS", "KEY", "3");
        books.get("/allocation-runs/" + run).body("state", equalTo("CURRENT"));
    }

    @Test
    void isNotStaleByWhatLiesElsewhere() {
        AllocatedBooks books = AllocatedBooks.open();
        String run = books.posted("MONTHLY");

        books.cost("COST-APRIL", "2026-04-01", "8.00");
        books.put("/dimensions/CHANNEL/values", "[{\"code\":\"FAIR\"}]");

        books.get("/allocation-runs/" + run).body("state", equalTo("CURRENT")).body("stale", empty());
    }

    @Test
    void movesCostAcrossLinesAndListsBeforeAndAfter() {
        AllocatedBooks books = AllocatedBooks.open();
        books.cycle(
                "ACROSS",
                "{\"code\":\"SUP\",\"order\":10,\"pool\":\"SUPPORT\",\"method\":\"DIRECT\",\"driver\":\"ORDERS\","
                        + "\"account\":\"4510\"}");

        String run = books.posted("ACROSS");

        books.get("/allocation-runs/" + run)
                .body("statementLines.line", contains("CUSTOMER_SERVICE", "BACK_OFFICE"))
                .body("statementLines.before", contains("0.00", "100.00"))
                .body("statementLines.after", contains("100.00", "0.00"))
                .body("statementLines.difference", contains("100.00", "-100.00"));
        assertEquals("75.00", books.value("KEY", "CUSTOMER_SERVICE"));
        assertEquals("0.00", books.value("UNASSIGNED", "BACK_OFFICE"));
    }

    @Test
    void refusesCostThatWouldLeaveTheOperatingProfit() {
        AllocatedBooks books = AllocatedBooks.open();
        books.cycle(
                "BEYOND",
                "{\"code\":\"SUP\",\"order\":10,\"pool\":\"SUPPORT\",\"method\":\"DIRECT\",\"driver\":\"ORDERS\","
                        + "\"account\":\"9100\"}");

        assertProblem(books.run("BEYOND"), "operating_profit_moved", "operating profit");
    }

    @Test
    void showsUnusedCapacityAsARowOfItsOwnAndNeverSpreadsIt() {
        AllocatedBooks books = AllocatedBooks.open();
        books.put("/cost-pools/SUPPORT/capacities", "[{\"period\":\"2026-01\",\"practical\":\"100\"}]");
        books.cycle("TIMED", timed("20"));

        String run = books.posted("TIMED");

        assertEquals("60.00", books.value("KEY", "BACK_OFFICE"));
        assertEquals("20.00", books.value("MKB", "BACK_OFFICE"));
        assertEquals("20.00", books.value("UNUSED_CAPACITY", "BACK_OFFICE"));
        books.get("/allocation-runs/" + run)
                .body("rules.unused", contains("20.00"))
                .body("rules.capacity", contains("100"))
                .body("rules.used", contains("80"));
        books.get("/allocation-runs/" + run + "/trace?receiver=SEGMENT:~UNUSED_CAPACITY")
                .body("total", equalTo("20.00"));
    }

    @Test
    void showsOverDrivenCapacityAsARowOfItsOwn() {
        AllocatedBooks books = AllocatedBooks.open();
        books.put("/cost-pools/SUPPORT/capacities", "[{\"period\":\"2026-01\",\"practical\":\"100\"}]");
        books.cycle("TIMED", timed("30"));

        books.posted("TIMED");

        assertEquals("90.00", books.value("KEY", "BACK_OFFICE"));
        assertEquals("30.00", books.value("MKB", "BACK_OFFICE"));
        assertEquals("-20.00", books.value("OVER_DRIVEN", "BACK_OFFICE"));
        books.get("/profit-and-loss?from=2026-03&to=2026-03&by=SEGMENT")
                .body("reconciliation.overDriven", equalTo("20.00"))
                .body("reconciliation.difference", equalTo("0.00"));
    }

    @Test
    void leavesThePoolWhereItIsWhenTheDriverSumsToZero() {
        AllocatedBooks books = AllocatedBooks.open();
        books.quantities("ORDERS", "KEY", "0", "MKB", "0");

        String run = books.posted("MONTHLY");

        books.get("/allocation-runs/" + run)
                .body("rules.outcome", contains("WITHOUT_DRIVER"))
                .body("rules.residual", contains("100.00"))
                .body("entries", empty());
        assertEquals("100.00", books.value("UNASSIGNED", "BACK_OFFICE"));
    }

    @Test
    void dividesNegativeCostLikePositive() {
        AllocatedBooks books = AllocatedBooks.open();
        books.cost("REFUND", "2026-03-11", "-300.00");

        books.posted("MONTHLY");

        assertEquals("-150.00", books.value("KEY", "BACK_OFFICE"));
        assertEquals("-50.00", books.value("MKB", "BACK_OFFICE"));
    }

    @Test
    void refusesWhatIsMissingWithAllReasonsAndPostsNothing() {
        AllocatedBooks books = AllocatedBooks.open();
        books.put(
                "/drivers/CALLS",
                "{\"name\":\"Calls\",\"unit\":\"CALL\",\"source\":\"UPLOADED\",\"receivers\":[\"SEGMENT\"]}");
        books.cycle(
                "LACKING",
                "{\"code\":\"SUP\",\"order\":10,\"pool\":\"SUPPORT\",\"method\":\"TIME_DRIVEN\",\"activities\":[{\"code\":"
                        + "\"CALL\",\"terms\":[{\"driver\":\"CALLS\",\"minutes\":\"12\"}]}]}");

        JsonPath job = books.run("LACKING");

        assertEquals("FAILED", job.getString("state"));
        assertEquals(422, job.getInt("problem.status"));
        assertEquals(
                java.util.List.of("driver_quantity_missing", "capacity_missing"),
                job.getList("problem.violations.code"));
        books.get("/allocation-runs").body("items", empty());
        assertEquals("100.00", books.value("UNASSIGNED", "BACK_OFFICE"));
    }

    @Test
    void refusesReceiversThatAreBlocked() {
        AllocatedBooks books = AllocatedBooks.open();
        books.put("/dimensions/SEGMENT/values", "[{\"code\":\"MKB\",\"blocked\":true}]");

        assertProblem(books.run("MONTHLY"), "dimension_value_blocked", "MKB");
    }

    @Test
    void refusesAPeriodThatIsClosedAndTakesOneThatIsSoftClosed() {
        AllocatedBooks books = AllocatedBooks.open();
        books.put("/periods/2026-03", "{\"status\":\"CLOSED\"}");
        for (String dry : java.util.List.of("true", "false")) {
            books.ask("\"cycle\":\"MONTHLY\",\"period\":\"2026-03\",\"dryRun\":" + dry)
                    .statusCode(422)
                    .body("violations.code", contains("period_closed"))
                    .body("violations.pointer", contains("/period"))
                    .body("violations[0].message", containsString("2026-03"));
        }

        books.put("/periods/2026-03", "{\"status\":\"SOFT_CLOSED\"}");
        assertEquals("POSTED", books.run("MONTHLY").getString("result.outcome"));
    }

    @Test
    void refusesTwoPoolsThatShareACost() {
        AllocatedBooks books = AllocatedBooks.open();
        books.put("/cost-pools/ALL", "{\"name\":\"All\",\"accounts\":[\"45*\"]}");
        books.cycle(
                "SHARED",
                AllocatedBooks.direct("SUP", "SUPPORT", "ORDERS")
                        + ",{\"code\":\"ALL\",\"order\":20,\"pool\":\"ALL\",\"method\":\"DIRECT\",\"driver\":\"ORDERS\"}");

        assertProblem(books.run("SHARED"), "pools_overlap", "ALL");
    }

    @Test
    void refusesCostThatARunOfAnotherCycleTookUntilThatIsReversed() {
        AllocatedBooks books = AllocatedBooks.open();
        String run = books.posted("MONTHLY");
        books.cycle("OTHER", AllocatedBooks.direct("SUP", "SUPPORT", "ORDERS"));

        assertProblem(books.run("OTHER"), "pools_overlap", run);
        assertEquals("75.00", books.value("KEY", "BACK_OFFICE"));

        books.reversed(run);
        assertEquals("POSTED", books.run("OTHER").getString("result.outcome"));
    }

    @Test
    void takesALateCostThatTheRunOfAnotherCycleDidNotHave() {
        AllocatedBooks books = AllocatedBooks.open();
        String support = AllocatedBooks.direct("SUP", "SUPPORT", "ORDERS");
        String service = AllocatedBooks.direct("SER", "SERVICE", "ORDERS").replace("10", "20");
        books.put("/cost-pools/SERVICE", "{\"name\":\"Service\",\"accounts\":[\"4510\"]}");
        books.cycle("BOTH", support + "," + service);
        books.cycle("LATER", service);
        String both = books.posted("BOTH");

        books.post("/journal-entries", """
                {"externalId":"LATE-1","postingDate":"2026-03-11",
                 "lines":[{"account":"4510","amount":"40.00"},{"account":"1500","credit":"40.00"}]}""").statusCode(201);

        String later = books.posted("LATER");
        assertEquals(
                "100.00",
                books.get("/allocation-runs/" + both + "/pools/SUPPORT/trace")
                        .extract()
                        .path("in"));
        assertEquals("30.00", books.value("KEY", "CUSTOMER_SERVICE"));
        assertProblem(books.run("BOTH"), "pools_overlap", later);
    }

    @Test
    void refusesALateCostThatCameToWhereTheRunOfAnotherCycleTookSome() {
        AllocatedBooks books = AllocatedBooks.open();
        books.posted("MONTHLY");
        books.cost("LATE-1", "2026-03-12", "40.00");
        books.cycle("OTHER", AllocatedBooks.direct("SUP", "SUPPORT", "ORDERS"));

        assertProblem(books.run("OTHER"), "pools_overlap", "100.00 on account 4500");
    }

    @Test
    void tracesCapacityThatNoCustomerUsedByTheSegmentItsRowStandsIn() {
        AllocatedBooks books = AllocatedBooks.open();
        books.put("/cost-pools/SUPPORT/capacities", "[{\"period\":\"2026-01\",\"practical\":\"100\"}]");
        books.put(
                "/drivers/VISITS",
                "{\"name\":\"Visits\",\"unit\":\"VISIT\",\"source\":\"UPLOADED\",\"receivers\":[\"CUSTOMER\"]}");
        books.put(
                "/drivers/VISITS/quantities",
                "[{\"period\":\"2026-03\",\"receiver\":{\"CUSTOMER\":\"C1\"},\"quantity\":\"30\"},"
                        + "{\"period\":\"2026-03\",\"receiver\":{\"CUSTOMER\":\"C2\"},\"quantity\":\"10\"}]");
        books.cycle("VISITED", timed("VISITS", "2"));

        String run = books.posted("VISITED");

        assertEquals("20.00", books.value("UNUSED_CAPACITY", "BACK_OFFICE"));
        books.get("/allocation-runs/" + run + "/trace?receiver=SEGMENT:~UNUSED_CAPACITY")
                .body("total", equalTo("20.00"));
        books.get("/allocation-runs/" + run + "/trace?receiver=SEGMENT:").body("total", equalTo("0.00"));
        books.get("/allocation-runs/" + run + "/trace?receiver=SEGMENT:KEY").body("total", equalTo("60.00"));
        books.get("/allocation-runs/" + run + "/trace?receiver=pool:SUPPORT").body("total", equalTo("0.00"));
        books.get("/allocation-runs/" + run + "/trace?receiver=").statusCode(400);
    }

    @Test
    void letsABlockedReceiverBeThatReceivesNothing() {
        AllocatedBooks books = AllocatedBooks.open();
        books.quantities("ORDERS", "MKB", "0");
        books.put("/dimensions/SEGMENT/values", "[{\"code\":\"MKB\",\"blocked\":true}]");

        books.posted("MONTHLY");

        assertEquals("100.00", books.value("KEY", "BACK_OFFICE"));
    }

    @Test
    void refusesAnUnknownCycleAPeriodBeforeItsFirstVersionAndMembersThatAreWrong() {
        AllocatedBooks books = AllocatedBooks.open();

        books.ask("\"cycle\":\"NONE\",\"period\":\"2026-03\"")
                .statusCode(422)
                .body("violations.code", contains("cycle_unknown"));
        books.ask("\"cycle\":\"MONTHLY\",\"period\":\"2025-12\"")
                .statusCode(422)
                .body("violations.code", contains("cycle_version_missing"))
                .body("violations.message", hasItem(containsString("2026-01")));
        books.ask("\"period\":\"2026-13\",\"scenario\":\"a b\"")
                .statusCode(422)
                .body("violations.pointer", contains("/scenario", "/cycle", "/period"));
        books.ask("\"cycle\":\"MONTHLY\",\"period\":\"2026-03\",\"dry\":true").statusCode(400);
        books.get("/allocation-runs/17").statusCode(404);
    }

    @Test
    void givesTheSameAnswerToARepeatedKeyAndRunsOnce() {
        AllocatedBooks books = AllocatedBooks.open();
        String march = "{\"cycle\":\"MONTHLY\",\"period\":\"2026-03\"}";

        String first = books.keyed("k-1", march).statusCode(202).extract().asString();
        String second = books.keyed("k-1", march)
                .statusCode(202)
                .header("Idempotency-Hit", equalTo("true"))
                .header("Location", containsString("/jobs/"))
                .extract()
                .asString();
        books.keyed("k-1", march.replace("2026-03", "2026-02"))
                .statusCode(409)
                .body("violations.code", contains("idempotency_key_reused"));
        books.keyed("k 1", march).statusCode(400);

        assertEquals(first, second);
        AllocatedBooks.waited(books.keyed("k-1", march));
        assertEquals(first, books.keyed("k-1", march).statusCode(202).extract().asString());
        books.get("/allocation-runs").body("items", hasSize(1));
    }

    @Test
    void keepsNoAnswerOfADryRunNorOfARefusal() {
        AllocatedBooks books = AllocatedBooks.open();
        String dry = "{\"cycle\":\"MONTHLY\",\"period\":\"2026-03\",\"dryRun\":true}";
        String unknown = "{\"cycle\":\"NONE\",\"period\":\"2026-03\"}";

        JsonPath first = AllocatedBooks.waited(books.keyed("k-1", dry));
        JsonPath second = AllocatedBooks.waited(books.keyed("k-1", dry));
        books.keyed("k-2", unknown).statusCode(422);
        books.keyed("k-2", unknown).statusCode(422).header("Idempotency-Hit", nullValue());

        assertNotEquals(first.getString("id"), second.getString("id"));
    }

    @Test
    void freezesTheVersionThatARunUsed() {
        AllocatedBooks books = AllocatedBooks.open();
        books.posted("MONTHLY");

        books.tryPut(
                        "/allocation-cycles/MONTHLY",
                        AllocatedBooks.cycleBody(AllocatedBooks.direct("OTHER", "SUPPORT", "ORDERS")))
                .statusCode(409)
                .body("violations.code", contains("version_frozen"));
    }

    @Test
    void tracesBackToSourcesAndForwardToReceiversAndEveryStepSums() {
        AllocatedBooks books = AllocatedBooks.open();
        String run = books.posted("MONTHLY");

        JsonPath trace = books.get("/allocation-runs/" + run + "/trace?receiver=SEGMENT:KEY")
                .statusCode(200)
                .body("total", equalTo("75.00"))
                .body("steps.rule", contains("SUP"))
                .body("steps.driver", contains("ORDERS"))
                .body("steps.quantity", contains("3"))
                .body("steps.share", contains("0.75"))
                .body("steps[0].sources.amount", contains("100.00"))
                .body("explanation", hasSize(2))
                .extract()
                .jsonPath();
        String drill = trace.getString("steps[0].sources[0].drill").replace(books.path(), "");
        books.get(drill).statusCode(200).body("items.amount", contains("100.00"));
        books.get("/allocation-runs/" + run + "/trace?receiver=SEGMENT:KEY&line=CM1")
                .body("total", equalTo("0.00"));
        books.get("/allocation-runs/" + run + "/pools/SUPPORT/trace")
                .statusCode(200)
                .body("in", equalTo("100.00"))
                .body("receivers.receiver", contains("SEGMENT:KEY", "SEGMENT:MKB"))
                .body("receivers.amount", contains("75.00", "25.00"));
        books.get("/allocation-runs/" + run + "/pools/NONE/trace").statusCode(404);
        books.get("/allocation-runs/" + run + "/trace").statusCode(400);
        books.get("/allocation-runs/" + run + "/trace?receiver=NONE:X&line=Y").statusCode(400);
    }

    @Test
    void allocatesABudgetApartFromWhatHappened() {
        AllocatedBooks books = AllocatedBooks.open();
        books.post("/journal-entries", """
                        {"externalId":"BUDGET","scenario":"BUDGET","kind":"COST","postingDate":"2026-03-01",
                         "lines":[{"account":"4500","amount":"40.00"}]}""").statusCode(201);

        JsonPath job = books.finished("\"cycle\":\"MONTHLY\",\"period\":\"2026-03\",\"scenario\":\"BUDGET\"");

        assertEquals("POSTED", job.getString("result.outcome"));
        assertEquals("30.00", books.value("from=2026-03&to=2026-03&by=SEGMENT&scenario=BUDGET", "KEY", "BACK_OFFICE"));
        assertEquals("100.00", books.value("UNASSIGNED", "BACK_OFFICE"));
    }

    private static String timed(String minutes) {
        return timed("ORDERS", minutes);
    }

    private static String timed(String driver, String minutes) {
        return "{\"code\":\"SUP\",\"order\":10,\"pool\":\"SUPPORT\",\"method\":\"TIME_DRIVEN\",\"activities\":[{\"code\":"
                + "\"ORDER\",\"terms\":[{\"driver\":\"" + driver + "\",\"minutes\":\"" + minutes + "\"}]}]}";
    }

    private static void assertProblem(JsonPath job, String code, String named) {
        assertEquals("FAILED", job.getString("state"), job::prettify);
        assertEquals(java.util.List.of(code), job.getList("problem.violations.code"), job::prettify);
        assertEquals(true, job.getString("problem.violations[0].message").contains(named), job::prettify);
    }
}
