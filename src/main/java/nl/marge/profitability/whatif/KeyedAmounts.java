package nl.marge.profitability.whatif;

import java.math.BigInteger;
import java.util.List;

/**
 * What levers can move at one key: an amount for each row of {@link StatementRows}, in minor units with natural signs.
 * Of the lines of work (customer service, back-office, credit and collection) it is what was posted directly, since
 * what allocations brought follows drivers.
 */
public record KeyedAmounts(List<Integer> key, List<BigInteger> amounts) {
    public KeyedAmounts {
        key = List.copyOf(key);
        amounts = List.copyOf(amounts);
    }
}
