package nl.marge.ledger.posting;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.dimension.DerivedValues;
import nl.marge.ledger.entry.ShownOrigin;
import nl.marge.platform.http.ListedViolation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A journal entry as answered. Amounts are the ledger's: debit +, credit -, with exactly the currency's decimals, in
 * the company's currency and in the entry's. In a dry run {@code id}, {@code number} and {@code recordedAt} are null.
 */
@Schema(description = "A journal entry as stored: one business event, immutable.")
public record JournalEntry(
        Optional<String> id,
        Optional<Long> number,

        @Schema(description = "POSTED or UNCHANGED on posting; null when read")
        Optional<String> outcome,

        String externalId,
        String source,
        String kind,
        String scenario,
        LocalDate postingDate,

        @Schema(description = "The date that was asked for, where a late entry was redirected; else null")
        Optional<LocalDate> originalDate,

        @Schema(description = "Of the entry; amounts of the lines are in the company's, currencyAmounts in this one")
        String currency,

        Optional<String> description,
        Optional<Instant> recordedAt,
        @Schema(description = "The entry this one cancels") Optional<String> reverses,

        @Schema(description = "The entry that cancels this one")
        Optional<String> reversedBy,

        Optional<String> reason,
        List<JournalLine> lines,

        @Schema(
                description = "What was wrong with dimensions and left out, as the source wants it; the first 1,000,"
                        + " absent when nothing was")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<ListedViolation> accepted) {

    public static final String EXAMPLE = """
            {"id":"1-3f","number":1017,"outcome":"POSTED","externalId":"INV-2026-17","source":"ERP","kind":"JOURNAL",
             "scenario":"ACTUAL","postingDate":"2026-03-31","originalDate":null,"currency":"EUR","description":null,
             "recordedAt":"2026-04-01T08:15:30.123456Z","reverses":null,"reversedBy":null,"reason":null,
             "lines":[
              {"number":1,"account":"1300","amount":"1250.00","currencyAmount":"1250.00",
               "quantity":null,"text":null,"lineId":null,
               "membershipDate":"2026-03-31","dimensions":{"CHANNEL":"WEB"},
               "provenance":{"CHANNEL":{"by":"HEADER"}},"derived":{}},
              {"number":2,"account":"8000","amount":"-1250.00","currencyAmount":"-1250.00",
               "quantity":"10","text":null,"lineId":null,
               "membershipDate":"2026-03-31","dimensions":{"CHANNEL":"WEB","CUSTOMER":"C1","REGION":"NL"},
               "provenance":{"CHANNEL":{"by":"HEADER"},"CUSTOMER":{"by":"EXPLICIT"},
                "REGION":{"by":"RULE","rule":"HOME","version":42,
                 "why":"Default rule HOME (priority 10) gives REGION NL for every account, because it was blank."}},
               "derived":{"SEGMENT":{"value":"KEY","by":"CUSTOMER","since":"2025-01-01"}}}]}""";

    public JournalEntry {
        requireNonNull(externalId, "externalId");
        lines = List.copyOf(lines);
        accepted = List.copyOf(accepted);
    }

    /**
     * A line as answered: the dimensions posted on it and where each value comes from; those derived through
     * memberships are shown apart.
     */
    public record JournalLine(
            int number,
            String account,

            @Schema(description = "In the company's currency; debit +, credit -")
            String amount,

            @Schema(description = "In the entry's currency; debit +, credit -")
            String currencyAmount,

            Optional<String> quantity,
            Optional<String> text,
            Optional<String> lineId,
            LocalDate membershipDate,
            Map<String, String> dimensions,
            Map<String, ShownOrigin> provenance,
            Map<String, DerivedValues.Shown> derived) {
        public JournalLine {
            requireNonNull(account, "account");
            requireNonNull(amount, "amount");
            requireNonNull(currencyAmount, "currencyAmount");
        }
    }
}
