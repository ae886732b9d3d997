package nl.marge.ledger.mending;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.ledger.entry.EntryId;
import nl.marge.ledger.quarantine.EntryText;
import nl.marge.ledger.quarantine.HeldEntry;
import nl.marge.ledger.quarantine.QuarantineState;
import nl.marge.ledger.quarantine.Step;
import nl.marge.ledger.rules.JournalEntryBody;
import nl.marge.platform.http.ListedViolation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An entry set aside as the contract shows it. */
@Schema(name = "QuarantinedEntry", description = "An entry that was refused and set aside, as its source wants it.")
@JsonPropertyOrder({"id", "source", "externalId", "state", "receivedAt", "journalEntry", "violations", "entry", "steps"
})
record QuarantineBody(
        String id,

        @Schema(description = "As it came") String source,

        @Schema(description = "As it came; empty when it had none")
        String externalId,

        QuarantineState state,
        Instant receivedAt,

        @Schema(description = "The journal entry it was released as, or superseded by; null while there is none")
        Optional<String> journalEntry,

        @Schema(description = "What was wrong when it came or was last mended; a release looks again")
        List<ListedViolation> violations,

        @Schema(implementation = JournalEntryBody.class, description = "As sent, or as mended")
        Map<String, Object> entry,

        @Schema(description = "What was done with it, the first first")
        List<Done> steps) {

    static final String EXAMPLE = """
            {"id":"1jv9k2q7xw8h","source":"ERP","externalId":"INV-2026-17","state":"HELD",
             "receivedAt":"2026-04-01T08:15:30.123456Z","journalEntry":null,
             "violations":[{"code":"account_unknown","pointer":"/lines/0/account",
              "message":"Account \\"4711\\" does not exist."}],
             "entry":{"externalId":"INV-2026-17","source":"ERP","postingDate":"2026-03-31","kind":"COST",
              "lines":[{"account":"4711","amount":"1250.00"}]},
             "steps":[{"step":1,"kind":"HELD","recordedAt":"2026-04-01T08:15:30.123456Z","by":null,"reason":null,
              "journalEntry":null,
              "entry":{"externalId":"INV-2026-17","source":"ERP","postingDate":"2026-03-31","kind":"COST",
               "lines":[{"account":"4711","amount":"1250.00"}]},
              "violations":[{"code":"account_unknown","pointer":"/lines/0/account",
               "message":"Account \\"4711\\" does not exist."}]}]}""";

    QuarantineBody {
        requireNonNull(id, "id");
        requireNonNull(source, "source");
        requireNonNull(externalId, "externalId");
        requireNonNull(state, "state");
        requireNonNull(receivedAt, "receivedAt");
        requireNonNull(journalEntry, "journalEntry");
        violations = List.copyOf(violations);
        requireNonNull(entry, "entry");
        steps = List.copyOf(steps);
    }

    static QuarantineBody of(HeldEntry held) {
        return new QuarantineBody(
                held.kept().shownId(),
                held.source(),
                held.externalId(),
                held.kept().state(),
                held.steps().get(0).recordedAt(),
                held.kept().posted().map(EntryId::toString),
                held.violations(),
                EntryText.members(held.command()),
                held.steps().stream().map(Done::of).toList());
    }

    /** A step as shown. */
    @Schema(name = "QuarantineStep")
    @JsonPropertyOrder({"step", "kind", "recordedAt", "by", "reason", "journalEntry", "entry", "violations"})
    record Done(
            int step,
            Step.Kind kind,
            Instant recordedAt,

            @Schema(description = "The X-Marge-User of the request; null when it had none")
            Optional<String> by,

            Optional<String> reason,

            @Schema(description = "The journal entry it was released as or superseded by; else null")
            Optional<String> journalEntry,

            @Schema(
                    implementation = JournalEntryBody.class,
                    description = "What the entry says since: as sent with HELD, as mended with MENDED; else absent")
            @JsonInclude(JsonInclude.Include.NON_ABSENT)
            Optional<Map<String, Object>> entry,

            @Schema(description = "What was wrong with that then; absent where nothing was said")
            @JsonInclude(JsonInclude.Include.NON_ABSENT)
            Optional<List<ListedViolation>> violations) {
        static Done of(Step step) {
            return new Done(
                    step.number(),
                    step.kind(),
                    step.recordedAt(),
                    step.by(),
                    step.reason(),
                    step.posted().map(EntryId::toString),
                    step.said().map(said -> EntryText.members(said.command())),
                    step.said().map(Step.Said::violations));
        }
    }

    /** The shape of a page, for the contract. */
    @Schema(
            name = "QuarantinePage",
            requiredProperties = {"items", "next"})
    record Page(
            List<QuarantineBody> items,

            @Schema(description = "The cursor of the next page; null on the last.")
            Optional<String> next) {}
}
