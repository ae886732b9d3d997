package nl.marge.ledger.setting;

import static java.util.Objects.requireNonNull;

/**
 * What a default rule asks of a line beside its source. A condition on what the line does not have is not met
 * (domain.md R11).
 */
public sealed interface RuleCondition {

    /** The condition in words: {@code CHANNEL is WEB}. */
    String inWords();

    /** The line carries this value of the dimension, or, with {@code andBelow}, it or one below it. */
    record OfValue(String dimension, String value, boolean andBelow) implements RuleCondition {
        public OfValue {
            requireNonNull(dimension, "dimension");
            requireNonNull(value, "value");
        }

        @Override
        public String inWords() {
            return dimension + " is " + value + (andBelow ? " or below it" : "");
        }
    }

    /** The line's account is among these. */
    record OfAccount(AccountPattern accounts) implements RuleCondition {
        public OfAccount {
            requireNonNull(accounts, "accounts");
        }

        @Override
        public String inWords() {
            return "the account is " + accounts.text();
        }
    }

    /** The line's value of the dimension has the attribute, with this text. */
    record OfAttribute(String dimension, String attribute, String text) implements RuleCondition {
        public OfAttribute {
            requireNonNull(dimension, "dimension");
            requireNonNull(attribute, "attribute");
            requireNonNull(text, "text");
        }

        @Override
        public String inWords() {
            return attribute + " of " + dimension + " is " + text;
        }
    }
}
