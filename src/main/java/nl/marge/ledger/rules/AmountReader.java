package nl.marge.ledger.rules;

import static nl.marge.ledger.rules.PostingRules.quoted;

import java.util.Optional;
import nl.marge.kernel.Money;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.rules.EntryCommand.LineCommand;

/** Reads the amounts of lines as they were written, never rounded. */
final class AmountReader {

    private final Violations violations;
    private boolean sound = true;

    AmountReader(Violations violations) {
        this.violations = violations;
    }

    /** Whether everything so far could be read. */
    boolean isSound() {
        return sound;
    }

    /**
     * The signed amount of a line in minor units; 0 when it cannot be read. A debit below zero is a credit: so systems
     * post that correct with red figures.
     */
    long amount(String pointer, LineCommand line, String currency, int decimals) {
        int given = present(line.amount()) + present(line.debit()) + present(line.credit());
        if (given != 1) {
            refuse(
                    pointer + "/amount",
                    given == 0 ? ViolationCode.AMOUNT_MISSING : ViolationCode.AMOUNT_MALFORMED,
                    given == 0
                            ? "The line has no amount. Give amount, or one of debit and credit."
                            : "The line has more than one of amount, debit and credit. Give exactly one.");
            return 0;
        }
        if (line.amount().isPresent()) {
            return read(pointer + "/amount", line.amount().get(), currency, decimals);
        }
        return line.debit().isPresent()
                ? read(pointer + "/debit", line.debit().get(), currency, decimals)
                : -read(pointer + "/credit", line.credit().orElseThrow(), currency, decimals);
    }

    /** An amount in minor units; 0 when it cannot be read. */
    long read(String pointer, String text, String currency, int decimals) {
        Money.Reading reading = Money.read(text, decimals);
        if (reading instanceof Money.Reading.Amount read) {
            return read.minorUnits();
        }
        String amount = "Amount " + quoted(text);
        switch (((Money.Reading.Unreadable) reading).fault()) {
            case MALFORMED ->
                refuse(
                        pointer,
                        ViolationCode.AMOUNT_MALFORMED,
                        amount + " is not a plain decimal number. Write it like -1250.00: ASCII digits, a point, no"
                                + " exponent, no blanks.");
            case TOO_MANY_DECIMALS ->
                refuse(
                        pointer,
                        ViolationCode.AMOUNT_SCALE,
                        amount + " has more decimals than " + currency + " has (" + decimals
                                + "). Round it in the source system, where the difference can be accounted for.");
            case TOO_LARGE ->
                refuse(
                        pointer,
                        ViolationCode.AMOUNT_LIMIT,
                        amount + " has more than " + Money.INTEGER_DIGITS_LIMIT
                                + " digits before the decimal point. Post it as several lines.");
        }
        return 0;
    }

    /** Notes that an amount cannot be used. */
    void refuse(String pointer, ViolationCode code, String message) {
        sound = false;
        violations.add(pointer, code, message);
    }

    private static int present(Optional<String> text) {
        return text.isPresent() ? 1 : 0;
    }
}
