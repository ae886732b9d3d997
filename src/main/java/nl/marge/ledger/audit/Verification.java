package nl.marge.ledger.audit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a verification found.
 *
 * @param seal of the last batch; whoever kept an earlier one elsewhere finds it again in the list of seals
 */
@Schema(name = "Verification", description = "Whether the ledger is what was posted.")
record Verification(
        boolean intact,

        @Schema(description = "The last entry looked at") long throughNumber,

        long batches,
        long entries,
        long lines,

        @Schema(description = "Entries posted before there were seals")
        long unsealed,

        @Schema(description = "Of the last batch, 64 hexadecimal digits")
        String seal,

        @Schema(description = "Dimension sets whose content was altered")
        int alteredSets,

        @Schema(description = "The batches that are not what was posted, at most 1,000")
        List<Broken> broken) {

    static final String EXAMPLE = """
            {"intact":true,"throughNumber":1017,"batches":412,"entries":1017,"lines":4068,"unsealed":0,
             "seal":"9f2c1d0e5b7a4c3f8e6d9f2c1d0e5b7a4c3f8e6d9f2c1d0e5b7a4c3f8e6d9f2c","alteredSets":0,"broken":[]}""";

    Verification {
        requireNonNull(seal, "seal");
        broken = List.copyOf(broken);
    }

    /** A batch that is not what was posted, and in which way. */
    @Schema(name = "BrokenBatch")
    record Broken(long firstNumber, long lastNumber, String reason) {}
}
