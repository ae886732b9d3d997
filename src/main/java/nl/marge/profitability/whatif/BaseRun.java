package nl.marge.profitability.whatif;

import static java.util.Objects.requireNonNull;

import nl.marge.allocation.plan.Gathered;

/** An allocation run as it would be made now: what it is calculated from, and where its amounts go. */
public record BaseRun(Gathered gathered, RunAmounts amounts) {
    public BaseRun {
        requireNonNull(gathered, "gathered");
        requireNonNull(amounts, "amounts");
    }
}
