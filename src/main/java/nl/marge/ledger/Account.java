package nl.marge.ledger;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * An account. {@code id} is dense per company and never leaves the service; {@code statementLine} is present exactly
 * for REVENUE and EXPENSE; {@code purpose} is {@code ACQUISITION} or empty.
 */
public record Account(
        int id,
        String code,
        String name,
        AccountType type,
        Optional<String> statementLine,
        boolean blocked,
        Optional<String> purpose,
        long version) {
    public Account {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(purpose, "purpose");
        if (type.isProfitAndLoss() != statementLine.isPresent()) {
            throw new IllegalArgumentException("account " + code + " of type " + type + " with " + statementLine);
        }
    }
}
