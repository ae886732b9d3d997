package nl.marge.allocation.driver;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.allocation.setting.Receiver;
import nl.marge.kernel.Quantities;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A driver quantity as the contract shows it. */
@Schema(
        name = "DriverQuantity",
        description = "What a receiver took of a driver in a period.",
        requiredProperties = {"period", "receiver", "quantity"})
@JsonPropertyOrder({"period", "receiver", "quantity", "unit"})
record QuantityBody(
        @Schema(description = "The fiscal period.", example = "2026-03")
        String period,

        @Schema(description = "One value of each receiving dimension of the driver, or {\"pool\":\"HR\"}.")
        Map<String, String> receiver,

        @Schema(description = "At most 9 integer and 6 decimal digits.", example = "9600")
        String quantity,

        @Schema(description = "In a request: refused when it is not the driver's (`unit_mismatch`).", example = "LINE")
        Optional<String> unit) {

    static final String EXAMPLE = """
            {"period":"2026-03","receiver":{"SEGMENT":"KEY"},"quantity":"9600","unit":"LINE"}""";

    static final String TWO = """
            [{"period":"2026-03","receiver":{"SEGMENT":"KEY"},"quantity":"9600"},
             {"period":"2026-03","receiver":{"pool":"HR"},"quantity":"120"}]""";

    static final String TABLE = "period,SEGMENT,quantity\r\n2026-03,KEY,9600\r\n2026-03,WEB,2400\r\n";

    static final String FULL_TABLE = "period,SEGMENT,pool,quantity\r\n2026-03,KEY,,9600\r\n2026-03,,HR,120\r\n";

    QuantityBody {
        requireNonNull(period, "period");
        requireNonNull(receiver, "receiver");
        requireNonNull(quantity, "quantity");
        requireNonNull(unit, "unit");
    }

    static QuantityBody of(PeriodQuantity quantity, String unit) {
        return new QuantityBody(
                quantity.period().toString(),
                members(Receiver.ofText(quantity.receiver())),
                Quantities.text(quantity.quantity()),
                Optional.of(unit));
    }

    /** A receiver as members: codes by dimension, or the code of a pool. */
    static Map<String, String> members(Receiver receiver) {
        return receiver instanceof Receiver.Values values
                ? values.codeByDimension()
                : Map.of(Receiver.Pool.MEMBER, ((Receiver.Pool) receiver).code());
    }

    /** The shape of a page, for the contract. */
    @Schema(
            name = "DriverQuantityPage",
            requiredProperties = {"items", "next"})
    record Page(
            List<QuantityBody> items,

            @Schema(description = "The cursor of the next page; null on the last.")
            Optional<String> next) {}
}
