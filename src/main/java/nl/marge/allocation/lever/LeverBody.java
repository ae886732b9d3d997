package nl.marge.allocation.lever;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.Optional;
import nl.marge.kernel.Quantities;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A lever as the contract shows it, and as the database keeps it. */
@Schema(
        name = "Lever",
        description =
                "One of the six levers on a segment's profit, with exactly one of changePercent, changeBy and to.",
        requiredProperties = {"lever"})
@JsonPropertyOrder({"lever", "filter", "driver", "changePercent", "changeBy", "to", "volumePercent"})
public record LeverBody(
        LeverKind lever,

        @Schema(description = "Whose lines, or receivers of the driver, as reports have it; empty = all.")
        String filter,

        @Schema(
                description =
                        "Of BACK_OFFICE and CREDIT_COLLECTION: the driver whose quantities are changed; without it"
                                + " the directly posted amounts are.")
        Optional<String> driver,

        @Schema(description = "In percent of what it is, at least -100.", examples = "1")
        Optional<String> changePercent,

        @Schema(description = "By so much in all: an amount with the statement's sign, or a quantity of the driver.")
        Optional<String> changeBy,

        @Schema(description = "To so much in all.", examples = "300")
        Optional<String> to,

        @Schema(description = "Of PRICE: how much more is sold with it, in percent.")
        Optional<String> volumePercent) {

    /** An example for the contract. */
    public static final String EXAMPLE = """
            {"lever":"PRICE","filter":"SEGMENT:KEY","driver":null,"changePercent":"1","changeBy":null,"to":null,
             "volumePercent":null}""";

    public LeverBody {
        requireNonNull(lever, "lever");
        requireNonNull(filter, "filter");
        requireNonNull(driver, "driver");
        requireNonNull(changePercent, "changePercent");
        requireNonNull(changeBy, "changeBy");
        requireNonNull(to, "to");
        requireNonNull(volumePercent, "volumePercent");
    }

    /** The lever as it is shown: amounts with the currency's decimals, everything else without trailing zeros. */
    public static LeverBody of(Lever lever) {
        boolean quantity = lever.driver().isPresent();
        LeverChange change = lever.change();
        return new LeverBody(
                lever.kind(),
                lever.filter(),
                lever.driver(),
                change instanceof LeverChange.Percent percent
                        ? Optional.of(Quantities.text(percent.percent()))
                        : Optional.empty(),
                change instanceof LeverChange.By by ? Optional.of(text(by.value(), quantity)) : Optional.empty(),
                change instanceof LeverChange.To to ? Optional.of(text(to.value(), quantity)) : Optional.empty(),
                lever.volumePercent().map(Quantities::text));
    }

    /** The lever that {@link #of} was made of. */
    Lever toLever() {
        Optional<LeverChange> percent = changePercent.map(BigDecimal::new).map(LeverChange.Percent::new);
        Optional<LeverChange> by = changeBy.map(BigDecimal::new).map(LeverChange.By::new);
        return new Lever(
                lever,
                filter,
                driver,
                percent.or(() -> by).orElseGet(() -> new LeverChange.To(new BigDecimal(to.orElseThrow()))),
                volumePercent.map(BigDecimal::new));
    }

    private static String text(BigDecimal value, boolean quantity) {
        return quantity ? Quantities.text(value) : value.toPlainString();
    }
}
