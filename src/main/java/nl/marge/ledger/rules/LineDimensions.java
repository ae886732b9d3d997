package nl.marge.ledger.rules;

import static nl.marge.ledger.rules.PostingRules.quoted;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionSet;
import nl.marge.dimension.DimensionValue;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.Account;
import nl.marge.ledger.entry.Provenance;
import nl.marge.ledger.rules.EntryCommand.LineCommand;
import nl.marge.ledger.setting.defaults.DefaultResolution;
import nl.marge.ledger.setting.defaults.DefaultResolution.Filled;
import nl.marge.ledger.setting.defaults.EntryValues;
import nl.marge.ledger.setting.defaults.RuledLine;
import nl.marge.ledger.split.Division;
import nl.marge.ledger.split.SplitsCommand;

/**
 * Resolves the dimensions of lines: what a part of a line says goes first, then the line's own, then the header's, then
 * what default rules give where all are silent. Here only, whichever way an entry comes in.
 */
final class LineDimensions {

    private final DimensionReference reference;
    private final Optional<DefaultResolution> defaults;
    private final Optional<LocalDate> postingDate;
    private final Violations violations;
    private final ValueRules values;
    private final EntryValues entry = new EntryValues();
    private Resolved header = new Resolved(DimensionSet.of(new int[0]), Provenance.EXPLICIT, new BitSet(0), Map.of());

    LineDimensions(
            DimensionReference reference,
            Optional<DefaultResolution> defaults,
            Optional<LocalDate> postingDate,
            Violations violations) {
        this.reference = reference;
        this.defaults = defaults;
        this.postingDate = postingDate;
        this.violations = violations;
        this.values = new ValueRules(reference, postingDate, violations);
    }

    /** Checks the header's dimensions once and keeps them as defaults; and sees what the lines say between them. */
    void resolveHeader(EntryCommand command) {
        if (defaults.filter(DefaultResolution::looksAtEntry).isPresent()) {
            for (int i = 0; i < command.lines().size(); i++) {
                int number = i + 1;
                LineCommand line = command.lines().get(i);
                entry.add(number, line.dimensions());
                line.splits().parts().forEach(part -> entry.add(number, part.dimensions()));
            }
        }
        Said said = read("", command.dimensions());
        Map<Integer, Provenance.Origin> origins = new TreeMap<>();
        for (int dimension = 0; dimension < said.values().length; dimension++) {
            if (said.values()[dimension] != 0) {
                origins.put(dimension, Provenance.Origin.HEADER);
            }
        }
        header = new Resolved(DimensionSet.of(said.values()), new Provenance(origins), said.unreadable(), Map.of());
    }

    /** What the sender gave a line, on it or in the header. */
    Resolved given(String pointer, Map<String, String> dimensions) {
        return dimensions.isEmpty() ? header : header.under(List.of(read(pointer, dimensions)));
    }

