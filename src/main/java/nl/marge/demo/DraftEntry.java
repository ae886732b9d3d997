package nl.marge.demo;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.kernel.Money;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.rules.EntryCommand;
import nl.marge.ledger.rules.EntryCommand.LineCommand;
import nl.marge.ledger.split.SplitsCommand;

/** An entry being written: lines in cents, debit +; in the end the command that a client would send. */
final class DraftEntry {

    private static final int CENTS = 2;

    private final String externalId;
    private final String source;
    private final EntryKind kind;
    private final LocalDate date;
    private final String description;
    private final Map<String, String> dimensions;
    private final List<DraftLine> lines = new ArrayList<>();

    /** A journal entry of the source {@code DEMO}. */
    DraftEntry(String externalId, LocalDate date, String description, Map<String, String> dimensions) {
        this(externalId, BooksLoader.SOURCE, EntryKind.JOURNAL, date, description, dimensions);
    }

    DraftEntry(
            String externalId,
            String source,
            EntryKind kind,
            LocalDate date,
            String description,
            Map<String, String> dimensions) {
        this.externalId = requireNonNull(externalId, "externalId");
        this.source = requireNonNull(source, "source");
        this.kind = requireNonNull(kind, "kind");
        this.date = requireNonNull(date, "date");
        this.description = requireNonNull(description, "description");
        this.dimensions = Map.copyOf(dimensions);
    }

    DraftEntry line(String account, long cents) {
        return line(account, cents, Map.of());
    }

    DraftEntry line(String account, long cents, Map<String, String> lineDimensions) {
        return line(new DraftLine(account, cents, Optional.empty(), Optional.empty(), lineDimensions));
    }

    DraftEntry line(DraftLine line) {
        lines.add(line);
        return this;
    }

    /** Adds the line that brings the entry to zero. */
    DraftEntry balancedBy(String account) {
        return line(account, -lines.stream().mapToLong(DraftLine::cents).sum());
    }

    LocalDate date() {
        return date;
    }

    List<DraftLine> lines() {
        return lines;
    }

    EntryCommand command() {
        return new EntryCommand(
                Optional.of(externalId),
                Optional.of(source),
                Optional.of(kind.name()),
                Optional.empty(),
                Optional.of(date.toString()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(description),
                dimensions,
                lines.stream().map(DraftLine::command).toList());
    }

    /** A line being written; {@code membershipDate} where it is not the posting date. */
    record DraftLine(
            String account,
            long cents,
            Optional<String> quantity,
            Optional<LocalDate> membershipDate,
            Map<String, String> dimensions) {
        DraftLine {
            requireNonNull(account, "account");
            requireNonNull(quantity, "quantity");
            requireNonNull(membershipDate, "membershipDate");
            dimensions = Map.copyOf(dimensions);
        }

        /** The same line opposite. */
        DraftLine undone(String otherAccount, LocalDate original) {
            Optional<String> back = quantity.map(text -> "-" + text);
            return new DraftLine(otherAccount, -cents, back, Optional.of(original), dimensions);
        }

        private LineCommand command() {
            return new LineCommand(
                    Optional.of(account),
                    Optional.of(Money.text(cents, CENTS)),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    quantity,
                    Optional.empty(),
                    Optional.empty(),
                    membershipDate.map(LocalDate::toString),
                    dimensions,
                    SplitsCommand.NONE);
        }
    }
}
