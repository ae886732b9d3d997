package nl.marge.profitability.bridge;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.List;
import nl.marge.profitability.bridge.BridgeStep.Kind;

/** The steps of a gross margin in minor units: what made it more is above zero. */
record MarginSteps(
        BigInteger price,
        BigInteger volume,
        BigInteger mix,
        BigInteger purchaseCost,
        Apart newLines,
        Apart lostLines,
        Apart unmeasured,
        BridgeRow.Quantity common) {

    MarginSteps {
        requireNonNull(price, "price");
        requireNonNull(volume, "volume");
        requireNonNull(mix, "mix");
        requireNonNull(purchaseCost, "purchaseCost");
        requireNonNull(newLines, "newLines");
        requireNonNull(lostLines, "lostLines");
        requireNonNull(unmeasured, "unmeasured");
        requireNonNull(common, "common");
    }

    /** Lines that stand apart: what they moved, and how many they are. */
    record Apart(BigInteger amount, long lines) {
        Apart {
            requireNonNull(amount, "amount");
        }
    }

    /** The steps in order; what is mix between rows is no volume. */
    List<BridgeStep> told(BigInteger mixBetweenRows) {
        return List.of(
                BridgeStep.of(Kind.PRICE, price, common.lines()),
                BridgeStep.of(Kind.VOLUME, volume.subtract(mixBetweenRows), common.lines()),
                BridgeStep.of(Kind.MIX, mix, common.lines()),
                BridgeStep.of(Kind.MIX_BETWEEN_ROWS, mixBetweenRows),
                BridgeStep.of(Kind.PURCHASE_COST, purchaseCost, common.lines()),
                BridgeStep.of(Kind.NEW_LINES, newLines.amount(), newLines.lines()),
                BridgeStep.of(Kind.LOST_LINES, lostLines.amount(), lostLines.lines()),
                BridgeStep.of(Kind.UNMEASURED, unmeasured.amount(), unmeasured.lines()));
    }
}
