package nl.marge.customervalue.model;

/** What may be asked about a customer. */
final class Customer {

    private Customer() {}

    /** @throws IllegalArgumentException unless 0 <= t_x <= T, finite, and t_x > 0 only with repeats */
    static void check(int repeats, double recencyWeeks, double ageWeeks) {
        checkAge(repeats, ageWeeks);
        if (!(recencyWeeks >= 0 && recencyWeeks <= ageWeeks) || repeats == 0 && recencyWeeks > 0) {
            throw new IllegalArgumentException(
                    "A last purchase " + recencyWeeks + " weeks after the first, with " + repeats + " repeats and "
                            + ageWeeks + " weeks of age, cannot be. Give 0 <= t_x <= T, and 0 without repeats.");
        }
    }

    /** @throws IllegalArgumentException when there are fewer than no repeats or weeks, or no finite number of them */
    static void checkAge(int repeats, double ageWeeks) {
        if (repeats < 0) {
            throw new IllegalArgumentException("Repeat purchases are " + repeats + ". Give zero or more.");
        }
        checkWeeks(ageWeeks);
    }

    /** @throws IllegalArgumentException unless {@code weeks} is finite and not negative */
    static void checkWeeks(double weeks) {
        if (!(weeks >= 0 && weeks < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The time is " + weeks + " weeks. Give a finite one of zero or more.");
        }
    }
}
