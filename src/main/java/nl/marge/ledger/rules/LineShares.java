package nl.marge.ledger.rules;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.Account;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.rules.EntryCommand.LineCommand;
import nl.marge.ledger.rules.LineDimensions.Resolved;
import nl.marge.ledger.setting.defaults.DefaultResolution;
import nl.marge.ledger.setting.defaults.DefaultRules;
import nl.marge.ledger.split.Division;
import nl.marge.ledger.split.SplitRules;
import nl.marge.ledger.split.SplitsCommand;

/**
 * What the lines of one entry become: divided as their splits say, and each share completed by default rules and held
 * against policies and combinations, as the ledger line that it will be.
 */
final class LineShares {

    private final Optional<EntryKind> kind;
    private final Violations violations;
    private final LineDimensions dimensions;
    private final Optional<PolicyRules> policies;
    private final Optional<UnassignedRules> unassigned;
    private int linesLeft = PostingRules.LINES_LIMIT;

    LineShares(
            Reference reference,
            Optional<EntryKind> kind,
            Optional<LocalDate> postingDate,
            Optional<UnassignedRules> unassigned,
            Violations violations) {
        this.kind = kind;
        this.unassigned = unassigned;
        this.violations = violations;
        this.dimensions =
                new LineDimensions(reference.dimensions(), defaults(reference, kind), postingDate, violations);
        this.policies = postingDate
                .filter(date -> PolicyRules.areThere(reference))
                .map(date -> new PolicyRules(reference, date, kind, violations));
    }

    /** A closing entry takes away what stands there, as it stands: nothing is added to what its sender says. */
    private static Optional<DefaultResolution> defaults(Reference reference, Optional<EntryKind> kind) {
        DefaultRules rules = reference.settings().defaults();
        return rules.isEmpty() || kind.equals(Optional.of(EntryKind.CLOSING))
                ? Optional.empty()
                : Optional.of(rules.under(reference.dimensions()));
    }

    void resolveHeader(EntryCommand command) {
        dimensions.resolveHeader(command);
    }

    /** What line {@code index} becomes. */
    Shares of(int index, LineCommand line, Optional<Account> account, LocalDate membershipDate) {
        String pointer = "/lines/" + index;
        String name = "line " + (index + 1);
        Resolved given = dimensions.given(pointer, line.dimensions());
        if (line.splits().parts().isEmpty()) {
            return new Shares(completed(pointer, name, given, account, membershipDate), Optional.empty(), List.of());
        }
        Optional<Division> division = divide(pointer, line.splits());
        List<Division.Share> shares = division.map(Division::shares).orElse(List.of());
        List<Resolved> each = dimensions.given(pointer, given, line.splits().parts(), shares);
        List<Resolved> completed = new ArrayList<>(each.size());
        for (int i = 0; i < each.size(); i++) {
            Division.Share share = shares.get(i);
            completed.add(
                    completed(pointer + share.pointer(), name + share.name(), each.get(i), account, membershipDate));
        }
        return new Shares(given, division, completed);
    }

    private Optional<Division> divide(String pointer, SplitsCommand splits) {
        if (kind.equals(Optional.of(EntryKind.CLOSING))) {
            violations.add(
                    pointer + "/splits",
                    ViolationCode.SPLIT_INVALID,
                    "An entry of kind CLOSING takes no splits. Post the parts as lines of their own.");
            return Optional.empty();
        }
        Optional<Division> division = new SplitRules(pointer, splits, violations).divide(linesLeft);
        linesLeft -= division.map(found -> found.shares().size()).orElse(0);
        return division;
    }

    private Resolved completed(
            String pointer, String name, Resolved given, Optional<Account> account, LocalDate membershipDate) {
        Resolved completed = dimensions.complete(pointer, given, account, membershipDate);
        if (policies.isEmpty() && unassigned.isEmpty()) {
            return completed;
        }
        CheckedLine line = new CheckedLine(
                pointer,
                name,
                account,
                completed.set(),
                completed.unreadable(),
                membershipDate,
                completed.ruleByDimension());
        policies.ifPresent(rules -> rules.check(line));
        return unassigned.map(rules -> rules.leaveOut(completed, line)).orElse(completed);
    }

    /**
     * The dimensions of a line as it was sent, and of each share when it is divided.
     *
     * @param division empty when the line stays whole, or is not divided soundly
     */
    record Shares(Resolved whole, Optional<Division> division, List<Resolved> each) {
        Shares {
            requireNonNull(whole, "whole");
            requireNonNull(division, "division");
            each = List.copyOf(each);
        }
    }
}
