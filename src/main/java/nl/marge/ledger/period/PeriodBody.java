package nl.marge.ledger.period;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import nl.marge.ledger.setting.FiscalPeriod;
import nl.marge.ledger.setting.FiscalPeriod.Status;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A fiscal period as the contract shows it. */
@Schema(
        name = "FiscalPeriod",
        description = "The unit of closing: a calendar month of one scenario.",
        requiredProperties = {"status"})
@JsonPropertyOrder({"period", "scenario", "status"})
record PeriodBody(
        @Schema(pattern = "^[0-9]{4}-(0[1-9]|1[0-2])$", description = "Addresses the period.")
        String period,

        @Schema(defaultValue = "ACTUAL", description = "The one the query names.")
        String scenario,

        @Schema(
                description = "FUTURE takes nothing yet, OPEN takes everything, SOFT_CLOSED takes allocations,"
                        + " reclassifications and reversals only, CLOSED takes nothing.")
        Status status) {

    static final String EXAMPLE = """
            {"period":"2026-03","scenario":"ACTUAL","status":"CLOSED"}""";

    static final String TWO = """
            [{"period":"2026-02","status":"CLOSED"},{"period":"2026-03","status":"SOFT_CLOSED"}]""";

    PeriodBody {
        requireNonNull(period, "period");
        requireNonNull(scenario, "scenario");
        requireNonNull(status, "status");
    }

    static PeriodBody of(FiscalPeriod period) {
        return new PeriodBody(period.period().toString(), period.scenario(), period.status());
    }

    /** The shape of a page, for the contract. */
    @Schema(
            name = "FiscalPeriodPage",
            requiredProperties = {"items", "next"})
    record Page(
            List<PeriodBody> items,

            @Schema(description = "The cursor of the next page; null on the last.")
            Optional<String> next) {}
}
