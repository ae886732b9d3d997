package nl.marge.ledger.rules;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionSet;
import nl.marge.kernel.Money;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.kernel.sums.WideSums;
import nl.marge.ledger.Account;
import nl.marge.ledger.entry.Provenance;
import nl.marge.ledger.entry.WeighedLine;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.setting.CurrencySetting;

/**
 * Whether an entry balances in its own currency, and the line that makes it balance in the company's (domain.md R19,
 * R25, R26). Amounts converted by Marge always do; amounts the sender gave may not, and their difference goes to an
 * account of the currency settings: to the one for rounding when rounding each line by itself explains it, else to the
 * one for exchange differences. Nothing but a missing account stops that line. Pure.
 */
final class BalanceRules {

    private final Reference reference;
    private final EntryAmounts amounts;
    private final Violations violations;

    BalanceRules(Reference reference, EntryAmounts amounts, Violations violations) {
        this.reference = reference;
        this.amounts = amounts;
        this.violations = violations;
    }

    /**
     * Checks the entry.
     *
     * @param lines as they are laid down, without those whose account is not known
     * @return the line to be added, if one is needed and can be made
     */
    Optional<WeighedLine> check(List<WeighedLine> lines) {
        WideSums sent = sums(amounts.sent());
        BigInteger off = sent.sum(0).add(sent.sum(1));
        if (off.signum() != 0) {
            violations.add(
                    "/lines",
                    ViolationCode.ENTRY_UNBALANCED,
                    "The entry does not balance: " + described(sent, amounts.decimals(), amounts.currency())
                            + ". Complete it, or post it as COST if the source system sends one side only.");
            return Optional.empty();
        }
        if (!amounts.isCompanyGiven()) {
            return Optional.empty();
        }
        WideSums company = sums(amounts.company());
        BigInteger difference = company.sum(0).add(company.sum(1));
        return difference.signum() == 0 ? Optional.empty() : difference(lines, company, difference);
    }

    private Optional<WeighedLine> difference(List<WeighedLine> lines, WideSums company, BigInteger difference) {
        CurrencySetting setting = reference.settings().rates().setting();
        boolean rounding = isRounding(difference);
        Optional<Account> account = (rounding ? setting.roundingAccount() : Optional.<String>empty())
                .flatMap(reference::account)
                .or(() -> setting.exchangeDifferenceAccount().flatMap(reference::account));
        int decimals = reference.company().decimals();
        boolean fits = difference.bitLength() < Long.SIZE && Money.isWithinLimit(difference.longValue(), decimals);
        if (account.isEmpty() || !fits) {
            violations.add(
                    "/lines",
                    ViolationCode.ENTRY_UNBALANCED,
                    "The company amounts do not balance: "
                            + described(company, decimals, reference.company().currency())
                            + (fits
                                    ? ". Correct them, or name an exchangeDifferenceAccount with PUT"
                                            + " .../currency-settings, which takes such differences."
                                    : ", more than a line can hold. Correct them."));
            return Optional.empty();
        }
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(line(lines, account.get(), difference.longValue(), rounding));
    }

    /** Half a minor unit a line is what rounding each by itself can come to. */
    private boolean isRounding(BigInteger difference) {
        return difference.abs().shiftLeft(1).compareTo(BigInteger.valueOf(amounts.company().length)) <= 0;
    }

    private WeighedLine line(List<WeighedLine> lines, Account account, long difference, boolean rounding) {
        DimensionSet set = dimensions(lines);
        Map<Integer, Provenance.Origin> origins = new TreeMap<>();
        for (int i = 0; i < set.size(); i++) {
            origins.put(set.dimensionId(i), new Provenance.Origin(Provenance.Kind.SYSTEM, Optional.empty()));
        }
        return new WeighedLine(
                account.id(),
                set,
                new Provenance(origins),
                -difference,
                OptionalLong.of(0),
                OptionalLong.empty(),
                largest(lines).membershipDate(),
                Optional.empty(),
                Optional.of(rounding ? "Rounding difference" : "Exchange difference"));
    }

    /** The set of the largest line that has any dimensions, else the one of the settings as far as it exists. */
    private DimensionSet dimensions(List<WeighedLine> lines) {
        DimensionSet largest = largest(lines).dimensions();
        if (largest.size() > 0) {
            return largest;
        }
        DimensionReference dimensions = reference.dimensions();
        int[] values = new int[dimensions.dimensionIdLimit()];
        reference.settings().rates().setting().dimensions().forEach((code, value) -> {
            Optional<Dimension> dimension = dimensions.dimension(code);
            dimension
                    .flatMap(found -> dimensions.value(found.id(), value))
                    .filter(found -> dimensions.isLeaf(found.id()))
                    .ifPresent(found -> values[dimension.get().id()] = found.id());
        });
        return DimensionSet.of(values);
    }

    /** The line of the largest amount among those with dimensions, the first of equals; else the first line. */
    private static WeighedLine largest(List<WeighedLine> lines) {
        WeighedLine largest = lines.get(0);
        for (WeighedLine line : lines) {
            boolean better = largest.dimensions().size() == 0 || Math.abs(line.amount()) > Math.abs(largest.amount());
            largest = line.dimensions().size() > 0 && better ? line : largest;
        }
        return largest;
    }

    private static WideSums sums(long[] amounts) {
        WideSums sums = new WideSums(2);
        for (long amount : amounts) {
            sums.add(amount > 0 ? 0 : 1, amount);
        }
        return sums;
    }

    private String described(WideSums sums, int decimals, String currency) {
        boolean own = amounts.currency().equals(reference.company().currency());
        return "debit " + Money.text(sums.sum(0), decimals) + ", credit "
                + Money.text(sums.sum(1).negate(), decimals) + ", difference "
                + Money.text(sums.sum(0).add(sums.sum(1)), decimals) + (own ? "" : " " + currency);
    }
}
