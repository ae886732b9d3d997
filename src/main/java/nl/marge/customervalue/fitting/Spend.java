package nl.marge.customervalue.fitting;

import nl.marge.customervalue.history.CustomerDays;

/**
 * What a customer spent on purchases after the first, which the models of purchases leave out as well.
 *
 * @param repeats purchase days after the first
 * @param mean net revenue of one of them, minor units; 0 without any
 */
public record Spend(int repeats, double mean) {

    /** The spend of a customer. */
    public static Spend of(Buyer buyer) {
        CustomerDays days = buyer.days();
        int repeats = buyer.history().repeats();
        int last = buyer.firstDay() + buyer.history().recency();
        double sum = 0;
        for (int i = 0; i < days.size() && days.day(i) <= last; i++) {
            if (days.isPurchase(i) && days.day(i) > buyer.firstDay()) {
                sum += days.netRevenue(i).doubleValue();
            }
        }
        return new Spend(repeats, repeats == 0 ? 0 : sum / repeats);
    }
}
