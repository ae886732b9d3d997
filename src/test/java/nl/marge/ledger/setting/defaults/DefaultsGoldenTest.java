package nl.marge.ledger.setting.defaults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.marge.dimension.DimensionReference;
import nl.marge.ledger.setting.defaults.DefaultResolution.Filled;
import nl.marge.ledger.setting.defaults.DefaultRules.Said;
import org.junit.jupiter.api.Test;

/**
 * Rules R7 to R12 as a page an accountant can check. {@code -Dgolden.accept=true} writes what Marge says now; the
 * change is then reviewed as a diff.
 */
class DefaultsGoldenTest {

    private static final Path PAGE = Path.of("src/test/resources/nl/marge/ledger/setting/defaults/defaults.md");

    private final DimensionReference dimensions = DefaultBooks.dimensions();

    @Test
    void fillsBlanksAsThePageSays() throws IOException {
        String golden = Files.readString(PAGE);

        String said = answered(golden, false);

        if (System.getProperty("golden.accept", "").equals("true")) {
            Files.writeString(PAGE, said);
        }
        assertEquals(golden, said);
        assertEquals(golden, answered(golden, true), "with the rules in the opposite order");
    }

    private String answered(String golden, boolean reversed) {
        StringBuilder page = new StringBuilder();
        List<DefaultRule> rules = new ArrayList<>();
        for (String line : golden.split("\n", -1)) {
            List<String> cells = cells(line);
            if (line.startsWith("## ")) {
                rules.clear();
            }
            if (cells.size() == 8 && !isHead(cells)) {
                rules.add(rule(cells));
            }
            page.append(cells.size() == 6 && !isHead(cells) ? row(cells, rules, reversed) : line)
                    .append('\n');
        }
        return page.substring(0, page.length() - 1);
    }

    private static List<String> cells(String line) {
        if (!line.startsWith("|")) {
            return List.of();
        }
        List<String> cells = new ArrayList<>();
        for (String cell : line.substring(1, line.length() - 1).split("\\|", -1)) {
            cells.add(cell.strip());
        }
        return cells;
    }

    private static boolean isHead(List<String> cells) {
        return List.of("rule", "account", "-").contains(cells.get(0));
    }

    private static DefaultRule rule(List<String> cells) {
        String[] gives = cells.get(1).split(" ");
        Optional<String> record = Optional.of(cells.get(4)).filter(text -> !text.isEmpty());
        RuleSource source = RuleSource.of(cells.get(3), record);
        List<RuleCondition> conditions = new ArrayList<>();
        for (String condition : cells.get(5).split("; ")) {
            if (!condition.isEmpty()) {
                conditions.add(condition(condition));
            }
        }
        return new DefaultRule(
                cells.get(0),
                gives[0],
                gives.length > 1 ? Optional.of(gives[1]) : Optional.empty(),
                Integer.parseInt(cells.get(2)),
                source,
                conditions,
                cells.get(6).isEmpty() ? LocalDate.MIN : LocalDate.parse(cells.get(6)),
                cells.get(7).isEmpty() ? LocalDate.MAX : LocalDate.parse(cells.get(7)),
                1);
    }

    private static RuleCondition condition(String text) {
        String[] sides = text.split("=");
        if (sides[0].equals("account")) {
            return new RuleCondition.OfAccount(AccountPattern.read(sides[1]).orElseThrow());
        }
        int dot = sides[0].indexOf('.');
        if (dot > 0) {
            return new RuleCondition.OfAttribute(sides[0].substring(0, dot), sides[0].substring(dot + 1), sides[1]);
        }
        boolean andBelow = sides[1].endsWith("*");
        return new RuleCondition.OfValue(
                sides[0], andBelow ? sides[1].substring(0, sides[1].length() - 1) : sides[1], andBelow);
    }

    private String row(List<String> cells, List<DefaultRule> rules, boolean reversed) {
        Map<String, String> values = new TreeMap<>();
        Map<String, String> reasons = new TreeMap<>();
        int[] given = new int[dimensions.dimensionIdLimit()];
        give(cells.get(3), "header", given, values, reasons);
        give(cells.get(2), "line", given, values, reasons);
        LocalDate date = LocalDate.parse(cells.get(1));
        RuledLine line = new RuledLine(cells.get(0), DefaultBooks.TYPE_BY_ACCOUNT.get(cells.get(0)), date, date, given);
        List<DefaultRule> ordered = new ArrayList<>(rules);
        if (reversed) {
            Collections.reverse(ordered);
        }
        DefaultRules said = new DefaultRules(
                ordered.stream().map(rule -> new Said(rule, false)).toList());
        for (Filled filled : said.under(dimensions).fill(line)) {
            String dimension = dimensions.dimension(filled.dimensionId()).code();
            values.put(dimension, dimensions.value(filled.valueId()).code());
            reasons.put(dimension, filled.rule().code());
        }
        List<String> result = new ArrayList<>();
        values.forEach((dimension, value) -> result.add(dimension + " " + value));
        List<String> because = new ArrayList<>();
        reasons.forEach((dimension, reason) -> because.add(dimension + ": " + reason));
        return ("| " + String.join(" | ", cells.subList(0, 4)) + " | " + String.join(", ", result) + " | "
                        + String.join(", ", because) + " |")
                .replace("  ", " ");
    }

    private void give(String text, String by, int[] given, Map<String, String> values, Map<String, String> reasons) {
        for (String pair : text.split(", ")) {
            if (!pair.isEmpty()) {
                String[] words = pair.split(" ");
                int dimensionId = dimensions.dimension(words[0]).orElseThrow().id();
                given[dimensionId] =
                        dimensions.value(dimensionId, words[1]).orElseThrow().id();
                values.put(words[0], words[1]);
                reasons.put(words[0], by);
            }
        }
    }
}
