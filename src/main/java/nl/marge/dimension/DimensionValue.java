package nl.marge.dimension;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Arrays;
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

    /**
     * The values that each dimension may have besides those its owner names, for what an allocation run finds that
     * belongs to none of them. Their codes are such as no caller can write, and only a run posts on them.
     */
    public enum Reserved {
        /** Cost of what a pool could have done and did not. */
        UNUSED_CAPACITY("Unused capacity"),
        /** What receivers were charged beyond the cost of a pool that did more than it can; negative. */
        OVER_DRIVEN("Over-driven capacity");

        private static final String MARK = "~";

        private final String title;

        Reserved(String title) {
            this.title = title;
        }

        /** The value's code, {@code ~UNUSED_CAPACITY}: after all others in byte order. */
        public String code() {
            return MARK + name();
        }

        /** The value's name. */
        public String title() {
            return title;
        }

        /** The one of that code. */
        public static Optional<Reserved> of(String code) {
            return isReserved(code)
                    ? Arrays.stream(values())
                            .filter(kind -> kind.code().equals(code))
                            .findFirst()
                    : Optional.empty();
        }

        static boolean isReserved(String code) {
            return code.startsWith(MARK);
        }
    }

    /** Which of the reserved values this is; empty for a value that somebody named. */
    public Optional<Reserved> reserved() {
        return Reserved.of(code);
    }

    /** Whether a line of {@code date} may carry this value, blocking aside. */
    public boolean isValidOn(LocalDate date) {
        return !date.isBefore(validFrom) && !date.isAfter(validTo);
    }
}
