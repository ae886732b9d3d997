package nl.marge.customervalue.fitting;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import nl.marge.customervalue.fit.Fit;
import nl.marge.customervalue.fit.LikelihoodRatio;
import nl.marge.customervalue.holdout.HoldoutReport;
import nl.marge.customervalue.holdout.Tracking;

/**
 * What came of a fit, as it is kept.
 *
 * @param model a {@link nl.marge.customervalue.model.ModelKind}, or {@code SBG}
 * @param pooled the model of all customers together
 * @param all the same of all together: what counts for a segment that had no customers when the fit was made
 * @param segments by code; the only one where no segments are asked for
 * @param test whether segments differ
 * @param holdout how well the model, fitted up to the end of calibration, told the time after it
 * @param tracking purchases of all by week, through calibration and beyond
 * @param customers with lines in the range
 * @param withoutPurchase of them, who bought nothing
 * @param allocationRuns whose cost is in the margins
 * @param proof what the histories miss of the ledger, in the company's currency
 */
public record FitDetail(
        String model,
        Fit pooled,
        SegmentModel all,
        List<SegmentModel> segments,
        Optional<LikelihoodRatio> test,
        Optional<HoldoutReport> holdout,
        List<Tracking> tracking,
        int customers,
        int withoutPurchase,
        List<String> allocationRuns,
        List<String> warnings,
        FitProof proof) {

    public FitDetail {
        requireNonNull(model, "model");
        requireNonNull(pooled, "pooled");
        requireNonNull(all, "all");
        segments = List.copyOf(segments);
        requireNonNull(test, "test");
        requireNonNull(holdout, "holdout");
        tracking = List.copyOf(tracking);
        allocationRuns = List.copyOf(allocationRuns);
        warnings = List.copyOf(warnings);
        requireNonNull(proof, "proof");
    }

    /** The model of a segment. */
    public SegmentModel segment(String code) {
        return segments.stream()
                .filter(model -> model.segment().equals(code))
                .findFirst()
                .orElse(all);
    }
}
