package nl.marge.customervalue.spend;

import java.util.List;
import nl.marge.customervalue.numeric.CompensatedSum;

/**
 * Credibility of margins after Buehlmann and Straub (1970, Mitteilungen SVV 70:111-133; unbiased estimators as in
 * Buehlmann and Gisler 2005, ch. 4): a customer's own mean counts the more, the more transactions there are and the
 * more customers differ. Nothing is searched for, and margins may be negative.
 *
 * @param mean mu: what a transaction of any customer brings per unit of weight
 * @param within s2: how much one customer's transactions differ, per unit of weight
 * @param between a: how much customers' true means differ; 0 when homogeneous
 * @param customers how many had transactions
 * @param homogeneous whether customers differ no more than chance alone would make them: then nobody's own mean
 *     counts
 */
public record Credibility(double mean, double within, double between, int customers, boolean homogeneous) {

    /**
     * Estimates from all customers; those without transactions say nothing.
     *
     * @return homogeneous too, with a mean of 0, when nobody had any, and when nobody had two
     */
    public static Credibility of(List<MarginSums> margins) {
        List<MarginSums> known =
                margins.stream().filter(sums -> sums.count() > 0).toList();
        double weight = sum(known.stream().mapToDouble(MarginSums::weight).toArray());
        double margin = sum(known.stream().mapToDouble(MarginSums::margin).toArray());
        long degrees = known.stream().mapToLong(sums -> sums.count() - 1L).sum();
        if (known.isEmpty()) {
            return new Credibility(0, 0, 0, 0, true);
        }
        double mean = margin / weight;
        double within = degrees == 0
                ? 0
                : sum(known.stream().mapToDouble(MarginSums::within).toArray()) / degrees;
        double between = degrees == 0 ? 0 : between(known, mean, weight, within);
        Credibility plain = new Credibility(mean, within, Math.max(0, between), known.size(), !(between > 0));
        return plain.homogeneous ? plain : plain.withCredibleMean(known);
    }

    /** What the customer's next transaction is expected to bring. */
    public CredibleMargin of(MarginSums sums) {
        double z = credibility(sums.weight());
        return new CredibleMargin(z * sums.mean() + (1 - z) * mean, z, Math.sqrt(between * (1 - z)));
    }

    /** Z = w / (w + s2 / a), from 0 to 1. */
    private double credibility(double weight) {
        return homogeneous || weight == 0 ? 0 : weight / (weight + within / between);
    }

    private static double between(List<MarginSums> known, double mean, double weight, double within) {
        double spread = sum(known.stream()
                .mapToDouble(sums -> sums.weight() * (sums.mean() - mean) * (sums.mean() - mean))
                .toArray());
        double squares = sum(known.stream()
                .mapToDouble(sums -> sums.weight() * sums.weight() / weight)
                .toArray());
        double room = weight - squares;
        double between = room > 0 ? (spread - (known.size() - 1) * within) / room : 0;
        // What rounding leaves of equal means is no difference between customers.
        return between > 1e-15 * mean * mean ? between : 0;
    }

    /** Each customer's mean weighed by its credibility, which loses least. */
    private Credibility withCredibleMean(List<MarginSums> known) {
        double weights = sum(
                known.stream().mapToDouble(sums -> credibility(sums.weight())).toArray());
        double sum = sum(known.stream()
                .mapToDouble(sums -> credibility(sums.weight()) * sums.mean())
                .toArray());
        return new Credibility(sum / weights, within, between, customers, false);
    }

    private static double sum(double[] values) {
        CompensatedSum sum = new CompensatedSum();
        for (double value : values) {
            sum.add(value);
        }
        return sum.value();
    }
}
