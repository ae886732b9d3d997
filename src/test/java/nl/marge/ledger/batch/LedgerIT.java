package nl.marge.ledger.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.company.CompanyDetails;
import nl.marge.company.ReferenceChanges;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.ViolationCode;
import nl.marge.ledger.entry.EntryId;
import nl.marge.ledger.posting.Ledger;
import nl.marge.ledger.posting.Posted;
import nl.marge.ledger.rules.EntryCommand;
import nl.marge.ledger.rules.EntryCommand.LineCommand;
import nl.marge.ledger.rules.ReversalCommand;
import nl.marge.ledger.split.SplitsCommand;
import nl.marge.platform.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The front door on a real database: recognition, numbers, batches of every size, rivals, reversals. */
@QuarkusTest
class LedgerIT {

    private static final AtomicInteger COMPANIES = new AtomicInteger();

    @Inject
    Ledger ledger;

    @Inject
    BatchPosting batches;

    @Inject
    Companies companies;

    @Inject
    ReferenceChanges changes;

    @Inject
    Database database;

    private Company company;

    @BeforeEach
    void openBooks() {
        String code = "LEDGER" + COMPANIES.incrementAndGet();
        company = companies
                .put(code, new CompanyDetails("Acme", "EUR", 1, "UTC"), OptionalLong.empty())
                .resource();
        changes.change(company.id(), change -> {
            account(1, "1300", "ASSET", null);
            account(2, "1500", "LIABILITY", null);
            account(3, "8000", "REVENUE", "GROSS_REVENUE");
            change.touch("ACCOUNTS");
            return 0;
        });
    }

    private void account(int id, String code, String type, String line) {
        database.read(handle -> handle.createUpdate("""
                        insert into account (company_id, id, code, name, type, statement_line, blocked, version)
                        values (:company, :id, :code, :code, :type, :line, false, 1)
                        """)
                .bind("company", company.id())
                .bind("id", id)
                .bind("code", code)
                .bind("type", type)
                .bind("line", line)
                .execute());
    }

    @Test
    void recognisesARepeatAndRefusesAReuse() {
        Posted first = ledger.post(company, sale("INV-1", "12.50"), Optional.empty());
        Posted again = ledger.post(company, sale("INV-1", "12.5"), Optional.empty());
        Refusal reuse =
                assertThrows(Refusal.class, () -> ledger.post(company, sale("INV-1", "12.51"), Optional.empty()));

        assertTrue(first.isNew());
        assertFalse(again.isNew());
        assertEquals(first.entry().id(), again.entry().id());
        assertEquals(Optional.of("UNCHANGED"), again.entry().outcome());
        assertEquals(Optional.of(1L), again.entry().number());
        assertEquals(ViolationCode.EXTERNAL_ID_REUSED, reuse.violations().get(0).code());
        assertEquals(List.of(1L), numbers());
    }

    @Test
    void keepsWhatWasPostedRecognisedAfterItsAccountIsBlocked() {
        ledger.post(company, sale("INV-1", "12.50"), Optional.empty());
        changes.change(company.id(), change -> {
            database.read(handle -> handle.execute(
                    "update account set blocked = true where company_id = ? and code = '8000'", company.id()));
            change.touch("ACCOUNTS");
            return 0;
        });

        Posted again = ledger.post(company, sale("INV-1", "12.50"), Optional.empty());
        Refusal other =
                assertThrows(Refusal.class, () -> ledger.post(company, sale("INV-2", "12.50"), Optional.empty()));

        assertFalse(again.isNew());
        assertEquals(ViolationCode.ACCOUNT_BLOCKED, other.violations().get(0).code());
    }

    @Test
    void givesGaplessNumbersToManyClientsAtOnce() throws Exception {
        int clients = 32;
        int entriesEach = 25;
        List<Callable<Integer>> work = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            int number = client;
            work.add(() -> {
                for (int i = 0; i < entriesEach; i++) {
                    ledger.post(company, sale("C" + number + "-" + i, "1.00"), Optional.empty());
                }
                return entriesEach;
            });
        }

        together(work);

