package nl.marge.customervalue.answer;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A figure as it is told, or why there is none: exactly one of both. */
@Schema(name = "FigureOrReason")
public record Figure(
        @Schema(description = "The figure; null for the reason given", examples = "2.44")
        Optional<String> value,

        @Schema(description = "Why there is no value; null where there is one")
        Optional<String> missing) {

    public Figure {
        requireNonNull(value, "value");
        requireNonNull(missing, "missing");
    }

    /** A figure. */
    public static Figure of(BigDecimal value) {
        return new Figure(Optional.of(value.toPlainString()), Optional.empty());
    }

    /** No figure, for a reason named by a constant. */
    public static Figure missing(Enum<?> reason) {
        return new Figure(Optional.empty(), Optional.of(reason.name()));
    }
}
