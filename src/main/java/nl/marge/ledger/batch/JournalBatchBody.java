package nl.marge.ledger.batch;

import java.util.List;
import nl.marge.ledger.rules.JournalEntryBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shape of a JSON batch for the contract; {@link JsonSource} reads it. */
@Schema(
        name = "JournalBatchCommand",
        requiredProperties = {"entries"})
record JournalBatchBody(@Schema(maxItems = 1_000_000) List<JournalEntryBody> entries) {

    static final String EXAMPLE = """
            {"entries":[{"externalId":"INV-1","kind":"COST","postingDate":"2026-03-31",
                         "lines":[{"account":"8000","amount":"-1250.00","dimensions":{"CUSTOMER":"C1"}}]}]}""";
}
