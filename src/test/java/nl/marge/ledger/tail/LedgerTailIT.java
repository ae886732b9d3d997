package nl.marge.ledger.tail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import nl.marge.seeded.SeededBooks;
import nl.marge.seeded.SqlBooks;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LedgerTailIT {

    @Inject
    SqlBooks sql;

    @Inject
    LedgerTail tail;

    @Test
    void readsAnyStretchInNumberOrderAlsoFromTheMiddleOfBatches() {
        SeededBooks books = new SeededBooks(3001, 300);
        sql.open(books);
        sql.leaveUnpublished(books, 1, 30);
        sql.publish(books, 1, 100, 1);
        sql.publish(books, 101, 300, 90);

        for (int i = 0; i < 60; i++) {
            int after = books.random().nextInt(300);
            int through = after + 1 + books.random().nextInt(300 - after);
            List<String> read = new ArrayList<>();
            tail.read(books.company(), after, through, block -> read.addAll(rows(block)));

            assertEquals(rows(books.block(after + 1, through)), read, "after " + after + " through " + through);
        }
    }

    @Test
    void refusesToReadBeyondWhatIsCommitted() {
        SeededBooks books = new SeededBooks(3002, 10);
        sql.open(books);
        sql.publish(books, 1, 5, 2);
        sql.leaveUnpublished(books, 6, 10);

        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> tail.read(books.company(), 0, 6, block -> {}));

        assertEquals("company SEED3002 has no published batch after entry 5", refused.getMessage());
    }

    private static List<String> rows(LineBlock block) {
        List<String> rows = new ArrayList<>();
        for (int entry = 0; entry < block.entries(); entry++) {
            for (int line = block.lineStart(entry); line < block.lineEnds()[entry]; line++) {
                rows.add(block.firstNumber() + entry + " " + block.postingDays()[entry] + " " + block.kinds()[entry]
                        + " " + block.scenarios()[entry] + " " + block.accounts()[line] + " "
                        + block.dimensionSets()[line] + " " + block.amounts()[line] + " "
                        + (block.quantities().length == 0 ? 0 : block.quantities()[line]) + " "
                        + block.membershipDays()[line]);
            }
        }
        return rows;
    }
}
