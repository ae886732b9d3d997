package nl.marge.ledger.reclassification;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransactionRollbackException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.ViolationCode;
import nl.marge.ledger.HttpBooks;
import nl.marge.ledger.journal.CompanyWriters;
import nl.marge.ledger.journal.OtherWriters;
import nl.marge.ledger.journal.PostingUnit;
import nl.marge.ledger.journal.StagedBatches;
import nl.marge.ledger.journal.UnitResult;
import nl.marge.ledger.posting.HouseEntries;
import nl.marge.ledger.posting.HousePosting;
import nl.marge.ledger.posting.OtherDoor;
import nl.marge.ledger.reclassification.draft.MovableLines;
import nl.marge.ledger.reclassification.draft.Move;
import nl.marge.ledger.reference.References;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reclassifications that meet each other, a reversal, or a crash: each moves its lines once, or not at all. */
@QuarkusTest
class ReclassificationRacesIT {

    private static final String TO_SHOP =
            "{\"selection\":{\"lines\":[{\"number\":%d,\"line\":2}]},\"set\":{\"CHANNEL\":\"SHOP\"}}";
    private static final String TO_NONE = TO_SHOP.replace("\"SHOP\"", "null");

    @Inject
    Companies companies;

    @Inject
    Reclassifications reclassifications;

    @Inject
    HousePosting posting;

    @Inject
    MovableLines lines;

    @Inject
    MoveRecords records;

    @Inject
    References references;

    @Inject
    StagedBatches stagedBatches;

    @Inject
    DataSource dataSource;

    private ReclassifiedBooks books;

    @BeforeEach
    void openBooks() {
        books = new ReclassifiedBooks();
    }

    @Test
    void postsNothingTwiceAfterACrashBetweenPostingAndMarking() {
        books.post(HttpBooks.sale("INV-1", "1250.00"));
        String id = validated(TO_SHOP.formatted(1));
        postWithoutMarking(id);

        books.step(id, "apply")
                .statusCode(200)
                .body("state", equalTo("APPLIED"))
                .body("steps[2].entries", contains(2));

        assertEquals(2, entries());
        assertEquals(Map.of("{SEGMENT=KEY, CHANNEL=SHOP, CUSTOMER=C1}", "1250.00"), books.profits("AS_WAS"));
        books.step(id, "undo").statusCode(200);
        assertEquals(Map.of("{SEGMENT=KEY, CHANNEL=WEB, CUSTOMER=C1}", "1250.00"), books.profits("AS_WAS"));
    }

    @Test
    void appliesOnceWhoeverAsksAtTheSameMoment() throws Exception {
        books.post(HttpBooks.sale("INV-1", "1250.00"));
        String id = validated(TO_SHOP.formatted(1));

        List<Integer> statuses = together(List.of(() -> apply(id), () -> apply(id), () -> apply(id), () -> apply(id)));

        assertEquals(List.of(200, 200, 200, 200), statuses);
        assertEquals(2, entries());
        given().get(books.path() + "/" + id).then().body("steps", hasSize(3));
    }

    @Test
    void movesALineOnceWhenTwoWantItAtTheSameMoment() throws Exception {
        for (int round = 1; round <= 5; round++) {
            int number = entries() + 1;
            books.post(HttpBooks.sale("INV-" + round, "1.00"));
            String one = validated(TO_SHOP.formatted(number));
            String other = validated(TO_NONE.formatted(number));

            List<Integer> statuses = together(List.of(() -> apply(one), () -> apply(other)));

            assertEquals(List.of(200, 409), statuses.stream().sorted().toList());
        }
        assertEquals(10, entries());
    }

    @Test
    void leavesNothingOfAnEntryThatIsReversedAndReclassifiedAtTheSameMoment() throws Exception {
        List<Callable<Integer>> acts = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            String entry = books.post(HttpBooks.sale("INV-" + i, "1.00"));
            String id = validated(TO_SHOP.formatted(i));
            acts.add(() -> apply(id));
            acts.add(() -> books.reverse(entry, "2026-04-10").extract().statusCode());
        }

        List<Integer> statuses = together(acts);

