package nl.marge.customervalue.numeric;

/** Where a search ended. Immutable. */
public final class Minimum {

    private final double[] at;
    private final double value;
    private final double steepness;
    private final int iterations;

    Minimum(double[] at, double value, double steepness, int iterations) {
        this.at = at.clone();
        this.value = value;
        this.steepness = steepness;
        this.iterations = iterations;
    }

    /** The place. */
    public double[] at() {
        return at.clone();
    }

    /** The function's value there. */
    public double value() {
        return value;
    }

    /** The largest component of the gradient there that still leads downhill inside the box, without sign. */
    public double steepness() {
        return steepness;
    }

    /** The same, reached after {@code before} steps more. */
    public Minimum after(int before) {
        return new Minimum(at, value, steepness, iterations + before);
    }

    /** How many steps were made. */
    public int iterations() {
        return iterations;
    }
}
