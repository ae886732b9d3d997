package nl.marge.profitability.answer;

import java.util.List;
import nl.marge.allocation.memo.AllocationMemo;
import nl.marge.kernel.Money;
import nl.marge.profitability.ProfitAndLoss;
import nl.marge.profitability.Reconciliation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The proof of the segment P&amp;L that an answer is made of. */
@Schema(name = "ReportReconciliation")
public record ReportProof(
        @Schema(description = "Minus the sum of all lines on revenue and expense accounts, added on its own way")
        String ledger,

        @Schema(description = "The last subtotal of all rows of the P&L behind the answer")
        String reported,

        String difference,
        String unassigned,
        String unusedCapacity,
        String overDriven,
        String unallocated,
        List<String> allocationRuns) {

    /** What a report misses of the ledger, in the company's currency: as headers tell it. */
    public static String difference(ProfitAndLoss report) {
        return Money.text(
                report.reconciliation().difference(),
                report.reference().company().decimals());
    }

    /** The proof of a report. */
    public static ReportProof of(ProfitAndLoss report, AllocationMemo memo) {
        Reconciliation proof = report.reconciliation();
        int decimals = report.reference().company().decimals();
        return new ReportProof(
                Money.text(proof.ledger(), decimals),
                Money.text(proof.reported(), decimals),
                difference(report),
                Money.text(proof.unassigned(), decimals),
                Money.text(proof.capacity().unused(), decimals),
                Money.text(proof.capacity().overDriven(), decimals),
                Money.text(memo.unallocated(), decimals),
                memo.runs());
    }
}