        assertEquals(12, statuses.stream().filter(status -> status == 201).count());
        for (String mode : List.of("AS_WAS", "AS_IS", "AS_OF:2026-01-15")) {
            assertEquals(Map.of(), books.profits(mode));
        }
        assertEquals(List.of(), books.openBalances());
    }

    @Test
    void leavesNothingOfAnEntryThatOneInstanceReversesAndAnotherReclassifies() throws Exception {
        ReclassificationPosting other = over(OtherWriters.over(dataSource));
        for (int round = 1; round <= 12; round++) {
            int number = entries() + 1;
            String entry = books.post(HttpBooks.sale("INV-" + round, "1.00"));
            int id = Integer.parseInt(validated(TO_SHOP.formatted(number)));

            List<Integer> statuses = together(
                    List.of(() -> books.reverse(entry, "2026-04-10").extract().statusCode(), () -> applied(other, id)));

            assertEquals(201, statuses.get(0));
            assertEquals(Map.of(), books.profits("AS_WAS"), "round " + round + " " + statuses);
        }
        assertEquals(List.of(), books.openBalances());
    }

    @Test
    void appliesOnceWhateverFailsAtWhicheverStep() {
        int steps = appliesOnce(false, () -> new SQLTransactionRollbackException("deadlock", "40001", 1213))
                + appliesOnce(false, () -> new SQLNonTransientConnectionException("gone", "08006"))
                + appliesOnce(true, () -> new SQLNonTransientConnectionException("gone", "08006"));

        assertTrue(steps > 30, "only " + steps + " steps were reached: the faults are not injected");
    }

    private int appliesOnce(boolean afterwards, Supplier<SQLException> fault) {
        boolean thrown = true;
        int step = 0;
        while (thrown) {
            step++;
            int number = entries() + 1;
            books.post(HttpBooks.sale("INV-" + number, "1.00"));
            String id = validated(TO_SHOP.formatted(number));
            OtherWriters failing = OtherWriters.failing(dataSource, step, afterwards, fault.get());

            Reclassification applied = over(failing.writers()).apply(company(), Integer.parseInt(id), Optional.empty());

            thrown = failing.isThrown();
            assertEquals(State.APPLIED, applied.state(), "step " + step);
            assertEquals(3, applied.steps().size(), "step " + step);
            assertEquals(number + 1, entries(), "step " + step);
            books.step(id, "undo").statusCode(200);
        }
        return step;
    }

    private ReclassificationPosting over(CompanyWriters writers) {
        return new ReclassificationPosting(
                reclassifications, OtherDoor.house(references, writers, stagedBatches), lines, records);
    }

    private int applied(ReclassificationPosting other, int id) {
        try {
            other.apply(company(), id, Optional.empty());
            return 200;
        } catch (Refusal refused) {
            assertEquals(ViolationCode.LINE_MOVED, refused.violations().get(0).code());
            return 409;
        }
    }

    private Company company() {
        String path = books.books().path();
        return companies.require(path.substring(path.lastIndexOf('/') + 1));
    }

    private String validated(String body) {
        String id = books.drafted(body);
        books.step(id, "validate").statusCode(200);
        return id;
    }

    private int apply(String id) {
        return books.step(id, "apply").extract().statusCode();
    }

    private int entries() {
        List<Object> items = given().queryParam("from", "2026-01")
                .queryParam("to", "2026-12")
                .queryParam("limit", 1_000)
                .get(books.books().entries())
                .then()
                .extract()
                .path("items");
        return items.size();
    }

    /** What a crash would leave, if the two were not one transaction. */
    private void postWithoutMarking(String id) {
        Company company = company();
        Reclassification found = reclassifications.require(company, Integer.parseInt(id));
        List<Move> moves = reclassifications.lines(company, found.id(), 0, 10);
        posting.post(
                company,
                reference ->
                        Optional.of(new HouseEntries.Made(MoveEntries.applying(found, moves), new WritesNothing())));
    }

    private static List<Integer> together(List<Callable<Integer>> acts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(acts.size());
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Integer>> running = new ArrayList<>();
            for (Callable<Integer> act : acts) {
                running.add(threads.submit(() -> {
                    start.await();
                    return act.call();
                }));
            }
            start.countDown();
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> result : running) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    private static final class WritesNothing implements PostingUnit.Companion {
        @Override
        public boolean holds(Handle handle) {
            return true;
        }

        @Override
        public void write(Handle handle, UnitResult.Done done) {
            // The crash came before.
        }

        @Override
        public boolean isExclusive() {
            return true;
        }
    }
}
