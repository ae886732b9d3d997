package nl.marge.allocation.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import nl.marge.allocation.plan.PlanBooks;
import nl.marge.allocation.run.TraceRows.Row;
import org.junit.jupiter.api.Test;

class TraceRowsTest {

    @Test
    void givesEachReceiverThatGotSomethingARowInByteOrder() {
        PlanBooks books = PlanBooks.direct(12);
        List<String> quantities = List.of("1", "2", "0", "0", "0", "0", "0", "0", "0", "0", "5", "0");

        List<Row> rows = TraceRows.of(books.planned(books.gathered(List.of(80000L), quantities)));

        assertEquals(
                List.of("CUSTOMER:C0", "CUSTOMER:C1", "CUSTOMER:C10"),
                rows.stream().map(Row::receiver).toList());
        assertEquals(
                List.of(10000L, 20000L, 50000L),
                rows.stream().map(TraceRowsTest::amount).toList());
        ReceiverTrace last = trace(rows.get(2));
        assertEquals("5", last.quantities().get("ORDERS").stripTrailingZeros().toPlainString());
        assertEquals("5", last.steps().get(0).weight().stripTrailingZeros().toPlainString());
    }

    private static long amount(Row row) {
        return trace(row).steps().stream().mapToLong(ReceiverTrace.Step::amount).sum();
    }

    private static ReceiverTrace trace(Row row) {
        return ReceiverTrace.ofText(row.receiver(), row.quantities(), row.steps());
    }
}
