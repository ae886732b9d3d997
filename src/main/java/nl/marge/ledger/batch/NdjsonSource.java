package nl.marge.ledger.batch;

import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import nl.marge.kernel.Place;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
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
            if (index == 0) {
                throw nothing();
            }
            return Optional.empty();
        }
        reader.clear();
        Violations shape = json.read(lines, reader::read);
        EntryCommand command = reader.command();
        return Optional.of(
                new ReadEntry(index++, OptionalLong.of(lines.number()), command.externalId(), command, shape));
    }

    /** A sender that was cut off, or built nothing, is not to think that all is well. */
    private Refusal nothing() {
        return lines.number() == 0
                ? Refusal.of(
                        Refusal.Reason.INVALID_REQUEST,
                        new Violation(
                                ViolationCode.JSON_UNREADABLE,
                                Place.REQUEST,
                                "The body is empty. Send one entry a line."))
                : Refusal.of(
                        Refusal.Reason.ENTRY_REFUSED,
                        new Violation(
                                ViolationCode.VALUE_MISSING,
                                Place.REQUEST,
                                "The batch has no entries, as one of an export that failed. Send at least one."));
    }

    @Override
    public void rewind() {
        rewind.run();
        lines = new NdjsonLines(input);
        index = 0;
    }
}
