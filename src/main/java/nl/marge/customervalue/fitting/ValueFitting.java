package nl.marge.customervalue.fitting;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.marge.customervalue.fit.Fit;
import nl.marge.customervalue.fit.FitStatus;
import nl.marge.customervalue.fit.PurchaseFits;
import nl.marge.customervalue.fit.RenewalFits;
import nl.marge.customervalue.fit.SegmentFit;
import nl.marge.customervalue.fit.SegmentFits;
import nl.marge.customervalue.fit.SpendFits;
import nl.marge.customervalue.history.CustomerDays;
import nl.marge.customervalue.history.Histories;
import nl.marge.customervalue.holdout.HoldoutReport;
import nl.marge.customervalue.holdout.Tracking;
import nl.marge.customervalue.model.CohortLosses;
import nl.marge.customervalue.purchase.PurchaseGroups;
import nl.marge.customervalue.renewal.Renewals;
import nl.marge.customervalue.renewal.Renewals.Term;
import nl.marge.customervalue.spend.Credibility;
import nl.marge.customervalue.spend.SpendSample;

/** Fits what histories tell: pure, and the same from the same histories. */
final class ValueFitting {

    /** Beyond this the spend of a purchase goes with how many there are, which gamma-gamma rules out. */
    private static final double CORRELATION_LIMIT = 0.3;

    /** A holdout that is further off than this, in percent, is told in words. */
    private static final double BIAS_LIMIT = 20;

    private final FitRequest request;
    private final Histories histories;
    private final Set<String> warnings = new LinkedHashSet<>();

    ValueFitting(FitRequest request, Histories histories) {
        this.request = request;
        this.histories = histories;
    }

    /** Models of all segments, and how they were found. */
    private record Fitted(
            String model, SegmentFits segments, Optional<HoldoutReport> holdout, List<Tracking> tracking) {}

    /** Fits everything. */
    FitDetail fit(List<String> allocationRuns, Optional<LocalDate> booksBegin) {
        booksBegin
                .filter(day -> day.isBefore(histories.first()))
                .ifPresent(day -> warnings.add("The books begin on " + day + ", before " + histories.first()
                        + ": customers who bought before count as new from their first purchase in the range. Give from"
                        + " where the books begin."));
        Buyers buyers = Buyers.of(histories, request.period(), end());
        Fitted fitted = request.period().map(term -> renewals(buyers, term)).orElseGet(() -> purchases(buyers));
        Fit together = fitted.segments.pooled();
        List<SegmentModel> segments = new ArrayList<>();
        fitted.segments
                .bySegment()
                .forEach((segment, fit) -> segments.add(segment(
                        segment, fit, buyers.bySegment().getOrDefault(segment, List.of()), acquisition(segment))));
        List<Buyer> all = buyers.all();
        SegmentFit pooled = new SegmentFit(together, SegmentFit.Origin.POOLED);
        BigInteger acquisition =
                segments.stream().map(SegmentModel::acquisition).reduce(BigInteger.ZERO, BigInteger::add);
        warn(buyers, fitted.holdout);
        return new FitDetail(
                fitted.model,
                together,
                segment(Buyers.NO_SEGMENT, pooled, all, acquisition),
                segments,
                fitted.segments.test(),
                fitted.holdout,
                fitted.tracking,
                histories.customers().size(),
                histories.customers().size() - all.size(),
                allocationRuns,
                List.copyOf(warnings),
                FitProof.of(histories));
    }

    private Fitted purchases(Buyers buyers) {
        ModelSelection.Chosen chosen = new ModelSelection(request, histories, warnings::add).chosen(buyers);
        SegmentFits segments = buyers.bySegment().isEmpty()
                ? none(PurchaseFits.fit(chosen.kind(), PurchaseGroups.ofDays().build()))
                : SegmentFits.of(chosen.kind(), buyers.groups());
        return new Fitted(chosen.kind().name(), segments, chosen.holdout(), chosen.tracking());
    }

    private Fitted renewals(Buyers buyers, Term term) {
        Renewals renewals = Renewals.of(histories, term, end());
        Fit pooled = renewals.losses()
                .map(RenewalFits::fit)
                .orElseGet(() -> RenewalFits.without(renewals.missing().orElseThrow()));
        SortedMap<String, CohortLosses> losses = new TreeMap<>();
        buyers.bySegment()
                .forEach((segment, of) -> losses.put(
                        segment,
                        Renewals.of(histories, of.stream().map(Buyer::days).toList(), term, end())
                                .losses()
                                .orElse(CohortLosses.NONE)));
        if (renewals.returned() > 0) {
            warnings.add(renewals.returned() + " customers bought again after a period of " + term
                    + " without a purchase; they count as having left and are worth 0. Where they are many this is no"
                    + " contract of that period: give a longer period, or a model of purchases such as AUTO.");
        }
        return new Fitted(
                RenewalFits.MODEL,
                losses.isEmpty() ? none(pooled) : RenewalFits.bySegment(pooled, losses),
                Optional.empty(),
                List.of());
    }

