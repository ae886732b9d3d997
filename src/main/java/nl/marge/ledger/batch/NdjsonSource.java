package nl.marge.ledger.batch;

import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import nl.marge.kernel.Violations;
import nl.marge.ledger.rules.EntryCommand;
import nl.marge.ledger.rules.EntryReader;
import nl.marge.platform.json.NdjsonLines;
import nl.marge.platform.json.StrictJson;

/** Entries of an NDJSON stream, one a line. A line that is not JSON or not UTF-8 is one entry whose shape is wrong. */
final class NdjsonSource implements EntrySource {

    private final InputStream input;
    private final Runnable rewind;
    private final StrictJson json = new StrictJson();
    private final EntryReader reader = new EntryReader(json);
    private NdjsonLines lines;
    private int index;

    private NdjsonSource(InputStream input, Runnable rewind) {
        this.input = input;
        this.rewind = rewind;
        this.lines = new NdjsonLines(input);
    }

    /** Entries of a stream that is read once. */
    static NdjsonSource once(InputStream input) {
        return new NdjsonSource(input, () -> {
            throw new IllegalStateException("a stream read once cannot be rewound");
        });
    }

    /** Entries of a stream that can be read again. */
    static NdjsonSource of(SpooledInput input) {
        return new NdjsonSource(input, input::rewind);
    }

    @Override
    public Optional<ReadEntry> next() {
        if (!lines.next()) {
            return Optional.empty();
        }
        reader.clear();
        Violations shape = json.read(lines, reader::read);
        EntryCommand command = reader.command();
        return Optional.of(
                new ReadEntry(index++, OptionalLong.of(lines.number()), command.externalId(), command, shape));
    }

    @Override
    public void rewind() {
        rewind.run();
        lines = new NdjsonLines(input);
        index = 0;
    }
}
