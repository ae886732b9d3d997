package nl.marge.demo;

import java.util.Map;
import java.util.Optional;
import nl.marge.dimension.definition.DimensionCommand;
import nl.marge.dimension.definition.ValueCommand;
import nl.marge.dimension.membership.MembershipCommand;
import nl.marge.kernel.Place;
import nl.marge.ledger.AccountType;
import nl.marge.ledger.account.AccountCommand;

/** Short ways to say what books begin with. */
final class Given {

    private Given() {}

    static AccountCommand account(String code, String name, AccountType type) {
        return account(code, name, type, Optional.empty(), Optional.empty());
    }

    static AccountCommand account(String code, String name, AccountType type, String statementLine) {
        return account(code, name, type, Optional.of(statementLine), Optional.empty());
    }

    static AccountCommand account(
            String code, String name, AccountType type, Optional<String> statementLine, Optional<String> purpose) {
        return new AccountCommand(
                Place.REQUEST, code, Optional.of(name), Optional.of(type.name()), statementLine, false, purpose);
    }

    static DimensionCommand dimension(String code, String name) {
        return new DimensionCommand(Place.REQUEST, code, Optional.of(name), false);
    }

    static ValueCommand value(String code, String name) {
        return value(code, name, Optional.empty(), Optional.empty(), Map.of());
    }

    static ValueCommand value(
            String code,
            String name,
            Optional<String> parent,
            Optional<String> validTo,
            Map<String, String> attributes) {
        return new ValueCommand(
                Place.REQUEST,
                code,
                Optional.of(name),
                parent,
                Optional.empty(),
                validTo,
                false,
                Optional.empty(),
                attributes);
    }

    /** A membership for ever before and after. */
    static MembershipCommand member(String value, String memberOf) {
        return new MembershipCommand(Place.REQUEST, value, Optional.of(memberOf), Optional.empty());
    }

    /** A membership from a day on. */
    static MembershipCommand member(String value, String memberOf, String from) {
        return new MembershipCommand(Place.REQUEST, value, Optional.of(memberOf), Optional.of(from));
    }

    /** The end of a membership from a day on. */
    static MembershipCommand memberOfNone(String value, String from) {
        return new MembershipCommand(Place.REQUEST, value, Optional.empty(), Optional.of(from));
    }
}
