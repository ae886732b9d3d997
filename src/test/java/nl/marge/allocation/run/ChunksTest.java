package nl.marge.allocation.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import nl.marge.ledger.entry.WeighedEntry;
import org.junit.jupiter.api.Test;

class ChunksTest {

    private final List<String> happened = new ArrayList<>();

    @Test
    void makesAChunkOnlyWhenItIsAskedForAndLooksBefore() {
        Chunks chunks =
                new Chunks(List.of(maker("a", 2), Collections.emptyIterator(), maker("b", 1)), this::look, this::end);

        chunks.next();
        assertEquals(List.of("look", "a1"), happened);
        chunks.next();
        chunks.next();

        assertEquals(List.of("look", "a1", "look", "a2", "look", "b1"), happened);
        assertFalse(chunks.hasNext());
        assertThrows(NoSuchElementException.class, chunks::next);
        assertEquals(List.of("look", "a1", "look", "a2", "look", "b1", "end"), happened);
    }

    @Test
    void makesNothingMoreOnceTheWorkIsToEnd() {
        Chunks chunks = new Chunks(
                List.of(maker("a", 2)),
                () -> {
                    throw new CancellationException();
                },
                this::end);

        assertThrows(CancellationException.class, chunks::next);
        assertEquals(List.of(), happened);
    }

    private void end() {
        happened.add("end");
    }

    private void look() {
        happened.add("look");
    }

    private Iterator<List<WeighedEntry>> maker(String name, int chunks) {
        return new Iterator<>() {
            private int made;

            @Override
            public boolean hasNext() {
                return made < chunks;
            }

            @Override
            public List<WeighedEntry> next() {
                happened.add(name + ++made);
                return List.of();
            }
        };
    }
}
