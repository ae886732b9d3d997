package nl.marge.ledger.rules;

import static nl.marge.ledger.rules.PostingRules.quoted;

import java.time.LocalDate;
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
import nl.marge.ledger.entry.Provenance;

/** Resolves the dimensions of lines: the header's are defaults, a line's own go before them. */
final class LineDimensions {

    private final DimensionReference reference;
    private final Optional<LocalDate> postingDate;
    private final Violations violations;
    private final int[] header;
    private final int[] resolved;
    private Provenance fromHeader = Provenance.EXPLICIT;

    LineDimensions(DimensionReference reference, Optional<LocalDate> postingDate, Violations violations) {
        this.reference = reference;
        this.postingDate = postingDate;
        this.violations = violations;
        this.header = new int[reference.dimensionIdLimit()];
        this.resolved = new int[reference.dimensionIdLimit()];
    }

    /** Checks the header's dimensions once and keeps them as defaults. */
    void resolveHeader(Map<String, String> dimensions) {
        dimensions.forEach((dimension, value) -> resolve("", dimension, value, header));
        Map<Integer, Provenance.Origin> origins = new TreeMap<>();
        for (int dimension = 0; dimension < header.length; dimension++) {
            if (header[dimension] != 0) {
                origins.put(dimension, Provenance.Origin.HEADER);
            }
        }
        fromHeader = new Provenance(origins);
    }

    /** The set of a line, and where its values come from. */
    Resolved resolve(String pointer, Map<String, String> dimensions) {
        System.arraycopy(header, 0, resolved, 0, header.length);
        dimensions.forEach((dimension, value) -> resolve(pointer, dimension, value, resolved));
        Provenance provenance = provenance(dimensions);
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

    /** What is in the header and not on the line comes from the header; lines of one entry mostly share theirs. */
    private Provenance provenance(Map<String, String> onLine) {
        if (fromHeader.isExplicit() || onLine.isEmpty()) {
            return fromHeader;
        }
        Map<Integer, Provenance.Origin> origins = new TreeMap<>(fromHeader.originByDimension());
        onLine.keySet().forEach(code -> reference.dimension(code).ifPresent(found -> origins.remove(found.id())));
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
        check(pointer, dimension.get(), value.get());
        target[dimension.get().id()] = value.get().id();
    }

    private void check(String pointer, Dimension dimension, DimensionValue value) {
        String named = "Value " + value.code() + " of dimension " + dimension.code();
        if (dimension.blocked()) {
            violations.add(
                    place(pointer, dimension.code()),
                    ViolationCode.DIMENSION_BLOCKED,
                    "Dimension " + dimension.code() + " is blocked for new postings. Unblock it or leave it out.");
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
