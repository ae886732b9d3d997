package nl.marge.customervalue.fitting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.platform.http.QueryParameters;
import nl.marge.platform.json.StrictJson;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a caller asks to be fitted, as texts by member; read as the parameters of a report are. */
record FitCommand(Map<String, String> texts) {

    static final String EXAMPLE = """
            {"from":"2023-01","to":"2025-12","calibrationTo":"2024-12-31","model":"AUTO",
            "valueModel":"CREDIBILITY_MARGIN","measure":"CM4","segmentBy":"SEGMENT"}""";

    private static final List<String> MEMBERS = List.of(
            "from",
            "to",
            FitRequest.CALIBRATION_TO,
            FitRequest.MODEL,
            FitRequest.PERIOD,
            FitRequest.VALUE_MODEL,
            FitRequest.MEASURE,
            FitRequest.SEGMENT_BY,
            FitRequest.OF,
            "filter",
            "scenario",
            "kinds",
            "allocation");

    /** The shape of the body, for the contract. */
    @Schema(
            name = "ClvFitRequest",
            requiredProperties = {"from", "to"})
    record Shape(
            @Schema(
                    description = "First period or day. Customers begin with their first purchase from here on, so take"
                            + " the beginning of the books.",
                    examples = "2023-01")
            String from,

            @Schema(description = "Last period or day.", examples = "2025-12")
            String to,

            @Schema(
                    description = "Hold out the time after this day: the model is fitted up to it as well, and told"
                            + " against what came then. Not with SBG.",
                    examples = "2024-12-31")
            Optional<String> calibrationTo,

            @Schema(
                    type = SchemaType.STRING,
                    enumeration = {"AUTO", "BGNBD", "MBGNBD", "PARETONBD", "SBG"},
                    defaultValue = "AUTO",
                    description = "Of customers without a contract: AUTO takes BGNBD or MBGNBD. With one: SBG, and"
                            + " its period.")
            Optional<String> model,

            @Schema(
                    type = SchemaType.STRING,
                    enumeration = {"P1M", "P3M", "P1Y"},
                    description = "With SBG, and only then: how long a contract runs before it is renewed, by the"
                            + " fiscal calendar.")
            Optional<String> period,

            @Schema(
                    type = SchemaType.STRING,
                    enumeration = {"CREDIBILITY_MARGIN", "GAMMA_GAMMA_REVENUE"},
                    defaultValue = "CREDIBILITY_MARGIN")
            Optional<String> valueModel,

            @Schema(description = "The subtotal that is a customer's profit.", defaultValue = "CM4")
            Optional<String> measure,

            @Schema(description = "A dimension that customers have memberships in: a model each.", examples = "SEGMENT")
            Optional<String> segmentBy,

            @Schema(description = "The dimension of customers.", defaultValue = "CUSTOMER")
            Optional<String> of,

            @Schema(description = "As of reports.", examples = "REGION:EU*")
            Optional<String> filter,

            @Schema(defaultValue = "ACTUAL") Optional<String> scenario,

            @Schema(description = "As of reports.") Optional<String> kinds,

            @Schema(description = "As of reports.") Optional<String> allocation) {}

    static FitCommand read(StrictJson json) {
        Map<String, String> texts = new LinkedHashMap<>();
        json.object(member -> {
            if (MEMBERS.contains(member)) {
                json.text().ifPresent(text -> texts.put(member, text));
            } else {
                json.unknownMember(MEMBERS.toArray(String[]::new));
            }
        });
        return new FitCommand(texts);
    }

    /** The same as parameters. */
    static QueryParameters parameters(Map<String, String> texts) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        texts.forEach((member, text) -> given.put(member, new ArrayList<>(List.of(text))));
        return new QueryParameters(given);
    }
}
