package nl.marge.dimension;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A point on an axis. {@code id} is dense per company over all dimensions; {@code parentId} is 0 at a root; the
 * validity dates are inclusive and {@link LocalDate#MIN}, {@link LocalDate#MAX} where open. {@code purpose} is
 * {@code ACQUISITION} or empty; attributes are in the order of their names.
 */
public record DimensionValue(
        int id,
        int dimensionId,
        String code,
        String name,
        int parentId,
        LocalDate validFrom,
        LocalDate validTo,
        boolean blocked,
        Optional<String> purpose,
        Map<String, String> attributes,
        long version) {
    public DimensionValue {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(validFrom, "validFrom");
        requireNonNull(validTo, "validTo");
        requireNonNull(purpose, "purpose");
        attributes = attributes.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /** Whether a line of {@code date} may carry this value, blocking aside. */
    public boolean isValidOn(LocalDate date) {
        return !date.isBefore(validFrom) && !date.isAfter(validTo);
    }
}
