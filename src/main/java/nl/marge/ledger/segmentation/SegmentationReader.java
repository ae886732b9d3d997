package nl.marge.ledger.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.marge.platform.json.StrictJson;

/** Reads what a caller says of a segmentation; nothing is checked yet. What must be said and is not is empty. */
final class SegmentationReader {

    private static final int YEAR = 12;

    private String code;
    private Optional<String> name = Optional.empty();
    private String of = "";
    private String into = "";
    private String measure = "CM4";
    private int months = YEAR;
    private String withoutLines = Segmentation.WithoutLines.KEEP.name();
    private String method = "";
    private final List<SegmentationBody.Tier> tiers = new ArrayList<>();
    private final List<SegmentationBody.Rule> rules = new ArrayList<>();

    private SegmentationReader(String pathCode) {
        code = pathCode;
    }

    /** The segmentation that stands next; {@code pathCode} is its code unless the body says one. */
    static SegmentationBody read(StrictJson json, String pathCode) {
        SegmentationReader reader = new SegmentationReader(pathCode);
        json.object(member -> reader.readMember(member, json));
        return new SegmentationBody(
                reader.code,
                reader.name.orElse(reader.code),
                reader.of,
                reader.into,
                reader.measure,
                reader.months,
                reader.withoutLines,
                reader.method,
                reader.tiers,
                reader.rules);
    }

    private void readMember(String member, StrictJson json) {
        switch (member) {
            case "code" -> code = json.textOr(code);
            case "name" -> name = json.text();
            case "of" -> of = json.textOr("");
            case "into" -> into = json.textOr("");
            case "measure" -> measure = json.textOr(measure);
            case "months" -> months = json.integerOr(YEAR, 1, SegmentationForm.MONTHS_LIMIT);
            case "withoutLines" -> withoutLines = json.textOr(withoutLines);
            case "method" -> method = json.textOr("");
            case "tiers" -> json.array(() -> tiers.add(new TierReader().read(json)));
            case "rules" -> json.array(() -> rules.add(new RuleReader().read(json)));
            default ->
                json.unknownMember(
                        "code", "name", "of", "into", "measure", "months", "withoutLines", "method", "tiers", "rules");
        }
    }

    private static final class TierReader {
        private String segment = "";
        private Optional<String> topPercent = Optional.empty();
        private Optional<String> above = Optional.empty();

        SegmentationBody.Tier read(StrictJson json) {
            json.object(member -> {
                switch (member) {
                    case "segment" -> segment = json.textOr("");
                    case "topPercent" -> topPercent = json.decimalText();
                    case "above" -> above = json.decimalText();
                    default -> json.unknownMember("segment", "topPercent", "above");
                }
            });
            return new SegmentationBody.Tier(segment, topPercent, above);
        }
    }

    private static final class RuleReader {
        private String segment = "";
        private final List<SegmentationBody.Condition> conditions = new ArrayList<>();

        SegmentationBody.Rule read(StrictJson json) {
            json.object(member -> {
                switch (member) {
                    case "segment" -> segment = json.textOr("");
                    case "conditions" -> json.array(() -> conditions.add(new ConditionReader().read(json)));
                    default -> json.unknownMember("segment", "conditions");
                }
            });
            return new SegmentationBody.Rule(segment, conditions);
        }
    }

    private static final class ConditionReader {
        private Optional<String> attribute = Optional.empty();
        private final List<String> is = new ArrayList<>();
        private Optional<String> measure = Optional.empty();
        private Optional<String> above = Optional.empty();
        private Optional<String> atMost = Optional.empty();

        SegmentationBody.Condition read(StrictJson json) {
            json.object(member -> {
                switch (member) {
                    case "attribute" -> attribute = json.text();
                    case "is" -> json.array(() -> json.text().ifPresent(is::add));
                    case "measure" -> measure = json.text();
                    case "above" -> above = json.decimalText();
                    case "atMost" -> atMost = json.decimalText();
                    default -> json.unknownMember("attribute", "is", "measure", "above", "atMost");
                }
            });
            return new SegmentationBody.Condition(attribute, is, measure, above, atMost);
        }
    }
}
