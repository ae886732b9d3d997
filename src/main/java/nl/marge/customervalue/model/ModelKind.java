package nl.marge.customervalue.model;

import java.util.List;
import nl.marge.customervalue.numeric.DifferencedObjective;
import nl.marge.customervalue.numeric.Objective;
import nl.marge.customervalue.purchase.PurchaseGroups;

/** The models of purchases without a contract. */
public enum ModelKind {

    /** Beta-geometric/NBD: who buys may leave after each purchase but the first (Fader, Hardie and Lee 2005). */
    BGNBD("r", "alpha", "a", "b"),

    /** Modified: one may leave after the first purchase too (Batislam, Denizel and Filiztekin 2007). */
    MBGNBD("r", "alpha", "a", "b"),

    /** Pareto/NBD: one may leave at any time (Schmittlein, Morrison and Colombo 1987). */
    PARETONBD("r", "alpha", "s", "beta");

    private final List<String> names;

    ModelKind(String... names) {
        this.names = List.of(names);
    }

    /** The names of the four parameters, in order. */
    public List<String> parameterNames() {
        return names;
    }

    /**
     * The model with these parameters, in the order of their names; alpha and beta in weeks.
     *
     * @throws IllegalArgumentException unless they are four, finite and above zero
     */
    public PurchaseModel with(double... parameters) {
        if (parameters.length != names.size()) {
            throw new IllegalArgumentException(
                    this + " has " + names.size() + " parameters, not " + parameters.length + ". Give " + names + ".");
        }
        for (int i = 0; i < parameters.length; i++) {
            if (!(parameters[i] > 0 && parameters[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        names.get(i) + " is " + parameters[i] + ". Give a finite number above zero.");
            }
        }
        return this == PARETONBD ? new ParetoNbd(parameters) : new BetaGeometric(this, parameters);
    }

    /**
     * Minus the mean log-likelihood of a customer, as a function of the logarithms of the parameters, with its
     * gradient. The combinatorial term that no parameter enters is left out, as in the papers. Not for two threads
     * at once.
     */
    public Objective objective(PurchaseGroups groups) {
        return this == PARETONBD
                ? new DifferencedObjective(new ParetoNbdLikelihood(groups))
                : new BetaGeometricLikelihood(groups, firstExit());
    }

    /** The first purchase after which a customer may leave, counted in repeats: 1 for BG/NBD, 0 for MBG/NBD. */
    int firstExit() {
        return this == MBGNBD ? 0 : 1;
    }
}
