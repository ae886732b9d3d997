package nl.marge.customervalue.rfm;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.marge.customervalue.asked.BodyParameters;
import nl.marge.platform.json.StrictJson;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is to be scored and where it is written to; read but not yet checked.
 *
 * @param parameters those of the scores
 * @param create whether cells that are no values yet are created
 */
record RfmAssignmentRequest(
        BodyParameters parameters,
        Optional<String> into,
        boolean create,
        Optional<String> withoutPurchase,
        Optional<String> watermark) {

    static final String EXAMPLE = """
            {"asOf":"2026-04-01","from":"2025-04","to":"2026-03","into":"RFM","create":true,"watermark":"1017.42"}""";

    private static final Set<String> TEXTS = Set.of(
            "asOf", "from", "to", "of", "measure", "money", "filter", "membership", "kinds", "scenario", "allocation");
    private static final Set<String> LISTS = Set.of("recencyCuts", "frequencyCuts", "moneyCuts");
    private static final Set<String> OTHERS = Set.of("into", "create", "withoutPurchase", "watermark");

    RfmAssignmentRequest {
        requireNonNull(parameters, "parameters");
        requireNonNull(into, "into");
        requireNonNull(withoutPurchase, "withoutPurchase");
        requireNonNull(watermark, "watermark");
    }

    /** What becomes of a membership of who did not buy. */
    enum WithoutPurchase {
        KEEP,
        END
    }

    /** The shape of the body, for the contract. */
    @Schema(
            name = "RfmAssignmentRequest",
            requiredProperties = {"asOf", "from", "to", "into"})
    record Body(
            @Schema(description = "The day the memberships begin, and from which recency is counted back")
            LocalDate asOf,

            @Schema(description = "As in GET .../rfm", examples = "2025-04")
            String from,

            @Schema(examples = "2026-03") String to,

            @Schema(
                    description = "The dimension whose values are the cells: R5F5M5 and so on. It is derived from the"
                            + " customers' dimension, or from none yet",
                    examples = "RFM")
            String into,

            @Schema(description = "Creates the cells that are no values yet; false when absent: they are refused")
            Optional<Boolean> create,

            @Schema(description = "What becomes of a membership of who did not buy in the range: KEEP when absent")
            Optional<WithoutPurchase> withoutPurchase,

            @Schema(
                    description = "That of the scores it was decided on: refused when anything was posted or changed"
                            + " since",
                    examples = "1017.42")
            Optional<String> watermark,

            Optional<String> of,
            Optional<String> measure,
            Optional<RfmTable.Money> money,
            Optional<List<String>> recencyCuts,
            Optional<List<String>> frequencyCuts,
            Optional<List<String>> moneyCuts,
            Optional<String> filter,
            Optional<String> membership,
            Optional<String> kinds,
            Optional<String> scenario,
            Optional<String> allocation) {}

    static RfmAssignmentRequest read(StrictJson json) {
        return new Reader().read(json);
    }

    private static final class Reader {
        private final Map<String, String> parameters = new HashMap<>();
        private Optional<String> into = Optional.empty();
        private Optional<Boolean> create = Optional.empty();
        private Optional<String> withoutPurchase = Optional.empty();
        private Optional<String> watermark = Optional.empty();

        RfmAssignmentRequest read(StrictJson json) {
            json.object(member -> readMember(json, member));
            return new RfmAssignmentRequest(
                    new BodyParameters(parameters), into, create.orElse(false), withoutPurchase, watermark);
        }

        private void readMember(StrictJson json, String member) {
            if (TEXTS.contains(member)) {
                json.text().ifPresent(text -> parameters.put(member, text));
            } else if (LISTS.contains(member)) {
                List<String> items = new ArrayList<>();
                json.array(() -> json.decimalText().ifPresent(items::add));
                parameters.put(member, String.join(",", items));
            } else {
                readOther(json, member);
            }
        }

        private void readOther(StrictJson json, String member) {
            switch (member) {
                case "into" -> into = json.text();
                case "create" -> create = json.flag();
                case "withoutPurchase" -> withoutPurchase = json.text();
                case "watermark" -> watermark = json.text();
                default -> {
                    Set<String> known = new TreeSet<>(TEXTS);
                    known.addAll(LISTS);
                    known.addAll(OTHERS);
                    json.unknownMember(known.toArray(String[]::new));
                }
            }
        }
    }
}
