package nl.marge.customervalue.numeric;

/** A sum that keeps what rounding loses (Neumaier 1974), so that it hardly depends on how its parts were cut. */
public final class CompensatedSum {

    private double sum;
    private double lost;

    /** Adds {@code value}. */
    public void add(double value) {
        double next = sum + value;
        lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
        sum = next;
    }

    /** What has been added so far. */
    public double value() {
        return sum + lost;
    }
}
