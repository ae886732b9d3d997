package nl.marge.customervalue.spend;

/**
 * One customer's margins, added up: all that credibility needs.
 *
 * @param count n: transactions
 * @param weight sum of w: their weights, such as 1 each, or revenue; above zero when there are transactions
 * @param margin sum of w m: m is the margin per unit of weight, of either sign
 * @param square sum of w m squared
 */
public record MarginSums(int count, double weight, double margin, double square) {

    /** No transaction at all. */
    public static final MarginSums NONE = new MarginSums(0, 0, 0, 0);

    /**
     * @throws IllegalArgumentException when a sum is not finite, or there is weight without transactions or none
     * with
     */
    public MarginSums {
        boolean finite = Double.isFinite(weight) && Double.isFinite(margin) && Double.isFinite(square);
        if (!finite || square < 0) {
            throw new IllegalArgumentException("Sums of weight " + weight + ", margin " + margin + " and square "
                    + square + " are no sums of margins. Give finite ones.");
        }
        if (count < 0 || count > 0 != weight > 0) {
            throw new IllegalArgumentException("There are " + count + " transactions with a weight of " + weight
                    + ". Give each a weight above zero.");
        }
    }

    /** These and one transaction more, of weight {@code w} and margin {@code m} per unit of it. */
    public MarginSums plus(double w, double m) {
        return new MarginSums(count + 1, weight + w, margin + w * m, square + w * m * m);
    }

    /** The mean margin per unit of weight; 0 without transactions. */
    public double mean() {
        return count == 0 ? 0 : margin / weight;
    }

    /** The weighted squares of what single transactions differ from the mean; never negative. */
    double within() {
        return count < 2 ? 0 : Math.max(0, square - margin * margin / weight);
    }
}
