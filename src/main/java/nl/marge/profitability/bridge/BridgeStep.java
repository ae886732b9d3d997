package nl.marge.profitability.bridge;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One step of a bridge.
 *
 * @param line the amount line of the statement that changed, for {@link Kind#LINE} alone
 * @param amount in minor units: what made the measure more is above zero
 * @param lines of how many lines of the bridge it was told, where it is told of lines
 */
public record BridgeStep(Kind kind, Optional<String> line, BigInteger amount, OptionalLong lines) {

    public BridgeStep {
        requireNonNull(kind, "kind");
        requireNonNull(line, "line");
        requireNonNull(amount, "amount");
        requireNonNull(lines, "lines");
    }

    /** What a step tells, in the order of a bridge. */
    public enum Kind {
        /** Net revenue per unit, at the quantities of now. */
        PRICE("Price"),
        /** More or fewer units, at the margin per unit of before. */
        VOLUME("Volume"),
        /** Other lines than before among the units of a row, at their margins of before. */
        MIX("Mix"),
        /** Other rows than before among the units of all; zero in a row. */
        MIX_BETWEEN_ROWS("Mix between rows"),
        /** Cost per unit between net revenue and gross margin, at the quantities of now. */
        PURCHASE_COST("Purchase cost"),
        /** The gross margin of lines that are new. */
        NEW_LINES("New lines"),
        /** The gross margin of lines that are gone. */
        LOST_LINES("Lost lines"),
        /** The change of gross margin that no quantity explains. */
        UNMEASURED("Without quantity"),
        /** The change of an amount line between gross margin and the measure, direct and allocated together. */
        LINE("");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** The step in words; empty for {@link #LINE}, which is called as the line is. */
        public String title() {
            return title;
        }
    }

    static BridgeStep of(Kind kind, BigInteger amount) {
        return new BridgeStep(kind, Optional.empty(), amount, OptionalLong.empty());
    }

    static BridgeStep of(Kind kind, BigInteger amount, long lines) {
        return new BridgeStep(kind, Optional.empty(), amount, OptionalLong.of(lines));
    }

    static BridgeStep ofLine(String code, BigInteger amount) {
        return new BridgeStep(Kind.LINE, Optional.of(code), amount, OptionalLong.empty());
    }
}
