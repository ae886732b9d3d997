package nl.marge.allocation.cycle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nl.marge.kernel.Place;
import nl.marge.platform.json.StrictJson;

/** Reads what a caller says of a rule. */
final class RuleReader {

    private static final String[] MEMBERS = {
        "code", "order", "pool", "method", "group", "driver", "receivers", "keep", "account", "activities", "weights"
    };

    private String code = "";
    private OptionalInt order = OptionalInt.empty();
    private Optional<String> pool = Optional.empty();
    private Optional<String> method = Optional.empty();
    private Optional<String> group = Optional.empty();
    private Optional<String> driver = Optional.empty();
    private RuleCommand.Receivers receivers = RuleCommand.Receivers.ALL;
    private final List<String> keep = new ArrayList<>();
    private Optional<String> account = Optional.empty();
    private final List<RuleCommand.Activity> activities = new ArrayList<>();
    private final List<RuleCommand.Weight> weights = new ArrayList<>();

    RuleCommand read(StrictJson json) {
        Place place = Place.at(json.pointer());
        json.object(member -> readMember(member, json));
        return new RuleCommand(
                place, code, order, pool, method, group, driver, receivers, keep, account, activities, weights);
    }

    private void readMember(String member, StrictJson json) {
        switch (member) {
            case "code" -> code = json.textOr(code);
            case "order" -> order = json.integer();
            case "pool" -> pool = json.text();
            case "method" -> method = json.text();
            case "group" -> group = json.text();
            case "driver" -> driver = json.text();
            case "receivers" -> receivers = new ReceiversReader().read(json);
            case "keep" -> keep.addAll(texts(json));
            case "account" -> account = json.text();
            case "activities" -> json.array(() -> activities.add(new ActivityReader().read(json)));
            case "weights" -> json.array(() -> weights.add(new WeightReader().read(json)));
            default -> json.unknownMember(MEMBERS);
        }
    }

    private static List<String> texts(StrictJson json) {
        List<String> texts = new ArrayList<>();
        json.array(() -> json.text().ifPresent(texts::add));
        return texts;
    }

    private static final class ReceiversReader {
        private Optional<List<String>> pools = Optional.empty();
        private final Map<String, List<String>> dimensions = new LinkedHashMap<>();

        private RuleCommand.Receivers read(StrictJson json) {
            json.object(member -> {
                switch (member) {
                    case "pools" -> readPools(json);
                    case "dimensions" -> json.object(dimension -> readValues(dimension, json));
                    default -> json.unknownMember("pools", "dimensions");
                }
            });
            return new RuleCommand.Receivers(pools, dimensions);
        }

        /** An empty list lets no pool receive; null lets the method decide. */
        private void readPools(StrictJson json) {
            boolean given = !json.isNull();
            List<String> codes = texts(json);
            pools = given ? Optional.of(codes) : Optional.empty();
        }

        private void readValues(String dimension, StrictJson json) {
            boolean given = !json.isNull();
            List<String> codes = texts(json);
            if (given) {
                dimensions.put(dimension, codes);
            }
        }
    }

    private static final class ActivityReader {
        private String code = "";
        private Optional<String> account = Optional.empty();
        private final List<RuleCommand.Term> terms = new ArrayList<>();

        private RuleCommand.Activity read(StrictJson json) {
            Place place = Place.at(json.pointer());
            json.object(member -> {
                switch (member) {
                    case "code" -> code = json.textOr(code);
                    case "account" -> account = json.text();
                    case "terms" -> json.array(() -> terms.add(new TermReader().read(json)));
                    default -> json.unknownMember("code", "account", "terms");
                }
            });
            return new RuleCommand.Activity(place, code, account, terms);
        }
    }

    private static final class TermReader {
        private Optional<String> driver = Optional.empty();
        private Optional<String> minutes = Optional.empty();

        private RuleCommand.Term read(StrictJson json) {
            Place place = Place.at(json.pointer());
            json.object(member -> {
                switch (member) {
                    case "driver" -> driver = json.text();
                    case "minutes" -> minutes = json.decimalText();
                    default -> json.unknownMember("driver", "minutes");
                }
            });
            return new RuleCommand.Term(place, driver, minutes);
        }
    }

    private static final class WeightReader {
        private Map<String, String> receiver = Map.of();
        private Optional<String> weight = Optional.empty();

        private RuleCommand.Weight read(StrictJson json) {
            Place place = Place.at(json.pointer());
            json.object(member -> {
                switch (member) {
                    case "receiver" -> receiver = json.stringMap();
                    case "weight" -> weight = json.decimalText();
                    default -> json.unknownMember("receiver", "weight");
                }
            });
            return new RuleCommand.Weight(place, receiver, weight);
        }
    }
}
