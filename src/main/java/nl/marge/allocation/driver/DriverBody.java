package nl.marge.allocation.driver;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import nl.marge.allocation.driver.DriverCommand.Source;
import nl.marge.allocation.setting.Driver;
import nl.marge.allocation.setting.Driver.FromLedger;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A driver as the contract shows it. */
@Schema(
        name = "Driver",
        description = "Why cost moves: a quantity per receiver and fiscal period.",
        requiredProperties = {"unit", "receivers"})
@JsonPropertyOrder({"code", "name", "unit", "source", "measure", "accounts", "filter", "receivers", "negative"})
record DriverBody(
        @Schema(pattern = "^[A-Za-z0-9._-]{1,64}$", description = "Addresses the driver; rules name it.")
        String code,

        @Schema(maxLength = 200, description = "The code when absent.")
        String name,

        @Schema(pattern = "^[A-Za-z0-9._-]{1,64}$", description = "What is counted.", example = "LINE")
        String unit,

        @Schema(
                enumeration = {"UPLOADED", "LEDGER"},
                defaultValue = "UPLOADED",
                description = "Who measures it.")
        String source,

        @Schema(
                pattern = "^(LINES|ENTRIES|AMOUNT|QUANTITY|DISTINCT:[A-Za-z0-9._-]{1,64})$",
                description = "Of LEDGER: what is counted; DISTINCT:CUSTOMER counts different customers.")
        Optional<String> measure,

        @Schema(
                maxItems = 1_000,
                description = "Of LEDGER: codes, `47*`, `4000..4999`; empty = all of revenue and expense.")
        List<String> accounts,

        @Schema(description = "Of LEDGER: which lines, as reports have it; empty = every line.")
        String filter,

        @Schema(minItems = 1, maxItems = 5, description = "The dimensions whose values receive.")
        List<String> receivers,

        @Schema(
                enumeration = {"REFUSE", "CLAMP"},
                defaultValue = "REFUSE",
                description = "What becomes of a quantity below 0: refused, or counted as 0.")
        String negative) {

    static final String EXAMPLE = """
            {"code":"ORDERS","name":"Orders","unit":"ORDER","source":"LEDGER","measure":"ENTRIES",\
            "accounts":["8000"],"filter":"","receivers":["SEGMENT"],"negative":"REFUSE"}""";

    static final String TWO = """
            [{"code":"ORDERS","unit":"ORDER","source":"LEDGER","measure":"ENTRIES","accounts":["8000"],
              "receivers":["SEGMENT"]},
             {"code":"ORDER_LINES","unit":"LINE","source":"UPLOADED","receivers":["SEGMENT"],"negative":"REFUSE"}]""";

    DriverBody {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(unit, "unit");
        requireNonNull(source, "source");
        requireNonNull(measure, "measure");
        requireNonNull(accounts, "accounts");
        requireNonNull(filter, "filter");
        requireNonNull(receivers, "receivers");
        requireNonNull(negative, "negative");
    }

    static DriverBody of(Driver driver) {
        Optional<FromLedger> ledger = driver.fromLedger();
        return new DriverBody(
                driver.code(),
                driver.name(),
                driver.unit(),
                (ledger.isPresent() ? Source.LEDGER : Source.UPLOADED).name(),
                ledger.map(from -> from.distinct()
                        .map(dimension -> MeasureForm.DISTINCT + dimension)
                        .orElse(from.measure().name())),
                ledger.map(FromLedger::accounts).orElse(List.of()),
                ledger.map(FromLedger::filter).orElse(""),
                driver.receivers(),
                driver.negative().name());
    }

    /** The shape of a page, for the contract. */
    @Schema(
            name = "DriverPage",
            requiredProperties = {"items", "next"})
    record Page(
            List<DriverBody> items,

            @Schema(description = "The cursor of the next page; null on the last.")
            Optional<String> next) {}
}
