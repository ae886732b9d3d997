package nl.marge.ledger.currency;

import java.util.Optional;
import nl.marge.kernel.Money;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;

/** Which currencies entries can be in. */
final class Currencies {

    private Currencies() {}

    /** What is wrong with a currency. */
    record Fault(ViolationCode code, String message) {}

    /** Why entries cannot be in {@code code}, if so. */
    static Optional<Fault> fault(String code) {
        if (!Money.isCurrency(code)) {
            return Optional.of(new Fault(
                    ViolationCode.CURRENCY_UNKNOWN,
                    "Currency \"" + Texts.excerpt(code) + "\" is no code of ISO 4217. Give one such as USD."));
        }
        if (!Money.isKept(code)) {
            return Optional.of(new Fault(
                    ViolationCode.CURRENCY_NOT_SUPPORTED,
                    "Currency " + code + " has no minor unit, or one smaller than " + Money.DECIMALS_LIMIT
                            + " decimals tell. Give a money of a country, such as USD."));
        }
        return Optional.empty();
    }
}
