package nl.marge.customervalue.valuation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import nl.marge.customervalue.fitting.SegmentModel;
import nl.marge.customervalue.model.Discounted;

/**
 * A customer of a segment who makes his first purchase today and of whom nothing else is known: what he brings, and
 * what it cost to win him. Minor units.
 */
public final class NewCustomer {

    /** As far as payback is looked for. */
    private static final int MONTHS_LIMIT = 240;

    private final SegmentModel segment;
    private final Discounted discounted;
    private final IntFunction<Discounted> byMonths;

    NewCustomer(Prospects prospects, SegmentModel segment) {
        this.segment = segment;
        this.discounted = prospects.newCustomer();
        this.byMonths = prospects.newCustomerByMonths();
    }

    /** Expected purchases after the first, each discounted. */
    double discountedPurchases() {
        return discounted.purchases();
    }

    double discountedAliveWeeks() {
        return discounted.aliveWeeks();
    }

    /** The first purchase and those to come, less what it takes to serve him. */
    double beforeAcquisition() {
        return value(discounted);
    }

    /** What it cost to win a customer of the segment: empty where no such cost was posted. */
    OptionalDouble acquisitionCost() {
        return segment.acquisition().signum() == 0 || segment.newCustomers() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(segment.acquisition().doubleValue() / segment.newCustomers());
    }

    /** The same after that. */
    double afterAcquisition() {
        return beforeAcquisition() - acquisitionCost().orElse(0);
    }

    /** What he has brought after each of so many months, discounted; the first is his first purchase alone. */
    List<Double> months(int count) {
        List<Double> months = new ArrayList<>(List.of(segment.marginOfAnybody()));
        for (int month = 1; month <= count; month++) {
            months.add(value(byMonths.apply(month)));
        }
        return months;
    }

    /** After how many months he has brought back what it cost to win him, linear in between; empty where never. */
    OptionalDouble paybackMonths() {
        double cost = acquisitionCost().orElse(0);
        double before = segment.marginOfAnybody();
        if (before >= cost) {
            return OptionalDouble.of(0);
        }
        for (int month = 1; month <= MONTHS_LIMIT; month++) {
            double after = value(byMonths.apply(month));
            if (after >= cost) {
                return OptionalDouble.of(month - 1 + (cost - before) / (after - before));
            }
            before = after;
        }
        return OptionalDouble.empty();
    }

    private double value(Discounted of) {
        return segment.marginOfAnybody() * (1 + of.purchases())
                - segment.serving().mean() * of.aliveWeeks();
    }
}
