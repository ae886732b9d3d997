package nl.marge.customervalue.survival;

import java.util.Arrays;

/**
 * How many customers were lost, and how many were last seen alive, after so many days: all that a survival curve is
 * made of.
 */
public final class Lifetimes {

    private int[] lost = new int[1];
    private int[] censored = new int[1];
    private int customers;

    /** Adds a customer who was lost after so many days, at least 0. */
    public void addLost(int days) {
        ensure(days);
        lost[days]++;
        customers++;
    }

    /** Adds a customer who was still there after so many days, at least 0. */
    public void addCensored(int days) {
        ensure(days);
        censored[days]++;
        customers++;
    }

    /** Adds all of others. */
    public void addAll(Lifetimes others) {
        ensure(others.lost.length - 1);
        for (int day = 0; day < others.lost.length; day++) {
            lost[day] += others.lost[day];
            censored[day] += others.censored[day];
        }
        customers += others.customers;
    }

    /** How many customers there are. */
    public int customers() {
        return customers;
    }

    /** How many of them were lost. */
    public int lost() {
        return Arrays.stream(lost).sum();
    }

    /** After how many days at least nobody is lost or seen any more. */
    int days() {
        return lost.length;
    }

    /** How many were lost after exactly so many days. */
    int lostAfter(int days) {
        return lost[days];
    }

    /** How many were last seen alive after exactly so many days. */
    int censoredAfter(int days) {
        return censored[days];
    }

    private void ensure(int days) {
        if (days >= lost.length) {
            int size = Math.max(days + 1, lost.length * 2);
            lost = Arrays.copyOf(lost, size);
            censored = Arrays.copyOf(censored, size);
        }
    }
}
