package nl.marge.cube;

import java.util.ArrayList;
import java.util.List;
import nl.marge.ledger.tail.LineBlock;

/**
 * The columns of one company's ledger. One thread at a time appends, any number read: a reader takes the {@link
 * Columns} published last and keeps them.
 */
final class Cube {

    private final List<Chunk> full = new ArrayList<>();
    private ChunkBuilder growing = new ChunkBuilder();
    private int lastSet;
    private volatile Columns columns = Columns.NONE;

    /** What is published: every line of every entry up to a number. */
    Columns columns() {
        return columns;
    }

    /**
     * Appends the lines of the entries that follow and publishes them.
     *
     * @throws IllegalStateException when the block does not begin with the next entry
     */
    synchronized void append(LineBlock block) {
        if (block.firstNumber() != columns.number() + 1) {
            throw new IllegalStateException("the cube ends at entry " + columns.number()
                    + " but the next block begins at " + block.firstNumber());
        }
        for (int entry = 0; entry < block.entries(); entry++) {
            for (int line = block.lineStart(entry); line < block.lineEnds()[entry]; line++) {
                append(block, entry, line);
            }
        }
        List<Chunk> chunks = new ArrayList<>(full);
        chunks.add(growing.view());
        columns =
                new Columns(chunks.toArray(Chunk[]::new), columns.lines() + block.lines(), block.lastNumber(), lastSet);
    }

    private void append(LineBlock block, int entry, int line) {
        if (!growing.append(block, entry, line)) {
            full.add(growing.view());
            growing = new ChunkBuilder();
            growing.append(block, entry, line);
        }
        lastSet = Math.max(lastSet, block.dimensionSets()[line]);
    }
}
