package nl.marge.customervalue.fitting;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.Optional;
import nl.marge.customervalue.fit.Fit;
import nl.marge.customervalue.fit.FitStatus;
import nl.marge.customervalue.fit.SegmentFit;
import nl.marge.customervalue.fit.SpendFits;
import nl.marge.customervalue.spend.Credibility;
import nl.marge.customervalue.spend.GammaGamma;

/**
 * What a fit says of a segment.
 *
 * @param segment its code; empty for those of no segment, or for all where none are asked for
 * @param purchases the model of buying and leaving
 * @param margin of a purchase, minor units
 * @param serving cost-to-serve of a week, minor units
 * @param spend gamma-gamma of net revenue, where that was asked for
 * @param marginRate margin over net revenue of all its customers; 0 without net revenue
 * @param newCustomers whose first purchase in the books lies in the range
 * @param acquisition what was spent to win its customers, minor units
 */
public record SegmentModel(
        String segment,
        SegmentFit purchases,
        Credibility margin,
        Credibility serving,
        Optional<Fit> spend,
        double marginRate,
        int newCustomers,
        BigInteger acquisition) {

    public SegmentModel {
        requireNonNull(segment, "segment");
        requireNonNull(purchases, "purchases");
        requireNonNull(margin, "margin");
        requireNonNull(serving, "serving");
        requireNonNull(spend, "spend");
        requireNonNull(acquisition, "acquisition");
    }

    /** The expected margin of a purchase of a customer nothing is known of, minor units. */
    public double marginOfAnybody() {
        return spendModel().map(model -> model.populationMean() * marginRate).orElse(margin.mean());
    }

    /**
     * The model of spend; empty where none was asked for, and where its fit is no maximum well inside: then what a
     * customer without repeat purchases is told to spend has no bound, and credible margins tell more.
     */
    public Optional<GammaGamma> spendModel() {
        return spend.filter(fit -> fit.status() == FitStatus.CONVERGED).flatMap(SpendFits::model);
    }
}
