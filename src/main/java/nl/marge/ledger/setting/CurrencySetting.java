package nl.marge.ledger.setting;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/**
 * How a company's entries in other currencies are converted, and where their differences go. Accounts, dimensions and
 * values are named by code and looked up when they are needed, since a difference line never fails a posting.
 *
 * @param rateType the type of rate of entries that name none
 * @param viaCurrency the currency over which two rates are joined where there is none between two currencies; the
 *     company's own when empty
 * @param exchangeDifferenceAccount takes what amounts given in the company's currency do not sum to zero by
 * @param roundingAccount takes it instead when it is no more than rounding each line by itself explains
 * @param dimensions of such a line when no line of the entry has any, dimension to value
 * @param version the reference version with which this was said; 0 = never
 */
public record CurrencySetting(
        String rateType,
        Optional<String> viaCurrency,
        Optional<String> exchangeDifferenceAccount,
        Optional<String> roundingAccount,
        Map<String, String> dimensions,
        long version) {

    /** The type of rate unless the company says otherwise. */
    public static final String SPOT = "SPOT";

    /** What holds until something is said. */
    public static final CurrencySetting STANDARD =
            new CurrencySetting(SPOT, Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), 0);

    public CurrencySetting {
        requireNonNull(rateType, "rateType");
        requireNonNull(viaCurrency, "viaCurrency");
        requireNonNull(exchangeDifferenceAccount, "exchangeDifferenceAccount");
        requireNonNull(roundingAccount, "roundingAccount");
        dimensions = Map.copyOf(dimensions);
    }

    /** Whether differences go to the account. */
    public boolean namesAccount(String code) {
        return exchangeDifferenceAccount.filter(code::equals).isPresent()
                || roundingAccount.filter(code::equals).isPresent();
    }

    /** The same, said with another version. */
    public CurrencySetting at(long otherVersion) {
        return new CurrencySetting(
                rateType, viaCurrency, exchangeDifferenceAccount, roundingAccount, dimensions, otherVersion);
    }
}
