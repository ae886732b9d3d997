package nl.marge.customervalue.fitting;

import static java.util.Objects.requireNonNull;

import nl.marge.customervalue.history.Histories;
import nl.marge.kernel.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The proof that histories are complete, in the company's currency. */
@Schema(name = "ClvReconciliation")
public record FitProof(
        @Schema(description = "Minus the sum of all lines on revenue and expense accounts, added on its own way")
        String ledger,

        @Schema(description = "The last subtotal over all customers, the unassigned and capacity")
        String reported,

        String difference,

        @Schema(description = "The measure of what no customer claims, acquisition cost taken out")
        String unassigned,

        @Schema(description = "Acquisition cost that no customer claims")
        String unassignedAcquisition,

        @Schema(description = "The measure on capacity nobody used, or was charged beyond a pool's cost")
        String capacity) {

    public FitProof {
        requireNonNull(ledger, "ledger");
        requireNonNull(reported, "reported");
        requireNonNull(difference, "difference");
        requireNonNull(unassigned, "unassigned");
        requireNonNull(unassignedAcquisition, "unassignedAcquisition");
        requireNonNull(capacity, "capacity");
    }

    /** The proof of some histories. */
    public static FitProof of(Histories histories) {
        int decimals = histories.reference().company().decimals();
        return new FitProof(
                Money.text(histories.proof().ledger(), decimals),
                Money.text(histories.proof().reported(), decimals),
                Money.text(histories.proof().difference(), decimals),
                Money.text(histories.unassigned().profit(), decimals),
                Money.text(histories.unassigned().acquisition(), decimals),
                Money.text(histories.capacity().profit(), decimals));
    }
}
