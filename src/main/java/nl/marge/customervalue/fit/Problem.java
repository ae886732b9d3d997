package nl.marge.customervalue.fit;

import java.util.List;
import nl.marge.customervalue.numeric.Objective;
import nl.marge.customervalue.numeric.ShiftedObjective;

/**
 * What is to be estimated. Parameters are searched by the logarithm of (value - floor) / unit, so that the search is
 * over numbers around zero whatever the unit of time or money.
 *
 * @param objective minus the mean log-likelihood by ln(value - floor)
 * @param floors what each parameter cannot be below
 * @param units what each parameter is of the size of
 */
record Problem(
        String model,
        List<String> names,
        Objective objective,
        double[] floors,
        double[] units,
        int customers,
        int repeaters) {

    /** The objective around the units. */
    Objective centred() {
        return new ShiftedObjective(objective, logUnits());
    }

    /** Where {@code parameters} are searched. */
    double[] coordinates(double... parameters) {
        double[] coordinates = logUnits();
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = Math.log(parameters[i] - floors[i]) - coordinates[i];
        }
        return coordinates;
    }

    /** The parameters at {@code coordinates}. */
    double[] parameters(double[] coordinates) {
        double[] parameters = new double[coordinates.length];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = floors[i] + units[i] * Math.exp(coordinates[i]);
        }
        return parameters;
    }

    private double[] logUnits() {
        double[] logarithms = new double[units.length];
        for (int i = 0; i < units.length; i++) {
            logarithms[i] = Math.log(units[i]);
        }
        return logarithms;
    }
}
