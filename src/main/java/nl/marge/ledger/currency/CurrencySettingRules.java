package nl.marge.ledger.currency;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionValue;
import nl.marge.kernel.Codes;
import nl.marge.kernel.Place;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.Account;
import nl.marge.ledger.AccountType;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.setting.CurrencySetting;

/** Whether currency settings may be said: a pure function of the picture. */
final class CurrencySettingRules {

    private final Reference picture;
    private final Violations violations;

    /** The rules; everything that is wrong is noted in {@code violations}. */
    CurrencySettingRules(Reference picture, Violations violations) {
        this.picture = requireNonNull(picture, "picture");
        this.violations = requireNonNull(violations, "violations");
    }

    void check(CurrencySetting setting) {
        if (!Codes.isCode(setting.rateType())) {
            violations.add(
                    "/rateType",
                    ViolationCode.CODE_INVALID,
                    "rateType \"" + Texts.excerpt(setting.rateType()) + "\" is not " + Codes.FORM + ".");
        }
        setting.viaCurrency()
                .flatMap(Currencies::fault)
                .ifPresent(fault -> violations.add("/viaCurrency", fault.code(), fault.message()));
        setting.exchangeDifferenceAccount().ifPresent(code -> checkAccount("/exchangeDifferenceAccount", code));
        setting.roundingAccount().ifPresent(code -> checkAccount("/roundingAccount", code));
        if (setting.roundingAccount().isPresent()
                && setting.exchangeDifferenceAccount().isEmpty()) {
            violations.add(
                    "/exchangeDifferenceAccount",
                    ViolationCode.VALUE_MISSING,
                    "There is a roundingAccount but no exchangeDifferenceAccount, so larger differences would be"
                            + " refused. Name one; it may be the same.");
        }
        setting.dimensions().forEach(this::checkValue);
    }

    private void checkAccount(String pointer, String code) {
        Optional<Account> account = picture.account(code);
        String named = "Account \"" + Texts.excerpt(code) + "\"";
        if (account.isEmpty()) {
            violations.add(
                    pointer,
                    ViolationCode.ACCOUNT_UNKNOWN,
                    named + " does not exist. Create it first, or correct the code.");
            return;
        }
        if (account.get().blocked()) {
            violations.add(pointer, ViolationCode.ACCOUNT_BLOCKED, named + " is blocked. Unblock it or name another.");
        }
        if (account.get().type() == AccountType.STATISTICAL) {
            violations.add(
                    pointer,
                    ViolationCode.ACCOUNT_TYPE_NOT_ALLOWED,
                    named + " is STATISTICAL and takes no amounts. Name another.");
        }
    }

    private void checkValue(String dimensionCode, String valueCode) {
        String pointer = "/dimensions/" + Place.token(dimensionCode);
        Optional<Dimension> dimension = picture.dimensions().dimension(dimensionCode);
        if (dimension.isEmpty()) {
            violations.add(
                    pointer,
                    ViolationCode.DIMENSION_UNKNOWN,
                    "Dimension \"" + Texts.excerpt(dimensionCode)
                            + "\" does not exist. Create it first, or correct the code.");
            return;
        }
        Optional<DimensionValue> value =
                picture.dimensions().value(dimension.get().id(), valueCode);
        if (value.isEmpty()) {
            violations.add(
                    pointer,
                    ViolationCode.DIMENSION_VALUE_UNKNOWN,
                    "Dimension " + dimensionCode + " has no value \"" + Texts.excerpt(valueCode)
                            + "\". Create it first, or correct the code.");
        } else if (!picture.dimensions().isLeaf(value.get().id())) {
            violations.add(
                    pointer,
                    ViolationCode.DIMENSION_VALUE_NOT_LEAF,
                    "Value " + valueCode + " of dimension " + dimensionCode
                            + " has values below it and takes no postings. Use one of those.");
        }
    }
}
