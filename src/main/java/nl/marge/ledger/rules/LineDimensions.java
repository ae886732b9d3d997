package nl.marge.ledger.rules;

import static nl.marge.ledger.rules.PostingRules.quoted;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionSet;
import nl.marge.dimension.DimensionValue;
import nl.marge.kernel.Place;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.Account;
import nl.marge.ledger.entry.Provenance;
import nl.marge.ledger.rules.EntryCommand.LineCommand;
import nl.marge.ledger.setting.defaults.DefaultResolution;
import nl.marge.ledger.setting.defaults.DefaultResolution.Filled;
import nl.marge.ledger.setting.defaults.RuledLine;

/**
 * Resolves the dimensions of lines: a line's own go first, then the header's, then what default rules give where both
 * are silent. Here only, whichever way an entry comes in.
 */
final class LineDimensions {

    private final DimensionReference reference;
    private final Optional<DefaultResolution> defaults;
    private final Optional<LocalDate> postingDate;
    private final Violations violations;
    private final int[] header;
    private final int[] resolved;
    private Map<String, String> namedInHeader = Map.of();
    private Provenance fromHeader = Provenance.EXPLICIT;

    LineDimensions(
            DimensionReference reference,
            Optional<DefaultResolution> defaults,
            Optional<LocalDate> postingDate,
            Violations violations) {
        this.reference = reference;
        this.defaults = defaults;
        this.postingDate = postingDate;
        this.violations = violations;
        this.header = new int[reference.dimensionIdLimit()];
        this.resolved = new int[reference.dimensionIdLimit()];
    }

    /** Checks the header's dimensions once and keeps them as defaults. */
    void resolveHeader(Map<String, String> dimensions) {
        namedInHeader = dimensions;
        dimensions.forEach((dimension, value) -> resolve("", dimension, value, header));
        Map<Integer, Provenance.Origin> origins = new TreeMap<>();
        for (int dimension = 0; dimension < header.length; dimension++) {
            if (header[dimension] != 0) {
                origins.put(dimension, Provenance.Origin.HEADER);
            }
        }
        fromHeader = new Provenance(origins);
    }

    /** The set of a line, and where its values come from; without an account no rule can tell what it gives. */
    Resolved resolve(String pointer, LineCommand line, Optional<Account> account, Optional<LocalDate> membershipDate) {
        System.arraycopy(header, 0, resolved, 0, header.length);
        line.dimensions().forEach((dimension, value) -> resolve(pointer, dimension, value, resolved));
        List<Filled> filled = filled(line, account, membershipDate);
        for (Filled one : filled) {
            resolved[one.dimensionId()] = one.valueId();
            check(
                    pointer,
                    reference.dimension(one.dimensionId()),
                    reference.value(one.valueId()),
                    ", which default rule " + one.rule().code() + " gives,");
        }
        Provenance provenance = provenance(line.dimensions(), filled);
        DimensionSet set = DimensionSet.of(resolved);
        if (set.size() > DimensionSet.SIZE_LIMIT) {
            violations.add(
                    pointer + "/dimensions",
                    ViolationCode.ENTRY_TOO_LARGE,
                    "The line carries more than " + DimensionSet.SIZE_LIMIT
                            + " dimensions. Leave out what is derived.");
        }
        return new Resolved(set, provenance);
    }

    private List<Filled> filled(LineCommand line, Optional<Account> account, Optional<LocalDate> membershipDate) {
        if (defaults.isEmpty() || account.isEmpty() || postingDate.isEmpty()) {
            return List.of();
        }
        LocalDate date = postingDate.get();
        RuledLine ruled = new RuledLine(
                account.get().code(), account.get().type().name(), date, membershipDate.orElse(date), resolved);
        List<Filled> filled = defaults.get().fill(ruled);
        filled.removeIf(
                one -> isNamed(line, reference.dimension(one.dimensionId()).code()));
        return filled;
    }

    /** Whether the sender named the dimension, be it with a value that does not exist: that is not blank. */
    private boolean isNamed(LineCommand line, String dimension) {
        return line.dimensions().containsKey(dimension) || namedInHeader.containsKey(dimension);
    }

    /** What is in the header and not on the line comes from the header; lines of one entry mostly share theirs. */
    private Provenance provenance(Map<String, String> onLine, List<Filled> filled) {
        if (filled.isEmpty() && (fromHeader.isExplicit() || onLine.isEmpty())) {
            return fromHeader;
        }
        Map<Integer, Provenance.Origin> origins = new TreeMap<>(fromHeader.originByDimension());
        onLine.keySet().forEach(code -> reference.dimension(code).ifPresent(found -> origins.remove(found.id())));
        filled.forEach(one -> origins.put(
                one.dimensionId(),
                Provenance.Origin.rule(one.rule().code(), one.rule().version())));
        return new Provenance(origins);
    }

    private void resolve(String pointer, String dimensionCode, String valueCode, int[] target) {
        Optional<Dimension> dimension = reference.dimension(dimensionCode);
        if (dimension.isEmpty()) {
            violations.add(
                    place(pointer, dimensionCode),
                    ViolationCode.DIMENSION_UNKNOWN,
                    "Dimension " + quoted(dimensionCode) + " does not exist. Create it first, or correct the code.");
            return;
        }
        Optional<DimensionValue> value = reference.value(dimension.get().id(), valueCode);
        if (value.isEmpty()) {
            violations.add(
                    place(pointer, dimensionCode),
                    ViolationCode.DIMENSION_VALUE_UNKNOWN,
                    "Dimension " + dimensionCode + " has no value " + quoted(valueCode)
                            + ". Create it first, or correct the code.");
            return;
        }
        check(pointer, dimension.get(), value.get(), "");
        target[dimension.get().id()] = value.get().id();
    }

    private void check(String pointer, Dimension dimension, DimensionValue value, String givenBy) {
        String named = "Value " + value.code() + " of dimension " + dimension.code() + givenBy;
        if (dimension.blocked()) {
            violations.add(
                    place(pointer, dimension.code()),
                    ViolationCode.DIMENSION_BLOCKED,
                    "Dimension " + dimension.code() + givenBy
                            + " is blocked for new postings. Unblock it or leave it out.");
        }
        if (value.blocked()) {
            violations.add(
                    place(pointer, dimension.code()),
                    ViolationCode.DIMENSION_VALUE_BLOCKED,
                    named + " is blocked for new postings. Unblock it or use another.");
        }
        if (postingDate.isPresent() && !value.isValidOn(postingDate.get())) {
            violations.add(
                    place(pointer, dimension.code()),
                    ViolationCode.DIMENSION_VALUE_NOT_VALID,
                    named + " is not valid on " + postingDate.get() + " (valid" + validity(value)
                            + "). Extend its validity or use another.");
        }
        if (!reference.isLeaf(value.id())) {
            violations.add(
                    place(pointer, dimension.code()),
                    ViolationCode.DIMENSION_VALUE_NOT_LEAF,
                    named + " has values below it and takes no postings. Use one of those.");
        }
    }

    private static String validity(DimensionValue value) {
        String from = value.validFrom().equals(LocalDate.MIN) ? "" : " from " + value.validFrom();
        return from + (value.validTo().equals(LocalDate.MAX) ? "" : " to " + value.validTo());
    }

    private static String place(String pointer, String dimensionCode) {
        return pointer + "/dimensions/" + Place.token(dimensionCode);
    }

    /** The dimensions of a line: which values, and where they come from. */
    record Resolved(DimensionSet set, Provenance provenance) {}
}
