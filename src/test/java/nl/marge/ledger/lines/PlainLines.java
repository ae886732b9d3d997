package nl.marge.ledger.lines;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.dimension.DimensionSetsFixture;
import nl.marge.kernel.DateRange;
import nl.marge.ledger.entry.Provenance;
import nl.marge.platform.http.QueryParameters;
import nl.marge.seeded.SeededBooks;
import nl.marge.seeded.SeededBooks.Entry;
import nl.marge.seeded.SeededBooks.Line;

/** The lines of seeded books that a query of {@code ledger-lines} asks for, found without a database. */
public final class PlainLines {

    private PlainLines() {}

    /** The values, in minor units, of the lines that the link finds; the empty text stands for a line without value. */
    public static List<String> values(SeededBooks books, String link, LocalDate today) {
        Map<String, List<String>> given = new HashMap<>(QueryParameters.given(link.substring(link.indexOf('?') + 1)));
        List<DateRange> ranges = LinesRequest.takeRanges(given);
        QueryParameters parameters = new QueryParameters(given);
        LinesRequest request = LinesRequest.read(
                parameters, ranges, books.moment(today, books.entries().size()));
        parameters.refuseIfWrong();
        LineView view = new LineView(
                books.reference(),
                DimensionSetsFixture.of(books.company().id(), books.dimensions().sets()),
                Optional.of(request.selection()),
                request.statementLine());
        return matching(books, request.query()).stream()
                .filter(view::passes)
                .map(line -> view.statementValue(line).map(Object::toString).orElse(""))
                .toList();
    }

    private static List<PublishedLine> matching(SeededBooks books, LinesQuery query) {
        List<PublishedLine> lines = new ArrayList<>();
        for (int number = 1; number <= books.entries().size(); number++) {
            Entry entry = books.entries().get(number - 1);
            LineSelection asked = query.selection().orElseThrow();
            boolean matches = number > query.after()
                    && number <= query.through()
                    && !entry.date().isBefore(query.first())
                    && !entry.date().isAfter(query.last())
                    && asked.kinds().contains(entry.kind())
                    && asked.scenario().equals(entry.scenario());
            for (Line line : matches ? entry.lines() : List.<Line>of()) {
                if (query.accounts().map(ids -> ids.contains(line.account())).orElse(true)) {
                    lines.add(published(books, number, entry, line));
                }
            }
        }
        return lines;
    }

    private static PublishedLine published(SeededBooks books, int number, Entry entry, Line line) {
        EntryHeader header = new EntryHeader(
                number,
                1,
                number - 1,
                "SEED",
                "E-" + number,
                entry.kind(),
                entry.scenario(),
                entry.date(),
                books.company().currency(),
                Instant.EPOCH,
                entry.lines().size());
        return new PublishedLine(
                header,
                1,
                line.account(),
                line.set(),
                Provenance.EXPLICIT,
                line.amount(),
                line.amount(),
                line.quantity(),
                LocalDate.ofEpochDay(line.membershipDay()),
                Optional.empty(),
                Optional.empty());
    }
}
