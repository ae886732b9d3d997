package nl.marge.ledger.rules;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import nl.marge.kernel.apportion.Apportionment;
import nl.marge.ledger.entry.WeighedLine;
import nl.marge.ledger.rules.LineDimensions.Resolved;

/**
 * A line as sent, checked, with the shares it is to be divided into. Company amount, currency amount and quantity are
 * divided each by itself with the same weights (domain.md R24, R25), so that each sums exactly to the line's.
 */
record DividedLine(WeighedLine whole, LineShares.Shares shares) {

    DividedLine {
        requireNonNull(whole, "whole");
        requireNonNull(shares, "shares");
    }

    /**
     * The resulting lines in order of their parts, which keep the line's lineId and text. A part that gets nothing
     * makes no line; of a line that is nothing itself the part with the largest weight stays, so that it is seen.
     */
    List<WeighedLine> lines() {
        if (shares.division().isEmpty()) {
            return List.of(whole);
        }
        Apportionment apportionment = shares.division().get().apportionment();
        long[] amounts = apportionment.split(whole.amount());
        List<OptionalLong> currencyAmounts = split(whole.currencyAmount(), apportionment);
        List<OptionalLong> quantities = split(whole.quantity(), apportionment);
        List<WeighedLine> lines = new ArrayList<>(amounts.length);
        for (int i = 0; i < amounts.length; i++) {
            WeighedLine part = part(shares.each().get(i), amounts[i], currencyAmounts.get(i), quantities.get(i));
            boolean stays = isNothing(whole) ? i == apportionment.largest() : !isNothing(part);
            if (stays) {
                lines.add(part);
            }
        }
        return lines;
    }

    private WeighedLine part(Resolved of, long amount, OptionalLong currencyAmount, OptionalLong quantity) {
        return new WeighedLine(
                whole.accountId(),
                of.set(),
                of.provenance(),
                amount,
                currencyAmount,
                quantity,
                whole.membershipDate(),
                whole.lineId(),
                whole.text());
    }

    private static boolean isNothing(WeighedLine line) {
        return line.amount() == 0
                && line.currencyAmount().orElse(0) == 0
                && line.quantity().orElse(0) == 0;
    }

    private List<OptionalLong> split(OptionalLong number, Apportionment apportionment) {
        List<OptionalLong> parts = new ArrayList<>(shares.each().size());
        long[] split = number.isPresent() ? apportionment.split(number.getAsLong()) : new long[0];
        for (int i = 0; i < shares.each().size(); i++) {
            parts.add(number.isPresent() ? OptionalLong.of(split[i]) : number);
        }
        return parts;
    }
}
