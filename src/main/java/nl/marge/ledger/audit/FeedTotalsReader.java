package nl.marge.ledger.audit;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import nl.marge.kernel.Money;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.platform.json.StrictJson;

/** Reads what a source says it has sent. */
final class FeedTotalsReader {

    private OptionalLong entries = OptionalLong.empty();
    private OptionalLong lines = OptionalLong.empty();
    private Optional<String> debit = Optional.empty();
    private Optional<String> credit = Optional.empty();

    private FeedTotalsReader() {}

    /** The totals that stand next. */
    static FeedTotalsReader read(StrictJson json) {
        FeedTotalsReader reader = new FeedTotalsReader();
        json.object(member -> reader.readMember(member, json));
        return reader;
    }

    private void readMember(String member, StrictJson json) {
        switch (member) {
            case "entries" -> entries = json.wholeNumber();
            case "lines" -> lines = json.wholeNumber();
            case "debit" -> debit = json.decimalText();
            case "credit" -> credit = json.decimalText();
            default -> json.unknownMember("entries", "lines", "debit", "credit");
        }
    }

    /**
     * What was read, in minor units.
     *
     * @throws nl.marge.kernel.Refusal with everything that is missing, negative or no amount
     */
    FeedTotals totals(int decimals) {
        Violations violations = new Violations();
        FeedTotals totals = new FeedTotals(
                count("entries", entries, violations),
                count("lines", lines, violations),
                amount("debit", debit, decimals, violations),
                amount("credit", credit, decimals, violations));
        violations.refuseContent();
        return totals;
    }

    private static long count(String name, OptionalLong given, Violations violations) {
        if (given.isEmpty() || given.getAsLong() < 0) {
            violations.add(
                    "/" + name,
                    given.isEmpty() ? ViolationCode.VALUE_MISSING : ViolationCode.VALUE_INVALID,
                    name + (given.isEmpty() ? " is missing" : " is " + given.getAsLong())
                            + ". Give how many the source has sent, 0 or more.");
        }
        return given.orElse(0);
    }

    private static BigInteger amount(String name, Optional<String> given, int decimals, Violations violations) {
        if (given.isEmpty()) {
            violations.add(
                    "/" + name,
                    ViolationCode.VALUE_MISSING,
                    name + " is missing. Give the sum of the source's " + name + " amounts, 0 or more.");
            return BigInteger.ZERO;
        }
        if (Money.read(given.get(), decimals) instanceof Money.Reading.Amount amount && amount.minorUnits() >= 0) {
            return BigInteger.valueOf(amount.minorUnits());
        }
        violations.add(
                "/" + name,
                ViolationCode.VALUE_INVALID,
                name + " \"" + Texts.excerpt(given.get()) + "\" is no amount of 0 or more with at most " + decimals
                        + " decimals. Give the sum of the source's " + name + " amounts in the company's currency.");
        return BigInteger.ZERO;
    }
}
