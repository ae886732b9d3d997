package nl.marge.cube.operation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a comparison of memory and database found.
 *
 * @param number both are complete up to this entry
 */
@Schema(name = "CubeCheck")
record CubeCheckBody(long number, long linesInMemory, long linesInLedger, boolean equal, List<Difference> differences) {

    CubeCheckBody {
        differences = List.copyOf(differences);
    }

    /** An account on which they differ. */
    @Schema(name = "CubeDifference")
    record Difference(String account, Totals inMemory, Totals inLedger) {
        Difference {
            requireNonNull(account, "account");
            requireNonNull(inMemory, "inMemory");
            requireNonNull(inLedger, "inLedger");
        }
    }

    /** The lines of an account, debit +. */
    @Schema(name = "CubeTotals")
    record Totals(long lines, String amount, String quantity) {
        Totals {
            requireNonNull(amount, "amount");
            requireNonNull(quantity, "quantity");
        }
    }

    static final String EXAMPLE =
            "{\"number\":1017,\"linesInMemory\":4068,\"linesInLedger\":4068,\"equal\":true,\"differences\":[]}";
}
