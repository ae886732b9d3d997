package nl.marge.customervalue.answer;

import static java.util.Objects.requireNonNull;

import java.util.List;
import nl.marge.allocation.memo.AllocationMemo;
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

        String difference,

        @Schema(description = "The measure of what no customer claims, acquisition cost included")
        String unassigned,

        @Schema(description = "What of the cost pools no run has moved, as a profit; it stands among the rest already")
        String unallocated,

        @Schema(description = "The runs that count in the range, by id")
        List<String> allocationRuns) {

    public HistoryProof {
        requireNonNull(ledger, "ledger");
        requireNonNull(reported, "reported");
        requireNonNull(difference, "difference");
        requireNonNull(unassigned, "unassigned");
        requireNonNull(unallocated, "unallocated");
        allocationRuns = List.copyOf(allocationRuns);
    }

    /** The proof of histories, and what is said of allocation in their range. */
    public static HistoryProof of(Histories histories, AllocationMemo memo) {
        int decimals = histories.reference().company().decimals();
        Histories.Proof proof = histories.proof();
        return new HistoryProof(
                Money.text(proof.ledger(), decimals),
                Money.text(proof.reported(), decimals),
                Money.text(proof.difference(), decimals),
                Money.text(
                        histories
                                .unassigned()
                                .profit()
                                .subtract(histories.unassigned().acquisition()),
                        decimals),
                Money.text(memo.unallocated(), decimals),
                memo.runs());
    }
}