    /** What the sender gave each share of a line {@code given} so. With no shares its parts are only checked. */
    List<Resolved> given(String pointer, Resolved given, List<SplitsCommand.Part> parts, List<Division.Share> shares) {
        List<Said> said = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            said.add(read(pointer + "/splits/" + i, parts.get(i).dimensions()));
        }
        return shares.stream()
                .map(share -> given.under(share.parts().stream().map(said::get).toList()))
                .toList();
    }

    /** The same with what default rules give; without an account no rule can tell what it gives. */
    Resolved complete(String pointer, Resolved given, Optional<Account> account, LocalDate membershipDate) {
        List<Filled> filled = filled(given, account, membershipDate);
        for (Filled one : filled) {
            values.check(
                    pointer,
                    reference.dimension(one.dimensionId()),
                    reference.value(one.valueId()),
                    ", which default rule " + one.rule().code() + " gives,");
        }
        Resolved complete = filled.isEmpty() ? given : given.filled(filled, reference.dimensionIdLimit());
        if (complete.set().size() > DimensionSet.SIZE_LIMIT) {
            violations.add(
                    pointer + "/dimensions",
                    ViolationCode.ENTRY_TOO_LARGE,
                    "The line carries more than " + DimensionSet.SIZE_LIMIT
                            + " dimensions. Leave out what is derived.");
        }
        return complete;
    }

    /** A dimension that the sender named is not blank, be it with a value that does not exist. */
    private List<Filled> filled(Resolved given, Optional<Account> account, LocalDate membershipDate) {
        if (defaults.isEmpty() || account.isEmpty() || postingDate.isEmpty()) {
            return List.of();
        }
        RuledLine ruled = new RuledLine(
                account.get().code(),
                account.get().type().name(),
                postingDate.get(),
                membershipDate,
                given.values(reference.dimensionIdLimit()),
                entry);
        List<Filled> filled = defaults.get().fill(ruled);
        filled.removeIf(one -> given.unreadable().get(one.dimensionId()));
        return filled;
    }

    private Said read(String pointer, Map<String, String> dimensions) {
        Said said = new Said(new int[reference.dimensionIdLimit()], new BitSet());
        dimensions.forEach((dimension, value) -> read(pointer, dimension, value, said));
        return said;
    }

    private void read(String pointer, String dimensionCode, String valueCode, Said said) {
        Optional<Dimension> dimension = reference.dimension(dimensionCode);
        if (dimension.isEmpty()) {
            violations.add(
                    ValueRules.place(pointer, dimensionCode),
                    ViolationCode.DIMENSION_UNKNOWN,
                    "Dimension " + quoted(dimensionCode) + ", given with value " + quoted(valueCode)
                            + ", does not exist. Create it first, or correct the code.");
            return;
        }
        Optional<DimensionValue> value = reference.value(dimension.get().id(), valueCode);
        if (value.isEmpty()) {
            said.unreadable().set(dimension.get().id());
            violations.add(
                    ValueRules.place(pointer, dimensionCode),
                    ViolationCode.DIMENSION_VALUE_UNKNOWN,
                    "Dimension " + dimensionCode + " has no value " + quoted(valueCode)
                            + ". Create it first, or correct the code.");
            return;
        }
        values.check(pointer, dimension.get(), value.get(), "");
        said.values()[dimension.get().id()] = value.get().id();
    }

    /** What stands at one place: by dimension id its value's id, or 0; and where a value stands that is not known. */
    private record Said(int[] values, BitSet unreadable) {}

    /**
     * The dimensions of a line: which values, where they come from, and which dimensions have a value that could not be
     * read, so that nobody blames the line for its absence; and which default rule gave a dimension its value.
     */
    record Resolved(DimensionSet set, Provenance provenance, BitSet unreadable, Map<Integer, String> ruleByDimension) {

        /** These with what was said nearer to the line laid over them. */
        private Resolved under(List<Said> nearer) {
            if (nearer.isEmpty()) {
                return this;
            }
            if (nearer.size() == 1 && set.size() == 0 && unreadable.isEmpty()) {
                return new Resolved(
                        DimensionSet.of(nearer.get(0).values()),
                        provenance,
                        nearer.get(0).unreadable(),
                        Map.of());
            }
            int[] values = values(nearer.get(0).values().length);
            BitSet unread = (BitSet) unreadable.clone();
            Map<Integer, Provenance.Origin> origins = new TreeMap<>(provenance.originByDimension());
            for (Said said : nearer) {
                for (int dimension = 0; dimension < values.length; dimension++) {
                    if (said.values()[dimension] != 0) {
                        values[dimension] = said.values()[dimension];
                        unread.clear(dimension);
                        origins.remove(dimension);
                    }
                }
                unread.or(said.unreadable());
            }
            Provenance from =
                    origins.size() == provenance.originByDimension().size() ? provenance : new Provenance(origins);
            return new Resolved(DimensionSet.of(values), from, unread, Map.of());
        }

        /** These with what rules gave. */
        private Resolved filled(List<Filled> filled, int dimensionIdLimit) {
            int[] values = values(dimensionIdLimit);
            Map<Integer, Provenance.Origin> origins = new TreeMap<>(provenance.originByDimension());
            Map<Integer, String> rules = new TreeMap<>();
            for (Filled one : filled) {
                rules.put(one.dimensionId(), one.rule().code());
                values[one.dimensionId()] = one.valueId();
                origins.put(
                        one.dimensionId(),
                        one.fromLine().isPresent()
                                ? Provenance.Origin.inherited(one.fromLine().getAsInt())
                                : Provenance.Origin.rule(
                                        one.rule().code(), one.rule().version()));
            }
            return new Resolved(DimensionSet.of(values), new Provenance(origins), unreadable, rules);
        }

        /** These without some dimensions, which then count as left out. */
        Resolved without(BitSet leftOut) {
            if (leftOut.isEmpty()) {
                return this;
            }
            int[] values = values(Math.max(leftOut.length(), highest() + 1));
            Map<Integer, Provenance.Origin> origins = new TreeMap<>(provenance.originByDimension());
            leftOut.stream().forEach(dimension -> {
                values[dimension] = 0;
                origins.put(dimension, Provenance.Origin.LEFT_OUT);
            });
            return new Resolved(DimensionSet.of(values), new Provenance(origins), unreadable, ruleByDimension);
        }

        private int highest() {
            return set.size() == 0 ? 0 : set.dimensionId(set.size() - 1);
        }

        private int[] values(int dimensionIdLimit) {
            int[] values = new int[dimensionIdLimit];
            for (int i = 0; i < set.size(); i++) {
                values[set.dimensionId(i)] = set.valueId(i);
            }
            return values;
        }
    }
}
