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

        /** As {@link ReceiverTrace#ofText} reads it. */
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

        private static Step ofText(String text) {
            int first = text.indexOf('.');
            int second = text.indexOf('.', first + 1);
            int equal = text.indexOf('=', second);
            int colon = text.indexOf(':', equal);
            return new Step(
                    Integer.parseInt(text, 0, first, 10),
                    Integer.parseInt(text, first + 1, second, 10),
                    Integer.parseInt(text, second + 1, equal, 10),
                    new BigDecimal(text.substring(equal + 1, colon)),
                    Long.parseLong(text, colon + 1, text.length(), 10));
        }
    }

    /** Quantities as they are stored: {@code DRIVER=quantity;...}. */
    static String quantitiesText(Map<String, BigDecimal> quantities) {
        StringBuilder text = new StringBuilder();
        quantities.forEach((driver, quantity) ->
                text.append(driver).append('=').append(quantity.toPlainString()).append(';'));
        return text.toString();
    }

    /** Reads what is stored. */
    public static ReceiverTrace ofText(String receiver, String quantities, String steps) {
        SortedMap<String, BigDecimal> byDriver = new TreeMap<>();
        for (String quantity : parts(quantities)) {
            int equal = quantity.indexOf('=');
            byDriver.put(quantity.substring(0, equal), new BigDecimal(quantity.substring(equal + 1)));
        }
        List<Step> read = new ArrayList<>();
        for (String step : parts(steps)) {
            read.add(Step.ofText(step));
        }
        return new ReceiverTrace(receiver, byDriver, read);
    }

    private static String[] parts(String text) {
        return text.isEmpty() ? new String[0] : text.split(";");
    }
}
