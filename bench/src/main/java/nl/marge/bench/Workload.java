package nl.marge.bench;

import java.time.LocalDate;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * The books to load: balanced entries of four lines over 24 months and 40 accounts, each line with a dimension set
 * drawn by Zipf's law. A set is a customer, a product, a region and a channel; a customer belongs to a segment, which
 * no line carries. The same size gives the same books, entry by entry, in whatever form they are written.
 */
final class Workload {

    static final int LINES_PER_ENTRY = 4;
    static final int PRODUCTS = 1_000;
    static final int REGIONS = 20;
    static final int CHANNELS = 5;

    private static final int ACCOUNTS_PER_TYPE = 10;
    private static final String[] STATEMENT_LINES = {"COGS", "LOGISTICS", "MARKETING", "CUSTOMER_SERVICE", "OVERHEAD"};
    private static final LocalDate FIRST_MONTH = LocalDate.of(2024, 1, 1);
    private static final int MONTHS = 24;
    private static final int DAYS = 28;
    private static final int CENTS_LIMIT = 10_000_000;

    private final Size size;
    private final Zipf zipf;

    Workload(Size size) {
        this.size = size;
        zipf = new Zipf(size.sets());
    }

    /** One line: positions in the lists of accounts and sets, counted from 0, and cents, debit +. */
    record Line(int account, int set, long cents) {}

    /** What takes the entries one by one. */
    interface Taker {
        void take(int index, LocalDate postingDate, Line[] lines);
    }

    /** Gives every entry, in order. */
    void forEachEntry(Taker taker) {
        SplittableRandom random = new SplittableRandom(size.seed());
        Line[] lines = new Line[LINES_PER_ENTRY];
        for (int index = 0; index < size.entries(); index++) {
            LocalDate date = FIRST_MONTH.plusMonths(random.nextInt(MONTHS)).plusDays(random.nextInt(DAYS));
            long sum = 0;
            for (int i = 0; i < LINES_PER_ENTRY - 1; i++) {
                long cents = random.nextInt(1, CENTS_LIMIT);
                // Revenue is credit, cost is debit, as in real books.
                int account = random.nextInt(ACCOUNTS_PER_TYPE, accounts());
                long signed = account < 2 * ACCOUNTS_PER_TYPE ? -cents : cents;
                lines[i] = new Line(account, zipf.draw(random), signed);
                sum += signed;
            }
            lines[LINES_PER_ENTRY - 1] = new Line(random.nextInt(ACCOUNTS_PER_TYPE), zipf.draw(random), -sum);
            taker.take(index, date, lines);
        }
    }

    /** The profit of all books in cents: minus the sum of all lines on revenue and cost. */
    long profitCents() {
        long[] profit = {0};
        forEachEntry((index, date, lines) -> {
            for (Line line : lines) {
                profit[0] -= line.account() < ACCOUNTS_PER_TYPE ? 0 : line.cents();
            }
        });
        return profit[0];
    }

    int accounts() {
        return 4 * ACCOUNTS_PER_TYPE;
    }

    /** An account as the contract takes it: the first ten are assets, then ten of revenue, then twenty of cost. */
    String accountJson(int account) {
        String type = account < ACCOUNTS_PER_TYPE ? "ASSET" : account < 2 * ACCOUNTS_PER_TYPE ? "REVENUE" : "EXPENSE";
        String line = type.equals("REVENUE") ? "GROSS_REVENUE" : STATEMENT_LINES[account % STATEMENT_LINES.length];
        String statement = type.equals("ASSET") ? "" : ",\"statementLine\":\"" + line + "\"";
        return "{\"code\":\"" + accountCode(account) + "\",\"name\":\"Account " + account + "\",\"type\":\"" + type
                + "\"" + statement + "}";
    }

    static String accountCode(int account) {
        return Integer.toString(1000 + 100 * account);
    }

    /** The segment of a customer, by position. */
    int segment(int customer) {
        return customer % size.segments();
    }

    /** The dimensions of a set as the contract takes them; no two sets are equal. */
    String setJson(int set) {
        int customer = set % size.customers();
        int product = (set / size.customers() + customer) % PRODUCTS;
        return "{\"CUSTOMER\":\"C" + customer + "\",\"PRODUCT\":\"P" + product + "\",\"REGION\":\"R"
                + customer % REGIONS + "\",\"CHANNEL\":\"H" + product % CHANNELS + "\"}";
    }

    /** Cents as a decimal number. */
    static String amount(long cents) {
        return String.format(
                Locale.ROOT, "%s%d.%02d", cents < 0 ? "-" : "", Math.abs(cents) / 100, Math.abs(cents) % 100);
    }
}
