package nl.marge.ledger.posting;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import nl.marge.ledger.quarantine.Kept;
import nl.marge.ledger.quarantine.QuarantineState;
import nl.marge.ledger.rules.EntryCommand;
import nl.marge.ledger.rules.PostingRules;
import nl.marge.platform.http.ListedViolation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to an entry that was refused and, as its source wants it, kept in quarantine. */
@Schema(description = "An entry that was refused and is kept in quarantine: it is not in the books.")
@JsonPropertyOrder({"id", "number", "outcome", "quarantineId", "state", "externalId", "source", "violations"})
public record SetAside(
        @Schema(description = "Null: there is no journal entry")
        Optional<String> id,

        @Schema(description = "Null: it has no number") Optional<Long> number,
        @Schema(description = "QUARANTINED") String outcome,

        @Schema(description = "Addresses it below .../quarantine; null in a dry run")
        Optional<String> quarantineId,

        @Schema(description = "HELD") QuarantineState state,

        Optional<String> externalId,
        String source,
        List<ListedViolation> violations)
        implements Received {

    static final String QUARANTINED = "QUARANTINED";

    static final String EXAMPLE = """
            {"id":null,"number":null,"outcome":"QUARANTINED","quarantineId":"1jv9k2q7xw8h","state":"HELD",
             "externalId":"INV-2026-17","source":"ERP","violations":[
              {"code":"account_unknown","pointer":"/lines/0/account",
               "message":"Account \\"4711\\" does not exist."}]}""";

    public SetAside {
        requireNonNull(outcome, "outcome");
        requireNonNull(quarantineId, "quarantineId");
        requireNonNull(state, "state");
        requireNonNull(source, "source");
        violations = List.copyOf(violations);
    }

    @Override
    public SetAside body() {
        return this;
    }

    /** The answer for an entry that is kept, or in a dry run would be. */
    static SetAside of(EntryCommand command, Optional<Kept> kept, List<ListedViolation> violations) {
        return new SetAside(
                Optional.empty(),
                Optional.empty(),
                QUARANTINED,
                kept.map(Kept::shownId),
                kept.map(Kept::state).orElse(QuarantineState.HELD),
                command.externalId(),
                command.source().orElse(PostingRules.DEFAULT_SOURCE),
                violations);
    }
}
