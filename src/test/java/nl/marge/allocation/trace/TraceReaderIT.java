package nl.marge.allocation.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nl.marge.allocation.plan.RunPrints;
import nl.marge.allocation.plan.RunRequest;
import nl.marge.allocation.run.AllocationRun;
import nl.marge.allocation.run.RunDetail;
import nl.marge.company.Company;
import nl.marge.platform.Database;
import nl.marge.seeded.SeededBooks;
import org.junit.jupiter.api.Test;

/** A run with more receivers than one statement asks for. */
@QuarkusTest
class TraceReaderIT {

    private static final int RECEIVERS = 1_203;

    @Inject
    TraceReader reader;

    @Inject
    Database database;

    @Test
    void readsEachReceiverAskedForOnceAndNoOther() {
        Company company = new SeededBooks(3901, 1).company();
        AllocationRun run = run("3901");
        List<String> all = IntStream.range(0, RECEIVERS)
                .mapToObj(i -> "CUSTOMER:C" + i)
                .sorted()
                .toList();
        all.forEach(receiver -> insert(company, run, receiver));

        assertEquals(all, reader.receivers(company, run));
        for (int count : List.of(0, 1, 499, 500, 501, 1_000, 1_202, RECEIVERS)) {
            List<String> asked = all.subList(RECEIVERS - count, RECEIVERS);
            List<String> read = new ArrayList<>();
            reader.each(company, run, asked, trace -> read.add(trace.receiver() + " " + trace.steps()));
            assertEquals(
                    asked.stream()
                            .map(receiver -> receiver + " " + steps(receiver))
                            .toList(),
                    read);
        }
        assertEquals(
                steps("CUSTOMER:C7"),
                reader.of(company, run, "CUSTOMER:C7").orElseThrow().steps());
        assertTrue(reader.of(company, run, "CUSTOMER:NONE").isEmpty());
    }

    private void insert(Company company, AllocationRun run, String receiver) {
        database.read(handle -> handle.execute(
                "insert into allocation_trace (company_id, run_id, attempt, receiver, quantities, steps)"
                        + " values (?, ?, ?, ?, '', ?)",
                company.id(),
                run.id(),
                run.attempt(),
                receiver,
                steps(receiver)));
    }

    private static String steps(String receiver) {
        return "0.0.1=1:" + receiver.substring("CUSTOMER:C".length()) + ";";
    }

    private static AllocationRun run(String id) {
        return new AllocationRun(
                id,
                1,
                new RunRequest("MONTHLY", YearMonth.parse("2026-03"), "ACTUAL"),
                YearMonth.parse("2026-01"),
                1,
                1,
                "0".repeat(64),
                Instant.EPOCH,
                new RunDetail(List.of(), List.of(), List.of(), List.of(), new RunPrints(List.of())),
                List.of());
    }
}