    private static SegmentFits none(Fit fit) {
        return new SegmentFits(
                fit,
                new TreeMap<>(Map.of(Buyers.NO_SEGMENT, new SegmentFit(fit, SegmentFit.Origin.POOLED))),
                Optional.empty());
    }

    private int end() {
        return Math.toIntExact(histories.last().toEpochDay());
    }

    private SegmentModel segment(String segment, SegmentFit fit, List<Buyer> buyers, BigInteger acquisition) {
        Credibility margin = Credibility.of(buyers.stream().map(Buyer::margins).toList());
        Credibility serving = Credibility.of(buyers.stream().map(Buyer::serving).toList());
        return new SegmentModel(
                segment, fit, margin, serving, spend(segment, buyers), marginRate(buyers), buyers.size(), acquisition);
    }

    private BigInteger acquisition(String segment) {
        BigInteger acquisition = BigInteger.ZERO;
        for (CustomerDays days : histories.customers()) {
            if (Buyers.segment(histories, days).equals(segment)) {
                for (int i = 0; i < days.size(); i++) {
                    acquisition = acquisition.add(days.acquisition(i));
                }
            }
        }
        return acquisition;
    }

    private Optional<Fit> spend(String segment, List<Buyer> buyers) {
        if (request.valueModel() == ValueModel.CREDIBILITY_MARGIN) {
            return Optional.empty();
        }
        SpendSample.Builder sample = new SpendSample.Builder();
        for (Buyer buyer : buyers) {
            Spend spend = Spend.of(buyer);
            if (spend.repeats() > 0) {
                sample.add(spend.repeats(), spend.mean());
            }
        }
        SpendSample built = sample.build();
        double correlation = built.correlation();
        if (Math.abs(correlation) > CORRELATION_LIMIT) {
            warnings.add(named(segment) + ": the spend of a purchase goes with how many there are"
                    + " (correlation " + Math.round(correlation * 100) / 100.0
                    + "), which gamma-gamma rules out. Take CREDIBILITY_MARGIN.");
        }
        Fit fit = SpendFits.fit(built);
        if (fit.status() != FitStatus.CONVERGED) {
            warnings.add(named(segment) + ": gamma-gamma is " + fit.status()
                    + ", so margins are told by CREDIBILITY_MARGIN. Take a longer window, or more customers together.");
        }
        return Optional.of(fit);
    }

    private static String named(String segment) {
        return segment.equals(Buyers.NO_SEGMENT) ? "Customers of no segment, or all" : "Segment " + segment;
    }

    private static double marginRate(List<Buyer> buyers) {
        double margin = 0;
        double revenue = 0;
        for (Buyer buyer : buyers) {
            margin += buyer.margins().margin();
            for (int i = 0; i < buyer.days().size(); i++) {
                revenue += buyer.days().netRevenue(i).doubleValue();
            }
        }
        return revenue > 0 ? margin / revenue : 0;
    }

    private void warn(Buyers buyers, Optional<HoldoutReport> holdout) {
        holdout.flatMap(HoldoutReport::biasPercent)
                .filter(bias -> Math.abs(bias) > BIAS_LIMIT)
                .ifPresent(bias -> warnings.add(biased(bias)));
        int without = histories.customers().size() - buyers.all().size();
        if (without > 0) {
            warnings.add(without + " customers have lines and no purchase day in the range; they are in no model:"
                    + " their lines are in the reconciliation, and what it cost to win them in the acquisition cost.");
        }
        SortedMap<String, List<Buyer>> bySegment = buyers.bySegment();
        if (histories.query().segments().isPresent() && bySegment.containsKey(Buyers.NO_SEGMENT)) {
            warnings.add(bySegment.get(Buyers.NO_SEGMENT).size() + " customers belong to no segment on "
                    + histories.last() + "; they are fitted as a segment without a code.");
        }
    }

    private String biased(double bias) {
        return "Fitted up to " + request.calibrationTo().orElseThrow() + ", the model of all customers told "
                + Math.round(Math.abs(bias)) + " % too " + (bias < 0 ? "few" : "many")
                + " purchases of the time after. What it says of the future is as far off; the holdout knows no"
                + " segments. Fit customers who behave alike: by a filter, or a window without such a break.";
    }
}
