package nl.marge.allocation.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run brought one receiver.
 *
 * @param receiver its text
 * @param quantities driver code to what was measured of it
 * @param steps in order of the rules
 */
public record ReceiverTrace(String receiver, SortedMap<String, BigDecimal> quantities, List<Step> steps) {

    public ReceiverTrace {
        quantities = new TreeMap<>(quantities);
        steps = List.copyOf(steps);
    }

    /**
     * What one part of a rule brought on one account.
     *
     * @param rule place of the rule in the run's detail
     * @param part place of the part in the rule; -1 for capacity that nobody used, or used beyond
     * @param weight of the receiver in the part
     * @param amount minor units, debit +
     */
    public record Step(int rule, int part, int accountId, BigDecimal weight, long amount) {

        /** As {@link StoredSteps} reads it. */
        void append(StringBuilder text) {
            text.append(rule)
                    .append('.')
                    .append(part)
                    .append('.')
                    .append(accountId)
                    .append('=')
                    .append(weight.toPlainString())
                    .append(':')
                    .append(amount)
                    .append(';');
        }
    }

    /** Quantities as they are stored: {@code DRIVER=quantity;...}. */
    static String quantitiesText(Map<String, BigDecimal> quantities) {
        StringBuilder text = new StringBuilder();
        quantities.forEach((driver, quantity) ->
                text.append(driver).append('=').append(quantity.toPlainString()).append(';'));
        return text.toString();
    }

    /** Reads quantities as they are stored. */
    public static SortedMap<String, BigDecimal> quantitiesOf(String text) {
        SortedMap<String, BigDecimal> byDriver = new TreeMap<>();
        for (int start = 0; start < text.length(); ) {
            int equal = text.indexOf('=', start);
            int end = text.indexOf(';', equal);
            byDriver.put(text.substring(start, equal), new BigDecimal(text.substring(equal + 1, end)));
            start = end + 1;
        }
        return byDriver;
    }

    /** Reads what is stored. */
    public static ReceiverTrace ofText(String receiver, String quantities, String steps) {
        List<Step> read = new ArrayList<>();
        for (StoredSteps stored = new StoredSteps(steps); stored.next(); ) {
            read.add(new Step(stored.rule(), stored.part(), stored.accountId(), stored.weight(), stored.amount()));
        }
        return new ReceiverTrace(receiver, quantitiesOf(quantities), read);
    }

    /**
     * The stored steps of one receiver, read one after the other without an object for each: those of a segment are
     * hundreds of thousands. What it tells is that of the step that {@link #next} went to last.
     */
    public static final class StoredSteps {

        /** So many digits always fit in a {@code long}. */
        private static final int DIGITS_LIMIT = 18;

        private static final int NO_POINT = -1;

        private final String text;
        private int at;
        private int rule;
        private int part;
        private int accountId;
        private int weightStart;
        private int weightEnd;
        private long weightUnits;
        private int weightDecimals;
        private long amount;

        /** The steps that {@link Step#append} wrote. */
        public StoredSteps(String text) {
            this.text = text;
        }

        /** Goes to the next step; false when there is none. */
        public boolean next() {
            if (at >= text.length()) {
                return false;
            }
            rule = Math.toIntExact(number('.'));
            part = Math.toIntExact(number('.'));
            accountId = Math.toIntExact(number('='));
            weightStart = at;
            readWeight();
            amount = number(';');
            return true;
        }

        /** A whole number up to {@code end}, which is passed. */
        private long number(char end) {
            boolean negative = text.charAt(at) == '-';
            at += negative ? 1 : 0;
            long number = 0;
            char digit = text.charAt(at++);
            while (digit != end) {
                number = Math.subtractExact(Math.multiplyExact(number, 10L), digit - '0');
                digit = text.charAt(at++);
            }
            return negative ? number : Math.negateExact(number);
        }

        private void readWeight() {
            long units = 0;
            int point = NO_POINT;
            char digit = text.charAt(at++);
            while (digit != ':') {
                if (digit == '.') {
                    point = at;
                } else if (digit != '-') {
                    units = units * 10 + digit - '0';
                }
                digit = text.charAt(at++);
            }
            weightEnd = at - 1;
            weightUnits = text.charAt(weightStart) == '-' ? -units : units;
            weightDecimals = point == NO_POINT ? 0 : weightEnd - point;
        }

        /** The place of the rule in the run's detail. */
        public int rule() {
            return rule;
        }

        /** The place of the part in the rule, or -1. */
        public int part() {
            return part;
        }

        public int accountId() {
            return accountId;
        }

        /** Minor units, debit +. */
        public long amount() {
            return amount;
        }

        /** The weight of the receiver in the part. */
        public BigDecimal weight() {
            return isShort()
                    ? BigDecimal.valueOf(weightUnits, weightDecimals)
                    : new BigDecimal(text.substring(weightStart, weightEnd));
        }

        /** Whether {@link #weightUnits} tells the weight exactly. */
        public boolean isShort() {
            return weightEnd - weightStart <= DIGITS_LIMIT;
        }

        /** The digits of the weight as a whole number with its sign, where it is short. */
        public long weightUnits() {
            return weightUnits;
        }

        /** How many of these digits are decimals. */
        public int weightDecimals() {
            return weightDecimals;
        }
    }
}
