package nl.marge.allocation.setting;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.YearMonth;

/** What a pool can really do in a fiscal period and, until another is given, in those after it; in the pool's unit. */
public record Capacity(YearMonth period, BigDecimal practical) {
    public Capacity {
        requireNonNull(period, "period");
        requireNonNull(practical, "practical");
    }
}
