package nl.marge.customervalue.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MinimiserTest {

    private static final Minimiser MINIMISER = new Minimiser(9, 1e-9);

    /** Rosenbrock's valley, from its customary start. */
    @Test
    void findsTheEndOfRosenbrocksValley() {
        Objective valley = (at, gradient) -> {
            double bend = at[1] - at[0] * at[0];
            gradient[0] = -400 * at[0] * bend - 2 * (1 - at[0]);
            gradient[1] = 200 * bend;
            return 100 * bend * bend + (1 - at[0]) * (1 - at[0]);
        };

        Minimum found = MINIMISER.minimise(valley, new double[] {-1.2, 1});

        assertArrayEquals(new double[] {1, 1}, found.at(), 1e-8);
        assertTrue(found.iterations() < 100, () -> found.iterations() + " iterations");
    }

    @Test
    void stopsAtTheWallOfTheBoxAndSaysThatNothingLeadsFurtherInside() {
        Objective slope = (at, gradient) -> {
            gradient[0] = -1;
            gradient[1] = 2 * (at[1] - 3);
            return -at[0] + (at[1] - 3) * (at[1] - 3);
        };

        Minimum found = MINIMISER.minimise(slope, new double[] {0, 0});

        assertArrayEquals(new double[] {9, 3}, found.at(), 1e-8);
        assertEquals(0, found.steepness(), 1e-8);
        assertTrue(MINIMISER.isOnWall(found.at()[0]));
    }

    @Test
    void staysWhereTheFunctionHasNoValue() {
        Objective nowhere = (at, gradient) -> Double.NaN;

        assertArrayEquals(
                new double[] {1}, MINIMISER.minimise(nowhere, new double[] {1}).at());
    }

    @Test
    void comesCloserByNewtonWithTheHessianOfDifferences() {
        Objective bowl = new DifferencedObjective(at -> Math.cosh(at[0] - 1) + Math.pow(at[1], 2) + at[0] * at[1] / 9);
        Minimum rough = new Minimiser(9, 1e-2).minimise(bowl, new double[] {3, 3});

        Minimum fine = MINIMISER.polish(bowl, rough.at(), bowl.hessian(rough.at()), 1e-11);

        assertTrue(fine.steepness() < 1e-8, () -> "steepness " + fine.steepness());
        assertEquals(2, bowl.hessian(fine.at()).at(1, 1), 1e-6);
        assertEquals(1 / 9.0, bowl.hessian(fine.at()).at(0, 1), 1e-6);
    }

    @Test
    void sumsWithoutLoss() {
        CompensatedSum sum = new CompensatedSum();
        sum.add(1);
        sum.add(1e100);
        sum.add(1);
        sum.add(-1e100);

        assertEquals(2, sum.value());
    }
}
