package nl.marge.customervalue.model;

/**
 * What is to come of customers with equal repeats who are still there, as a smooth function of their age. For many
 * ages it is computed at 32 Chebyshev points of ln(age + shift) only and interpolated between (Berrut and Trefethen
 * 2004, SIAM Review 46:501-517, eq. 5.4): over a range of e^6 that loses less than 1e-9, and saves most of the
 * work.
 */
final class AgeCurve {

    private static final int POINTS = 32;

    /** With fewer ages than twice the points nothing is won. */
    private static final int AGES_NEEDED = 2 * POINTS;

    /** The nearest singularity lies at pi beside the real axis: beyond this range 32 points are too few. */
    private static final double RANGE_LIMIT = 6;

    private static final double[] PLACES = new double[POINTS];
    private static final double[] WEIGHTS = new double[POINTS];

    static {
        for (int k = 0; k < POINTS; k++) {
            PLACES[k] = Math.cos((2 * k + 1) * Math.PI / (2 * POINTS));
            WEIGHTS[k] = (k % 2 == 0 ? 1 : -1) * Math.sin((2 * k + 1) * Math.PI / (2 * POINTS));
        }
    }

    private final PurchaseModel model;
    private final int repeats;
    private final double weeks;
    private final Horizon horizon;
    private double shift;
    private double middle;
    private double half;
    private double[][] points = {};

    AgeCurve(PurchaseModel model, int repeats, double weeks, Horizon horizon) {
        this.model = model;
        this.repeats = repeats;
        this.weeks = weeks;
        this.horizon = horizon;
    }

    /** Prepares for {@code ages} different ages from {@code youngest} to {@code oldest} weeks. */
    AgeCurve between(double youngest, double oldest, int ages) {
        shift = model.kind() == ModelKind.PARETONBD
                ? Math.min(model.parameters().get(1), model.parameters().get(3))
                : model.parameters().get(1);
        double low = Math.log(youngest + shift);
        double high = Math.log(oldest + shift);
        if (ages < AGES_NEEDED || high - low > RANGE_LIMIT) {
            return this;
        }
        middle = (low + high) / 2;
        half = (high - low) / 2;
        points = new double[POINTS][];
        for (int k = 0; k < POINTS; k++) {
            points[k] = exactly(Math.max(0, Math.exp(middle + half * PLACES[k]) - shift));
        }
        return this;
    }

    /** Expected purchases within the weeks, then discounted purchases and discounted weeks within the horizon. */
    double[] at(double ageWeeks) {
        if (points.length == 0) {
            return exactly(ageWeeks);
        }
        double place = (Math.log(ageWeeks + shift) - middle) / half;
        double[] sums = new double[3];
        double weights = 0;
        for (int k = 0; k < POINTS; k++) {
            double distance = place - PLACES[k];
            if (distance == 0) {
                return points[k].clone();
            }
            double weight = WEIGHTS[k] / distance;
            weights += weight;
            for (int i = 0; i < 3; i++) {
                sums[i] += weight * points[k][i];
            }
        }
        for (int i = 0; i < 3; i++) {
            sums[i] /= weights;
        }
        return sums;
    }

    private double[] exactly(double ageWeeks) {
        Discounted discounted = model.discountedIfAlive(repeats, ageWeeks, horizon);
        return new double[] {
            model.purchasesIfAlive(repeats, ageWeeks, weeks), discounted.purchases(), discounted.aliveWeeks()
        };
    }
}
