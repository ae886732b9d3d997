package nl.marge.customervalue.numeric;

import java.util.Arrays;

/** Another function with its variables moved: f(x + shift). What is searched then lies around zero. */
public final class ShiftedObjective implements Objective {

    private final Objective objective;
    private final double[] shift;

    /** {@code objective} seen from {@code shift}. */
    public ShiftedObjective(Objective objective, double[] shift) {
        this.objective = objective;
        this.shift = shift.clone();
    }

    @Override
    public double value(double[] at, double[] gradient) {
        return objective.value(moved(at), gradient);
    }

    @Override
    public SymmetricMatrix hessian(double[] at) {
        return objective.hessian(moved(at));
    }

    private double[] moved(double[] at) {
        double[] moved = at.clone();
        Arrays.setAll(moved, i -> at[i] + shift[i]);
        return moved;
    }
}
