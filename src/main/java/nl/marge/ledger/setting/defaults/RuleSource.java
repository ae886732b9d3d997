package nl.marge.ledger.setting.defaults;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What of a line a default rule hangs on: its account, or its value of a dimension. A rule that names one record is at
 * record level; one that holds for all of them, or for a type of them, is at type level (domain.md R9).
 */
public sealed interface RuleSource {

    /** The source that the accounts are, as the contract writes it. */
    String ACCOUNT = "ACCOUNT";

    /** The source that the other lines of the entry are, as the contract writes it. */
    String ENTRY = "ENTRY";

    /** What stands before the name of an account type where a record is asked for. */
    String TYPE_PREFIX = "type:";

    /** The name of the source: {@code ACCOUNT}, {@code ENTRY}, or the code of a dimension. */
    String name();

    /** The record as the contract writes it; empty for every one. */
    Optional<String> record();

    /** The source in words: {@code account 6100}, {@code any CUSTOMER}. */
    String inWords();

    /** The source of that name and record, as the contract writes them. */
    static RuleSource of(String name, Optional<String> record) {
        if (name.equals(ENTRY)) {
            return new OfEntry();
        }
        if (!name.equals(ACCOUNT)) {
            return new OfDimension(name, record);
        }
        boolean isType = record.filter(text -> text.startsWith(TYPE_PREFIX)).isPresent();
        return isType
                ? new OfAccount(Optional.empty(), record.map(text -> text.substring(TYPE_PREFIX.length())))
                : new OfAccount(record, Optional.empty());
    }

    /** One account, all accounts of a type, or, with neither, every account. */
    record OfAccount(Optional<String> account, Optional<String> type) implements RuleSource {
        public OfAccount {
            requireNonNull(account, "account");
            requireNonNull(type, "type");
            if (account.isPresent() && type.isPresent()) {
                throw new IllegalArgumentException("both account " + account + " and type " + type);
            }
        }

        @Override
        public String name() {
            return ACCOUNT;
        }

        @Override
        public Optional<String> record() {
            return account.or(() -> type.map(TYPE_PREFIX::concat));
        }

        @Override
        public String inWords() {
            return account.map("account "::concat)
                    .or(() -> type.map("accounts of type "::concat))
                    .orElse("every account");
        }
    }

    /** The lines of the entry: the only value they have of the dimension that is to be filled. */
    record OfEntry() implements RuleSource {

        @Override
        public String name() {
            return ENTRY;
        }

        @Override
        public Optional<String> record() {
            return Optional.empty();
        }

        @Override
        public String inWords() {
            return "the entry";
        }
    }

    /** One value of a dimension with what stands below it, or, without one, every value. */
    record OfDimension(String dimension, Optional<String> value) implements RuleSource {
        public OfDimension {
            requireNonNull(dimension, "dimension");
            requireNonNull(value, "value");
        }

        @Override
        public String name() {
            return dimension;
        }

        @Override
        public Optional<String> record() {
            return value;
        }

        @Override
        public String inWords() {
            return dimension + " " + value.orElse("of any value");
        }
    }
}
