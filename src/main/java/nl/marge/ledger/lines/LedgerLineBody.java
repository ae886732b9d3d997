package nl.marge.ledger.lines;

import java.util.List;
import java.util.Map;
import nl.marge.ledger.entry.ShownOrigin;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shape of a line for the contract; {@link LineJson} writes it, and a test holds the two together. */
@Schema(name = "LedgerLine")
record LedgerLineBody(
        @Schema(description = "The number of the entry") long number,

        @Schema(description = "The line within the entry, from 1")
        int line,

        String externalId,
        String source,
        String kind,
        String scenario,
        String postingDate,
        String recordedAt,
        String account,

        @Schema(description = "In the company's currency; debit +, credit -")
        String amount,

        @Schema(description = "Of the entry") String currency,

        @Schema(description = "In the entry's currency; debit +, credit -")
        String currencyAmount,

        @Schema(description = "On the statement, with its natural sign; null off the statement", nullable = true)
        String value,

        @Schema(nullable = true) String quantity,
        @Schema(nullable = true) String text,
        @Schema(nullable = true) String lineId,
        String membershipDate,
        Map<String, String> dimensions,

        @Schema(description = "Where each value of dimensions comes from; GET of the entry says why.")
        Map<String, ShownOrigin> provenance,

        Map<String, Derived> derived) {

    /** A value that memberships lead to. */
    @Schema(name = "DerivedValue")
    record Derived(
            String value,
            String by,
            @Schema(nullable = true) String since) {}

    /** Lines with what they know. */
    @Schema(name = "LedgerLines")
    record Page(
            List<LedgerLineBody> items,
            String watermark,
            @Schema(nullable = true) String next) {}

    /** Lines in commit order. */
    @Schema(name = "LedgerChanges")
    record Changes(
            List<LedgerLineBody> items,
            String watermark,

            @Schema(description = "The number to ask after next time")
            long next) {}

    static final String EXAMPLE = """
            {"number":1017,"line":2,"externalId":"INV-2026-17","source":"ERP","kind":"JOURNAL","scenario":"ACTUAL",\
            "postingDate":"2026-03-31","recordedAt":"2026-04-01T08:00:00Z","account":"8000","amount":"-1250.00",\
            "currency":"EUR","currencyAmount":"-1250.00",\
            "value":"1250.00","quantity":"10","text":null,"lineId":"1","membershipDate":"2026-03-31",\
            "dimensions":{"CUSTOMER":"C1"},"provenance":{"CUSTOMER":{"by":"EXPLICIT"}},\
            "derived":{"SEGMENT":{"value":"KEY","by":"CUSTOMER","since":"2025-01-01"}}}
            """;

    static final String EXAMPLE_PAGE = "{\"items\":[" + EXAMPLE + "],\"watermark\":\"1017.42\",\"next\":null}";

    static final String EXAMPLE_CHANGES = "{\"items\":[" + EXAMPLE + "],\"watermark\":\"1017.42\",\"next\":1017}";

    static final String EXAMPLE_CSV = """
            number,line,external_id,source,kind,scenario,posting_date,recorded_at,account,amount,currency,\
            currency_amount,value,quantity,text,line_id,membership_date,dim.CUSTOMER,dim.SEGMENT,provenance
            1017,2,INV-2026-17,ERP,JOURNAL,ACTUAL,2026-03-31,2026-04-01T08:00:00Z,8000,-1250.00,EUR,\
            -1250.00,1250.00,10,,1,2026-03-31,C1,KEY,CUSTOMER:EXPLICIT
            """;
}
