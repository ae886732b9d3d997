package nl.marge.customervalue.answer;

import nl.marge.customervalue.history.Histories;
import nl.marge.kernel.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The proof that the histories behind an answer are the whole ledger of the question. */
@Schema(name = "HistoryReconciliation")
public record HistoryProof(
        @Schema(description = "Minus the sum of all lines on revenue and expense accounts, added on its own way")
        String ledger,

        @Schema(description = "The last line of the statement over all customers, what none claims, and capacity")
        String reported,

        String difference) {

    /** The proof of histories. */
    public static HistoryProof of(Histories histories) {
        int decimals = histories.reference().company().decimals();
        Histories.Proof proof = histories.proof();
        return new HistoryProof(
                Money.text(proof.ledger(), decimals),
                Money.text(proof.reported(), decimals),
                Money.text(proof.difference(), decimals));
    }
}
