package nl.marge.customervalue.model;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.DoubleStream;
import nl.marge.customervalue.numeric.CounterRandom;
import nl.marge.customervalue.numeric.GaussJacobi;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * BG/NBD (Fader, Hardie and Lee 2005, Marketing Science 24:275-284) and MBG/NBD (Batislam, Denizel and Filiztekin
 * 2007). Rates of purchase are Gamma(r, alpha) over customers; the probability of leaving after a purchase is
 * Beta(a, b). They differ in whether the first purchase counts: y = x or x + 1 occasions to leave. Given that the
 * customer is still there, the rate is Gamma(r + x, alpha + T) and p is Beta(a, b + y), so that everything to come
 * is an expectation over p, done by Gauss-Jacobi nodes kept by x; no hypergeometric function and none of its poles.
 */
public final class BetaGeometric implements PurchaseModel {

    private final ModelKind kind;
    private final double r;
    private final double alpha;
    private final double a;
    private final double b;
    private final Map<Integer, GaussJacobi> leavingByRepeats = new ConcurrentHashMap<>();

    BetaGeometric(ModelKind kind, double... parameters) {
        this.kind = kind;
        r = parameters[0];
        alpha = parameters[1];
        a = parameters[2];
        b = parameters[3];
    }

    @Override
    public ModelKind kind() {
        return kind;
    }

    @Override
    public List<Double> parameters() {
        return DoubleStream.of(r, alpha, a, b).boxed().toList();
    }

    /** Note 027 (Fader and Hardie 2013), eq. 2, by logarithms: it cannot overflow. */
    @Override
    public double probabilityAlive(int repeats, double recencyWeeks, double ageWeeks) {
        Customer.check(repeats, recencyWeeks, ageWeeks);
        int occasions = occasions(repeats);
        if (occasions == 0) {
            return 1;
        }
        double left = Math.log(a / (b + occasions - 1))
                + (r + repeats) * Math.log1p((ageWeeks - recencyWeeks) / (alpha + recencyWeeks));
        return 1 / (1 + Math.exp(left));
    }

    @Override
    public double purchasesIfAlive(int repeats, double ageWeeks, double weeks) {
        Customer.checkAge(repeats, ageWeeks);
        Customer.checkWeeks(weeks);
        GaussJacobi leaving = leaving(repeats);
        double share = weeks / (alpha + ageWeeks);
        double sum = 0;
        for (int k = 0; k < leaving.size(); k++) {
            double p = leaving.node(k);
            sum -= leaving.weight(k) * Math.expm1(-(r + repeats) * Math.log1p(p * share)) / p;
        }
        return sum;
    }

    @Override
    public Discounted discountedIfAlive(int repeats, double ageWeeks, Horizon horizon) {
        Customer.checkAge(repeats, ageWeeks);
        GaussJacobi leaving = leaving(repeats);
        double shape = r + repeats;
        double scale = alpha + ageWeeks;
        double purchases = 0;
        double weeks = 0;
        double[] thinned = new double[2];
        for (int k = 0; k < leaving.size(); k++) {
            double slow = scale / leaving.node(k);
            Thinning.pair(shape, horizon.delta() * slow, horizon.weeks() / slow, thinned);
            purchases += leaving.weight(k) * slow * thinned[1];
            weeks += leaving.weight(k) * slow * thinned[0];
        }
        return new Discounted(shape / scale * purchases, weeks);
    }

    /**
     * P(X(t) = n): the probability that a new customer makes {@code purchases} repeat purchases within {@code
     * weeks} (eq. 8 of the paper, its sum as a regularised beta function).
     */
    public double probabilityOfPurchases(int purchases, double weeks) {
        Customer.checkAge(purchases, weeks);
        int occasions = occasions(purchases);
        double stays = Math.exp(LogBeta.value(a, b + occasions) - LogBeta.value(a, b));
        double staying = stays * negativeBinomial(purchases, weeks);
        if (occasions == 0) {
            return staying;
        }
        double leaves = stays * a / (b + occasions - 1);
        double atLeast = purchases == 0 ? 1 : RegularizedBeta.value(weeks / (alpha + weeks), purchases, r);
        return staying + leaves * atLeast;
    }

    /** Purchases within {@code weeks} of one who is still there: Poisson, but none after leaving. */
    long draw(int repeats, double ageWeeks, double weeks, CounterRandom random) {
        double rate = random.gamma(r + repeats) / (alpha + ageWeeks);
        double p = random.beta(a, b + occasions(repeats));
        return Math.min(random.poisson(rate * weeks), random.geometric(p));
    }

    private double negativeBinomial(int n, double weeks) {
        if (weeks == 0) {
            return n == 0 ? 1 : 0;
        }
        return Math.exp(LogGamma.value(r + n)
                - LogGamma.value(r)
                - LogGamma.value(n + 1.0)
                - r * Math.log1p(weeks / alpha)
                - n * Math.log1p(alpha / weeks));
    }

    private int occasions(int repeats) {
        return repeats + 1 - kind.firstExit();
    }

    private GaussJacobi leaving(int repeats) {
        return leavingByRepeats.computeIfAbsent(repeats, x -> new GaussJacobi(a, b + occasions(x)));
    }
}
