package nl.marge.profitability.assortment;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.marge.kernel.Quantities;
import nl.marge.kernel.Texts;
import nl.marge.platform.http.QueryParameters;

/**
 * Which service level a pair of classes suggests: the more an item earns the less it may run out, and the more erratic
 * it is the dearer that is. Our proposal, and in its place what the planner says of a class or of a pair.
 *
 * @param byPair the level of each pair of classes, such as {@code AX}
 */
record ServiceLevels(Map<String, ServiceLevel> byPair) {

    static final String PARAMETER = "serviceLevel";

    private static final Map<String, Integer> PROPOSED =
            Map.of("AX", 98, "AY", 97, "AZ", 95, "BX", 96, "BY", 94, "BZ", 91, "CX", 92, "CY", 88, "CZ", 80);

    /** Worked out once: each takes some thousand multiplications. */
    private static final ServiceLevels PROPOSAL = proposal();

    private static final String FORM = "a percentage for each class such as A:98,B:95,C:90, or for a pair such as"
            + " AX:99.5; a percentage is " + ServiceLevel.FORM;

    ServiceLevels {
        byPair = Map.copyOf(byPair);
    }

    /** What a caller says of a class, {@code A}, or a pair, {@code AX}. */
    private record Said(String classes, BigDecimal percent) {
        private Said {
            requireNonNull(classes, "classes");
            requireNonNull(percent, "percent");
        }
    }

    /** Reads the parameter; what is wrong is noted with the query, what is not said is as proposed. */
    static ServiceLevels read(QueryParameters query) {
        List<Said> said = query.list(PARAMETER, ServiceLevels::said, FORM);
        Set<String> seen = new HashSet<>();
        Map<String, ServiceLevel> levels = new TreeMap<>(PROPOSAL.byPair);
        for (Said one : said) {
            if (!seen.add(one.classes())) {
                query.invalid(
                        PARAMETER,
                        "Parameter " + PARAMETER + " names " + Texts.excerpt(one.classes())
                                + " twice. Give each class and each pair one percentage.");
            }
        }
        // A pair says more than its class, in whichever order they come.
        for (int letters = 1; letters <= 2; letters++) {
            for (Said one : said) {
                if (one.classes().length() == letters) {
                    ServiceLevel level = ServiceLevel.of(one.percent());
                    levels.replaceAll((pair, before) -> pair.startsWith(one.classes()) ? level : before);
                }
            }
        }
        return new ServiceLevels(levels);
    }

    /** The level of a pair of classes. */
    ServiceLevel of(AbcClass abc, XyzClass xyz) {
        return byPair.get(abc.name() + xyz.name());
    }

    /** All levels in normal form: {@code AX:98,AY:97} and so on. */
    String text() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(byPair).forEach((pair, level) -> text.append(text.isEmpty() ? "" : ",")
                .append(pair)
                .append(':')
                .append(Quantities.plain(level.percent())));
        return text.toString();
    }

    private static Optional<Said> said(String text) {
        int colon = text.indexOf(':');
        String classes = colon < 0 ? "" : text.substring(0, colon);
        return classes.matches("[ABC][XYZ]?")
                ? ServiceLevel.percent(text.substring(colon + 1)).map(percent -> new Said(classes, percent))
                : Optional.empty();
    }

    private static ServiceLevels proposal() {
        Map<String, ServiceLevel> levels = new TreeMap<>();
        PROPOSED.forEach((pair, percent) -> levels.put(pair, ServiceLevel.of(BigDecimal.valueOf(percent))));
        return new ServiceLevels(levels);
    }
}
