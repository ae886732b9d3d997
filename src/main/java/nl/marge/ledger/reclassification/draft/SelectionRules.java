package nl.marge.ledger.reclassification.draft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.marge.dimension.grouping.DimensionFilter;
import nl.marge.kernel.Codes;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Dates;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.reclassification.draft.Asked.NamedLine;
import nl.marge.ledger.reclassification.draft.ReclassificationCommand.LineReference;
import nl.marge.ledger.reclassification.draft.ReclassificationCommand.Selection;
import nl.marge.ledger.reference.Reference;

/** Whether a selection of lines can be understood. Pure. */
final class SelectionRules {

    /** Lines named one by one at most; more are chosen by criteria. */
    static final int NAMED_LINES_LIMIT = 1_000;

    /** Accounts and patterns in a selection at most. */
    private static final int ACCOUNTS_LIMIT = 50;

    /** Characters of a filter at most: the column's width. */
    private static final int FILTER_LIMIT = 4_000;

    private final Reference reference;
    private final Selection selection;
    private final Violations violations;

    private SelectionRules(Reference reference, Selection selection, Violations violations) {
        this.reference = reference;
        this.selection = selection;
        this.violations = violations;
    }

    /** The lines that {@code selection} means, to undergo {@code change}; what is wrong with it is noted. */
    static Asked check(Reference reference, Selection selection, Change change, Violations violations) {
        SelectionRules rules = new SelectionRules(reference, selection, violations);
        if (!selection.lines().isEmpty()) {
            return new Asked(Optional.empty(), rules.lines(), change);
        }
        return new Asked(rules.criteria(), List.of(), change);
    }

    private List<NamedLine> lines() {
        if (selection.isByCriteria()) {
            note(
                    "/selection/lines",
                    ViolationCode.VALUE_INVALID,
                    "lines stand beside criteria. Give one or the other.");
        }
        if (selection.lines().size() > NAMED_LINES_LIMIT) {
            note(
                    "/selection/lines",
                    ViolationCode.SELECTION_TOO_LARGE,
                    "lines names " + selection.lines().size() + " lines. Name at most " + NAMED_LINES_LIMIT
                            + ", or choose them by criteria.");
            return List.of();
        }
        List<NamedLine> named = new ArrayList<>();
        for (int i = 0; i < selection.lines().size(); i++) {
            LineReference line = selection.lines().get(i);
            String pointer = "/selection/lines/" + i;
            long number = wholeNumber(pointer + "/number", line.number());
            named.add(new NamedLine(number, (int) wholeNumber(pointer + "/line", line.line())));
        }
        return named.stream().distinct().toList();
    }

    private long wholeNumber(String pointer, Optional<String> text) {
        String given = text.orElse("");
        if (!given.matches("[1-9][0-9]{0,8}")) {
            note(
                    pointer,
                    text.isEmpty() ? ViolationCode.VALUE_MISSING : ViolationCode.VALUE_INVALID,
                    "\"" + Texts.excerpt(given)
                            + "\" is not a whole number from 1 on. Give the number of the entry, and"
                            + " of the line in it, as ledger-lines shows them.");
            return 0;
        }
        return Long.parseLong(given);
    }

    private Optional<Criteria> criteria() {
        Optional<LocalDate> first = day("/selection/from", selection.from(), true);
        Optional<LocalDate> last = day("/selection/to", selection.to(), false);
        boolean bothRead = first.isPresent() && last.isPresent();
        if (bothRead && isPeriod(selection.from()) != isPeriod(selection.to())) {
            note("/selection/to", ViolationCode.VALUE_INVALID, "from and to are a period and a day. Give two alike.");
        }
        if (bothRead && first.get().isAfter(last.get())) {
            note(
                    "/selection/from",
                    ViolationCode.VALUE_INVALID,
                    "from " + selection.from().orElse("") + " is after to "
                            + selection.to().orElse("") + ". Give the earlier first.");
        }
        String scenario = selection.scenario().orElse(ReclassificationCommand.DEFAULT_SCENARIO);
        if (!Codes.isCode(scenario)) {
            note(
                    "/selection/scenario",
                    ViolationCode.SCENARIO_INVALID,
                    "scenario \"" + Texts.excerpt(scenario) + "\" is not a code: " + Codes.FORM + ".");
        }
        Optional<Set<Integer>> accounts = accounts();
        DimensionFilter filter = filter();
        return bothRead
                ? Optional.of(new Criteria(first.get(), last.get(), accounts, filter, scenario))
                : Optional.empty();
    }

    private Optional<LocalDate> day(String pointer, Optional<String> text, boolean atStart) {
        if (text.isEmpty()) {
            note(
                    pointer,
                    ViolationCode.VALUE_MISSING,
                    "The selection has no " + pointer.substring("/selection/".length())
                            + ". Give a period such as 2026-03 or a day, or name lines one by one.");
            return Optional.empty();
        }
        Optional<LocalDate> day = DateRange.period(text.get())
                .map(period -> atStart ? period.atDay(1) : period.atEndOfMonth())
                .or(() -> Dates.read(text.get()));
        if (day.isEmpty()) {
            note(
                    pointer,
                    ViolationCode.VALUE_INVALID,
                    "\"" + Texts.excerpt(text.get()) + "\" is no date. Give a period such as 2026-03, or " + Dates.FORM
                            + ".");
        }
        return day;
    }

    private static boolean isPeriod(Optional<String> text) {
        return text.filter(DateRange::isPeriod).isPresent();
    }

    private Optional<Set<Integer>> accounts() {
        if (selection.accounts().size() > ACCOUNTS_LIMIT) {
            note(
                    "/selection/accounts",
                    ViolationCode.SELECTION_TOO_LARGE,
                    "accounts has " + selection.accounts().size() + " items. Give at most " + ACCOUNTS_LIMIT
                            + "; a range such as 4000..4999 is one.");
            return Optional.empty();
        }
        return AccountChoice.read(reference, selection.accounts(), violations);
    }

    private DimensionFilter filter() {
        String text = selection.filter().orElse("");
        if (text.length() > FILTER_LIMIT) {
            note(
                    "/selection/filter",
                    ViolationCode.SELECTION_TOO_LARGE,
                    "filter has " + text.length() + " characters. Give at most " + FILTER_LIMIT + ".");
            return DimensionFilter.none();
        }
        Violations wrong = new Violations();
        DimensionFilter filter = DimensionFilter.read(text, reference.dimensions(), wrong);
        wrong.listed()
                .forEach(violation -> note("/selection/filter", ViolationCode.VALUE_INVALID, violation.message()));
        return filter;
    }

    private void note(String pointer, ViolationCode code, String message) {
        violations.add(pointer, code, message);
    }
}