        assertEquals(
                LongStream.rangeClosed(1, (long) clients * entriesEach).boxed().toList(), numbers());
    }

    @Test
    void weighsAgainWhatAChangeOfReferenceDataOvertook() throws Exception {
        int entries = 150;
        AtomicBoolean posting = new AtomicBoolean(true);
        Callable<Integer> changing = () -> {
            int changed = 0;
            for (; posting.get(); changed++) {
                changes.change(company.id(), change -> {
                    change.touch("ACCOUNTS");
                    return 0;
                });
            }
            return changed;
        };
        ExecutorService threads = Executors.newSingleThreadExecutor();
        Future<Integer> changed = threads.submit(changing);

        try {
            for (int i = 0; i < entries; i++) {
                assertTrue(ledger.post(company, sale("OVERTAKEN-" + i, "1.00"), Optional.empty())
                        .isNew());
            }
        } finally {
            posting.set(false);
        }

        assertTrue(changed.get() > 0);
        threads.shutdown();
        assertEquals(LongStream.rangeClosed(1, entries).boxed().toList(), numbers());
    }

    @Test
    void letsOneOfTwoRivalsPostTheSameEntry() throws Exception {
        for (int round = 0; round < 20; round++) {
            String id = "RIVAL-" + round;
            CountDownLatch start = new CountDownLatch(1);
            Callable<Integer> rival = () -> {
                start.await();
                return ledger.post(company, sale(id, "5.00"), Optional.empty()).isNew() ? 1 : 0;
            };
            ExecutorService threads = Executors.newFixedThreadPool(2);
            Future<Integer> one = threads.submit(rival);
            Future<Integer> other = threads.submit(rival);
            start.countDown();

            assertEquals(1, one.get() + other.get());
            threads.shutdown();
        }
        assertEquals(20, numbers().size());
    }

    @Test
    void reversesOnceAndNeverAReversal() {
        Posted posted = ledger.post(company, sale("INV-1", "12.50"), Optional.empty());
        EntryId id = EntryId.read(posted.entry().id().orElseThrow()).orElseThrow();
        ReversalCommand command =
                new ReversalCommand(Optional.of("2026-04-01"), Optional.of("wrong"), Optional.empty());

        Posted reversal = ledger.reverse(company, id, command, Optional.empty());
        EntryId reversalId = EntryId.read(reversal.entry().id().orElseThrow()).orElseThrow();

        assertEquals("INV-1/reversal", reversal.entry().externalId());
        assertEquals("-12.50", reversal.entry().lines().get(0).amount());
        assertEquals(
                "2026-03-31", reversal.entry().lines().get(0).membershipDate().toString());
        assertEquals(posted.entry().id(), reversal.entry().reverses());
        assertEquals(reversal.entry().id(), ledger.read(company, id).reversedBy());
        assertEquals(
                ViolationCode.ALREADY_REVERSED,
                assertThrows(Refusal.class, () -> ledger.reverse(company, id, command, Optional.empty()))
                        .violations()
                        .get(0)
                        .code());
        assertEquals(
                ViolationCode.REVERSAL_IS_FINAL,
                assertThrows(Refusal.class, () -> ledger.reverse(company, reversalId, command, Optional.empty()))
                        .violations()
                        .get(0)
                        .code());
        assertFalse(
                ledger.post(company, sale("INV-1", "12.50"), Optional.empty()).isNew());
        assertEquals(List.of(1L, 2L), numbers());
    }

    @Test
    void postsWhatIsRightOfAPartialBatchAndTellsTheRest() {
        String body = """
                {"externalId":"A","postingDate":"2026-03-31","kind":"COST","lines":[{"account":"8000","amount":"-1"}]}

                {"externalId":"B","kind":"COST","lines":[{"account":"8000","amount":"-1"}]}
                not json
                {"externalId":"A","postingDate":"2026-03-31","kind":"COST","lines":[{"account":"8000","amount":"-1.00"}]}
                {"externalId":"A","postingDate":"2026-03-31","kind":"COST","lines":[{"account":"8000","amount":"-2"}]}
                {"externalId":"C","postingDate":"2026-03-31","kind":"COST","lines":[{"account":"8000","amount":"-3"}]}""";

        BatchResult result = batches.postPartial(company, NdjsonSource.once(stream(body)));
        BatchResult again = batches.postPartial(company, NdjsonSource.once(stream(body)));

        assertEquals(List.of(2, 1, 3), List.of(result.posted(), result.unchanged(), result.rejected()));
        assertEquals(
                List.of("1 3 posting_date_missing", "2 4 json_unreadable", "4 6 external_id_reused"),
                result.problems().stream()
                        .map(problem -> problem.index() + " " + problem.line().getAsLong() + " "
                                + problem.violations().get(0).code().code())
                        .toList());
        assertEquals(List.of(0, 3, 3), List.of(again.posted(), again.unchanged(), again.rejected()));
        assertEquals(List.of(1L, 2L), numbers());
    }

    @Test
    void postsNothingOfAnAtomicBatchWithOneWrongEntry() throws IOException {
        String body = """
                {"externalId":"A","postingDate":"2026-03-31","kind":"COST","lines":[{"account":"8000","amount":"-1"}]}
                {"externalId":"A","postingDate":"2026-03-31","kind":"COST","lines":[{"account":"8000","amount":"-2"}]}
                """;

        BatchResult result = atomic(body);

        assertEquals(List.of(0, 0, 1), List.of(result.posted(), result.unchanged(), result.rejected()));
        assertEquals(1, result.problems().get(0).index());
        assertEquals(List.of(), numbers());
    }

    @Test
    void publishesALongAtomicBatchAtOnceAndRecognisesIt() throws IOException {
        String body = longBatch(BatchPosting.TRANSACTION_LINES_LIMIT + 5_000, "");

        BatchResult first = atomic(body);
        BatchResult again = atomic(body);

        assertEquals(BatchPosting.TRANSACTION_LINES_LIMIT / 1000 + 5, first.posted());
        assertEquals(Optional.of(1L), first.firstNumber());
        assertEquals(Optional.of((long) first.posted()), first.lastNumber());
        assertEquals(List.of(0, first.posted()), List.of(again.posted(), again.unchanged()));
        assertEquals(first.posted(), numbers().size());
    }

    @Test
    void leavesNothingVisibleOfALongAtomicBatchThatIsWrongAtItsEnd() throws IOException {
        String wrong =
                "{\"externalId\":\"W\",\"kind\":\"COST\",\"lines\":[{\"account\":\"8000\",\"amount\":\"-1\"}]}\n";

        BatchResult result = atomic(longBatch(BatchPosting.TRANSACTION_LINES_LIMIT + 5_000, wrong));

        assertEquals(1, result.rejected());
        assertEquals(0, result.posted());
        assertEquals(List.of(), numbers());
        assertTrue(ledger.post(company, sale("L0", "1.00"), Optional.empty()).isNew());
    }

    @Test
    void sumsTheLargestAmountAThousandTimes() throws IOException {
        String largest = "{\"account\":\"8000\",\"amount\":\"-999999999999999.99\"}";
        String body = "{\"externalId\":\"BIG\",\"postingDate\":\"2026-03-31\",\"kind\":\"COST\",\"lines\":["
                + String.join(",", Collections.nCopies(1000, largest)) + "]}";

        BatchResult result = atomic(body);
        String sum = database.read(handle -> handle.createQuery("""
                        select sum(l.amount)
                        from ledger_line l
                        join posting_batch b on b.batch_id = l.batch_id
                        where b.company_id = :company
                        """)
                .bind("company", company.id())
                .mapTo(String.class)
                .one());

        assertEquals(1, result.posted());
        assertEquals("-999999999999999990.0000", sum);
    }

    private String longBatch(int lines, String end) {
        String line = "{\"account\":\"8000\",\"amount\":\"-0.01\"}";
        String thousand = String.join(",", Collections.nCopies(1000, line));
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < lines / 1000; i++) {
            body.append("{\"externalId\":\"L")
                    .append(i)
                    .append("\",\"postingDate\":\"2026-03-31\",\"kind\":\"COST\",\"lines\":[")
                    .append(thousand)
                    .append("]}\n");
        }
        return body.append(end).toString();
    }

    private BatchResult atomic(String body) throws IOException {
        try (SpooledInput spooled = new SpooledInput(stream(body))) {
            return batches.postAtomic(company, NdjsonSource.of(spooled), Optional.empty());
        }
    }

    private static ByteArrayInputStream stream(String body) {
        return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    }

    private List<Long> numbers() {
        return database.read(handle -> handle.createQuery("""
                        select b.first_number + e.ordinal
                        from posting_batch b
                        join journal_entry e on e.batch_id = b.batch_id
                        where b.company_id = :company
                        order by 1
                        """)
                .bind("company", company.id())
                .mapTo(Long.class)
                .list());
    }

    private static void together(List<Callable<Integer>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        for (Future<Integer> done : threads.invokeAll(work)) {
            done.get();
        }
        threads.shutdown();
    }

    private static EntryCommand sale(String externalId, String amount) {
        return new EntryCommand(
                Optional.of(externalId),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("2026-03-31"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(line("1300", amount), line("8000", "-" + amount)));
    }

    private static LineCommand line(String account, String amount) {
        return new LineCommand(
                Optional.of(account),
                Optional.of(amount),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                SplitsCommand.NONE);
    }
}
