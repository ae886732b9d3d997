package nl.marge.bench;

import java.time.YearMonth;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/**
 * The cost to allocate: each month every pool has cost on an account and a cost center of its own, and every customer a
 * quantity of every driver. So much cost that every customer gets at least a cent of every pool. The same size gives
 * the same books.
 */
final class CostWorkload {

    static final int POOLS_LIMIT = 900;
    static final int MONTHS = 24;

    private static final int QUANTITY_LIMIT = 1_000;
    private static final int CENTS_A_CUSTOMER_LEAST = 2_000;
    private static final int CENTS_A_CUSTOMER_LIMIT = 20_000;
    private static final YearMonth FIRST_MONTH = YearMonth.of(2024, 1);
    private static final String[] STATEMENT_LINES = {
        "LOGISTICS", "MARKETING", "CUSTOMER_SERVICE", "BACK_OFFICE", "OVERHEAD"
    };

    private final AllocationSize size;

    CostWorkload(AllocationSize size) {
        this.size = size;
    }

    /** The month of a round. */
    static YearMonth month(int round) {
        return FIRST_MONTH.plusMonths(round);
    }

    static String account(int pool) {
        return Integer.toString(6_000 + pool);
    }

    static String statementLine(int pool) {
        return STATEMENT_LINES[pool % STATEMENT_LINES.length];
    }

    int driver(int pool) {
        return pool % size.drivers();
    }

    int segment(int customer) {
        return customer % size.segments();
    }

    /** The cost of every pool in a month, in cents, debit +. */
    long[] cents(int round) {
        SplittableRandom random = new SplittableRandom(size.seed() + 31L * round);
        long[] cents = new long[size.pools()];
        for (int pool = 0; pool < cents.length; pool++) {
            long least = (long) CENTS_A_CUSTOMER_LEAST * size.customers();
            cents[pool] = random.nextLong(least, (long) CENTS_A_CUSTOMER_LIMIT * size.customers());
        }
        return cents;
    }

    /** The cost of all pools in a month, in cents. */
    long totalCents(int round) {
        return LongStream.of(cents(round)).sum();
    }

    /** What every customer took of a driver in a month: whole, at least 1. */
    int[] quantities(int round, int driver) {
        SplittableRandom random = new SplittableRandom(size.seed() + 31L * round + 1_000_003L * (driver + 1));
        int[] quantities = new int[size.customers()];
        for (int customer = 0; customer < quantities.length; customer++) {
            quantities[customer] = random.nextInt(1, QUANTITY_LIMIT);
        }
        return quantities;
    }

    /** What every customer bought in a month, in cents. */
    long[] revenueCents(int round) {
        SplittableRandom random = new SplittableRandom(size.seed() + 31L * round + 7L);
        return random.longs(size.customers(), 1, 10_000_000).toArray();
    }
}
