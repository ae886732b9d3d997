package nl.marge.allocation.pool;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import nl.marge.allocation.setting.Capacity;
import nl.marge.kernel.Quantities;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A pool's practical capacity as the contract shows it. */
@Schema(
        name = "PoolCapacity",
        description = "What a pool can really do in a period and, until another is given, in those after it.",
        requiredProperties = {"period", "practical"})
@JsonPropertyOrder({"period", "practical"})
record CapacityBody(
        @Schema(description = "The fiscal period from which it holds.", example = "2026-03")
        String period,

        @Schema(description = "In the pool's unit, more than 0.", example = "100800")
        String practical) {

    static final String EXAMPLE = """
            {"period":"2026-03","practical":"100800"}""";

    CapacityBody {
        requireNonNull(period, "period");
        requireNonNull(practical, "practical");
    }

    static CapacityBody of(Capacity capacity) {
        return new CapacityBody(capacity.period().toString(), Quantities.text(capacity.practical()));
    }

    /** The shape of a page, for the contract. */
    @Schema(
            name = "PoolCapacityPage",
            requiredProperties = {"items", "next"})
    record Page(
            List<CapacityBody> items,

            @Schema(description = "The cursor of the next page; null on the last.")
            Optional<String> next) {}
}
