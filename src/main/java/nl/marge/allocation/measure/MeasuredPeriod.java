package nl.marge.allocation.measure;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import nl.marge.cube.DayColumns;
import nl.marge.cube.LineFilter;
import nl.marge.ledger.EntryKind;

/** The fiscal period and scenario that a run is of, by its first and last day. */
public record MeasuredPeriod(LocalDate first, LocalDate last, String scenario) {
    public MeasuredPeriod {
        requireNonNull(scenario, "scenario");
        if (first.isAfter(last)) {
            throw new IllegalArgumentException("period from " + first + " is after " + last);
        }
    }

    int lastDay() {
        return Math.toIntExact(last.toEpochDay());
    }

    /** One column over all days. */
    DayColumns days() {
        return DayColumns.single(Math.toIntExact(first.toEpochDay()), lastDay());
    }

    /** The entries of these kinds. */
    LineFilter entries(Set<EntryKind> kinds) {
        return new LineFilter(kinds, Optional.of(scenario));
    }
}
