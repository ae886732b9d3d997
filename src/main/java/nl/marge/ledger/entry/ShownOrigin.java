package nl.marge.ledger.entry;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionSet;
import nl.marge.ledger.setting.defaults.DefaultRule;
import nl.marge.ledger.setting.defaults.DefaultRules;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where one value of a line comes from, as the contract shows it; members that do not apply are left out. */
@Schema(
        name = "Origin",
        description = "Where a value of a line comes from.",
        requiredProperties = {"by"})
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"by", "rule", "version", "line", "correction", "why"})
public record ShownOrigin(
        @Schema(enumeration = {"EXPLICIT", "HEADER", "RULE", "INHERITED", "SYSTEM", "CORRECTION", "LEFT_OUT"})
        String by,

        @Schema(description = "With RULE: the default rule.")
        Optional<String> rule,

        @Schema(description = "With RULE: its version, to be read at .../default-rules/{rule}/versions/{version}.")
        Optional<Long> version,

        @Schema(description = "With INHERITED: the line of the entry, as sent and from 1, it was taken from.")
        Optional<Integer> line,

        @Schema(description = "With CORRECTION: the reclassification.")
        Optional<String> correction,

        @Schema(description = "With RULE, where a single entry is shown: why, in one sentence.")
        Optional<String> why) {

    private static final ShownOrigin EXPLICIT = of("EXPLICIT");

    public ShownOrigin {
        requireNonNull(by, "by");
        requireNonNull(rule, "rule");
        requireNonNull(version, "version");
        requireNonNull(line, "line");
        requireNonNull(correction, "correction");
        requireNonNull(why, "why");
    }

    /** The origin of each value of a set, by dimension code. */
    public static Map<String, ShownOrigin> of(Provenance provenance, DimensionSet set, DimensionReference dimensions) {
        Map<String, ShownOrigin> shown = new TreeMap<>();
        for (int i = 0; i < set.size(); i++) {
            int dimensionId = set.dimensionId(i);
            shown.put(
                    dimensions.dimension(dimensionId).code(),
                    provenance.origin(dimensionId).map(ShownOrigin::of).orElse(EXPLICIT));
        }
        provenance.originByDimension().forEach((dimensionId, origin) -> {
            if (origin.equals(Provenance.Origin.LEFT_OUT)) {
                shown.put(dimensions.dimension(dimensionId).code(), of(origin));
            }
        });
        return shown;
    }

    /** The same, saying why where a rule gave the value. */
    public ShownOrigin explained(DefaultRules rules) {
        return rule.isEmpty()
                ? this
                : new ShownOrigin(
                        by,
                        rule,
                        version,
                        line,
                        correction,
                        rules.rule(rule.get(), version.orElse(0L)).map(DefaultRule::why));
    }

    /** In one word: {@code HEADER}, {@code RULE:R1:42}. */
    public String inOneWord() {
        return by
                + rule.map(code -> ":" + code).orElse("")
                + version.map(number -> ":" + number).orElse("")
                + line.map(number -> ":" + number).orElse("")
                + correction.map(id -> ":" + id).orElse("");
    }

    private static ShownOrigin of(Provenance.Origin origin) {
        Optional<String> detail = origin.detail();
        return switch (origin.kind()) {
            case RULE -> {
                String[] codeAndVersion = detail.orElseThrow().split("@");
                yield new ShownOrigin(
                        origin.kind().name(),
                        Optional.of(codeAndVersion[0]),
                        Optional.of(Long.valueOf(codeAndVersion[1])),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
            }
            case INHERITED, CORRECTION ->
                new ShownOrigin(
                        origin.kind().name(),
                        Optional.empty(),
                        Optional.empty(),
                        detail.filter(text -> origin.kind() == Provenance.Kind.INHERITED)
                                .map(Integer::valueOf),
                        detail.filter(text -> origin.kind() == Provenance.Kind.CORRECTION),
                        Optional.empty());
            case HEADER, SYSTEM, LEFT_OUT -> of(origin.kind().name());
        };
    }

    private static ShownOrigin of(String by) {
        return new ShownOrigin(
                by, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
