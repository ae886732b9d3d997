package nl.marge.ledger.lines;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Texts;
import nl.marge.ledger.Account;
import nl.marge.ledger.StatementLine;
import nl.marge.ledger.moment.LedgerMoment;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.reference.StatementLayout;
import nl.marge.platform.http.QueryParameters;

/**
 * What a caller asks of {@code ledger-lines}: every parameter of the P&amp;L, as the contract has it, so that the query
 * of a report finds its lines, and a statement line, accounts and entry numbers besides. What only shapes a report
 * ({@code by}, {@code columns}, {@code sort}, {@code limit}, {@code compare}) is taken and changes no line.
 *
 * @param statementLine the line of the statement, counted from 0, whose value is asked for
 */
record LinesRequest(LinesQuery query, LineSelection selection, OptionalInt statementLine) {

    private static final List<String> REPORT_SHAPES = List.of("by", "columns", "sort", "limit", "compare");

    LinesRequest {
        requireNonNull(query, "query");
        requireNonNull(selection, "selection");
        requireNonNull(statementLine, "statementLine");
    }

    /**
     * Reads the request; what is wrong is noted with {@code parameters}.
     *
     * @param ranges several {@code from} and {@code to}, as a drill link with a column's range behind it has them: the
     *     lines lie in all of them
     */
    static LinesRequest read(QueryParameters parameters, List<DateRange> ranges, LedgerMoment moment) {
        Reference reference = moment.reference();
        LineSelection selection = LineSelection.read(parameters, moment);
        OptionalInt line = statementLine(parameters, reference);
        Optional<Set<Integer>> accounts = accounts(parameters, reference, line);
        Optional<Long> after = number(parameters, "afterNumber");
        Optional<Long> through = number(parameters, "throughNumber");
        REPORT_SHAPES.forEach(parameters::text);
        DateRange own = after.isPresent() || through.isPresent() ? parameters.rangeOrAlways() : parameters.range();
        LocalDate first = ranges.stream().map(DateRange::first).reduce(own.first(), (a, b) -> a.isAfter(b) ? a : b);
        LocalDate last = ranges.stream().map(DateRange::last).reduce(own.last(), (a, b) -> a.isBefore(b) ? a : b);
        LinesQuery query = new LinesQuery(
                after.orElse(0L),
                Math.min(moment.number(), through.orElse(moment.number())),
                first,
                last,
                Optional.of(selection),
                accounts);
        return new LinesRequest(query, selection, line);
    }

    /** Takes all pairs of from and to but the first out of {@code given}, when there are as many of each. */
    static List<DateRange> takeRanges(Map<String, List<String>> given) {
        List<String> from = given.getOrDefault("from", List.of());
        List<String> to = given.getOrDefault("to", List.of());
        List<DateRange> ranges = new ArrayList<>();
        for (int i = 1; from.size() == to.size() && i < from.size(); i++) {
            QueryParameters pair = new QueryParameters(Map.of("from", List.of(from.get(i)), "to", List.of(to.get(i))));
            ranges.add(pair.range());
            pair.refuseIfWrong();
            given.put("from", from.subList(0, 1));
            given.put("to", to.subList(0, 1));
        }
        return ranges;
    }

    private static OptionalInt statementLine(QueryParameters parameters, Reference reference) {
        Optional<String> asked = parameters.text("line");
        List<String> lines =
                reference.statement().lines().stream().map(StatementLine::code).toList();
        if (asked.isPresent() && !lines.contains(asked.get())) {
            parameters.invalid(
                    "line",
                    "Line \"" + Texts.excerpt(asked.get()) + "\" is not in the statement. Give one of "
                            + String.join(", ", lines) + ".");
        }
        return asked.map(lines::indexOf)
                .filter(index -> index >= 0)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /** The accounts asked for that count in the statement line asked for. */
    private static Optional<Set<Integer>> accounts(QueryParameters parameters, Reference reference, OptionalInt line) {
        List<String> codes = parameters.codes("account");
        Set<Integer> asked = new HashSet<>();
        for (String code : codes) {
            reference
                    .account(code)
                    .ifPresentOrElse(
                            account -> asked.add(account.id()),
                            () -> parameters.invalid(
                                    "account", "Account \"" + code + "\" is unknown. Name accounts of the company."));
        }
        if (line.isEmpty()) {
            return codes.isEmpty() ? Optional.empty() : Optional.of(asked);
        }
        StatementLayout layout = new StatementLayout(reference);
        int[] rows = layout.rowByAccount();
        Set<Integer> counting = reference.accounts().stream()
                .map(Account::id)
                .filter(id -> rows[id] != StatementLayout.NO_ROW && layout.factor(line.getAsInt(), rows[id]) != 0)
                .filter(id -> codes.isEmpty() || asked.contains(id))
                .collect(Collectors.toSet());
        return Optional.of(counting);
    }

    private static Optional<Long> number(QueryParameters parameters, String name) {
        return parameters.value(
                name,
                text -> text.matches("0|[1-9][0-9]{0,17}") ? Optional.of(Long.parseLong(text)) : Optional.empty(),
                "the number of an entry, or 0");
    }
}
