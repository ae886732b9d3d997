package nl.marge.customervalue.numeric;

import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Random numbers by counting: the n-th number of a stream is a function of seed, stream and n (the mixer of Steele,
 * Lea and Flood 2014, twice), so that streams need no order among each other and replay to the last bit.
 */
public final class CounterRandom {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long key;
    private long counter;

    /** Stream {@code stream}, such as a customer's number, of {@code seed}. */
    public CounterRandom(long seed, long stream) {
        key = mixed(mixed(seed + GOLDEN) ^ stream * GOLDEN);
    }

    /** Uniform between 0 and 1, both excluded. */
    public double uniform() {
        return ((mixed(key + mixed(++counter * GOLDEN)) >>> 12) + 0.5) * 0x1p-52;
    }

    /** Exponential with mean one. */
    public double exponential() {
        return -Math.log(uniform());
    }

    /** Gamma with the given shape and scale one (Marsaglia and Tsang 2000). */
    public double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(uniform(), 1 / shape);
        }
        double d = shape - 1 / 3.0;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = normal();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    /** Beta, from two gammas; where both are too small to see, whichever is likelier to be larger wins. */
    public double beta(double a, double b) {
        double one = gamma(a);
        double other = gamma(b);
        double sum = one + other;
        return sum > 0 ? one / sum : uniform() < a / (a + b) ? 1 : 0;
    }

    /**
     * How many trials until the first success of probability {@code p}, at least 1; {@code Long.MAX_VALUE} for
     * never.
     */
    public long geometric(double p) {
        return p <= 0 ? Long.MAX_VALUE : p >= 1 ? 1 : (long) Math.ceil(Math.log(uniform()) / Math.log1p(-p));
    }

    /** Poisson: by counting up to a mean of 10, above by transformed rejection (Hoermann 1993). */
    public long poisson(double mean) {
        if (mean >= 10) {
            return largePoisson(mean);
        }
        long count = -1;
        for (double left = mean; left >= 0; left -= exponential()) {
            count++;
        }
        return count;
    }

    private long largePoisson(double mean) {
        double b = 0.931 + 2.53 * Math.sqrt(mean);
        double a = -0.059 + 0.02483 * b;
        double inverse = 1.1239 + 1.1328 / (b - 3.4);
        while (true) {
            double u = uniform() - 0.5;
            double us = 0.5 - Math.abs(u);
            double v = uniform();
            double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
            if (us >= 0.07 && v <= 0.9277 - 3.6224 / (b - 2)) {
                return (long) k;
            }
            boolean possible = k >= 0 && (us >= 0.013 || v <= us);
            if (possible
                    && Math.log(v * inverse / (a / (us * us) + b))
                            <= k * Math.log(mean) - mean - LogGamma.value(k + 1)) {
                return (long) k;
            }
        }
    }

    private double normal() {
        return Math.sqrt(2 * exponential()) * Math.cos(2 * Math.PI * uniform());
    }

    private static long mixed(long value) {
        long z = value;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
