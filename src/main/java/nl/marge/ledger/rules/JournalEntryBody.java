package nl.marge.ledger.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shape of a posted entry for the contract; {@link EntryReader} reads it, so that all faults come at once. */
@Schema(
        name = "JournalEntryCommand",
        description = "A journal entry to post.",
        requiredProperties = {"externalId", "postingDate", "lines"})
public record JournalEntryBody(
        @Schema(minLength = 1, maxLength = 200, description = "Unique for ever per company and source")
        String externalId,

        @Schema(defaultValue = "API", maxLength = 64) String source,

        @Schema(
                defaultValue = "JOURNAL",
                enumeration = {"JOURNAL", "COST", "CLOSING"})
        String kind,

        @Schema(defaultValue = "ACTUAL", maxLength = 64) String scenario,
        LocalDate postingDate,

        @Schema(
                maxLength = 3,
                description =
                        "In which amount, debit and credit are; the company's unless given. Others are converted by"
                                + " the exchange rate of the posting date asked for, unless every line has its"
                                + " companyAmount",
                example = "USD")
        String currency,

        @Schema(maxLength = 64, description = "The type of exchange rate; that of the currency settings unless given")
        String rateType,

        @Schema(maxLength = 500) String description,

        @Schema(description = "Defaults for the lines: dimension to value")
        Map<String, String> dimensions,

        @Schema(minItems = 1, maxItems = 10_000) List<Line> lines) {

    public static final String EXAMPLE = """
            {"externalId":"INV-2026-17","source":"ERP","postingDate":"2026-03-31","dimensions":{"CHANNEL":"WEB"},
             "lines":[{"account":"1300","amount":"1250.00"},
                      {"account":"8000","amount":"-1250.00","quantity":"10","dimensions":{"CUSTOMER":"C1"}}]}""";

    /** A line to post: amount, or exactly one of debit and credit. */
    @Schema(
            name = "JournalLineCommand",
            requiredProperties = {"account"})
    record Line(
            @Schema(maxLength = 64) String account,

            @Schema(
                    type = SchemaType.STRING,
                    description = "Debit +, credit -; a string, or a JSON number without exponent",
                    example = "-1250.00",
                    pattern = "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$")
            String amount,

            @Schema(
                    type = SchemaType.STRING,
                    description = "Instead of amount",
                    example = "90.00",
                    pattern = "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$")
            String debit,

            @Schema(
                    type = SchemaType.STRING,
                    description = "Instead of amount",
                    example = "90.00",
                    pattern = "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$")
            String credit,

            @Schema(
                    description = "What the line is worth in the company's currency: debit +, credit -. On all lines or"
                            + " on none",
                    example = "-1150.00")
            String companyAmount,

            @Schema(description = "Up to 9 digits before and 6 after the point", example = "10")
            String quantity,

            @Schema(maxLength = 500) String text,
            @Schema(maxLength = 64) String lineId,

            @Schema(description = "The posting date unless given")
            LocalDate membershipDate,

            Map<String, String> dimensions,

            @Schema(
                    defaultValue = "PAIRED",
                    enumeration = {"PAIRED", "CROSS"},
                    description = "PAIRED: the parts are tuples and sum to 100. CROSS: parts that name the same"
                            + " dimensions sum to 100, and each of a group is joined with each of the others; weights"
                            + " multiply")
            String splitMode,

            @Schema(
                    description = "Divides the line's amount and quantity exactly, by largest remainder; the parts that"
                            + " are not zero become ledger lines. Not on CLOSING entries")
            List<Split> splits) {}

    /** A part of a line. */
    @Schema(name = "JournalLineSplit")
    record Split(
            @Schema(
                    type = SchemaType.STRING,
                    description = "Percent, above 0 up to 100, at most 15 decimals; a string, or a JSON number",
                    example = "60",
                    pattern = "^-?(0|[1-9][0-9]{0,2})(\\.[0-9]+)?$")
            String weight,

            @Schema(defaultValue = "false", description = "Takes what the others leave of 100; at most one of a group")
            boolean remainder,

            @Schema(description = "Go before the line's and the header's")
            Map<String, String> dimensions) {}
}
