package nl.marge.ledger.setting.defaults;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionValue;
import nl.marge.dimension.Timeline;

/** The dimensions that the cases of default rules stand on, and lines and rules as their pages write them. */
final class DefaultBooks {

    private static final List<String> DIMENSIONS = List.of("CUSTOMER", "CHANNEL", "REGION", "COST_CENTER", "SEGMENT");
    private static final String[] VALUES = {
        "CUSTOMER C1", "CUSTOMER C2", "CUSTOMER C9", "CUSTOMER CHAIN", "CUSTOMER SHOP1 CHAIN", "CUSTOMER SHOP2 CHAIN",
        "CUSTOMER TILL SHOP2", "CHANNEL WEB", "CHANNEL PHONE", "REGION EU", "REGION NL EU", "REGION DE EU",
        "COST_CENTER SALES", "COST_CENTER IT", "SEGMENT KEY", "SEGMENT MKB", "SEGMENT RETAIL"
    };
    static final Map<String, String> TYPE_BY_ACCOUNT =
            Map.of("1300", "ASSET", "4711", "EXPENSE", "6100", "EXPENSE", "8000", "REVENUE");

    private DefaultBooks() {}

    static DimensionReference dimensions() {
        Map<String, DimensionValue> byCode = new HashMap<>();
        for (String text : VALUES) {
            String[] words = text.split(" ");
            int parent = words.length < 3 ? 0 : byCode.get(words[2]).id();
            byCode.put(
                    words[1],
                    new DimensionValue(
                            byCode.size() + 1,
                            DIMENSIONS.indexOf(words[0]) + 1,
                            words[1],
                            words[1],
                            parent,
                            LocalDate.MIN,
                            LocalDate.MAX,
                            false,
                            Optional.empty(),
                            words[1].equals("C1") ? Map.of("country", "NL") : Map.of(),
                            1));
        }
        int day = (int) LocalDate.parse("2026-02-01").toEpochDay();
        int key = byCode.get("KEY").id();
        Timeline sinceFebruary = Timeline.of(new int[] {Integer.MIN_VALUE, day}, new int[] {Timeline.NONE, key});
        int segment = DIMENSIONS.indexOf("SEGMENT") + 1;
        return new DimensionReference(
                DIMENSIONS.stream()
                        .map(code -> new Dimension(DIMENSIONS.indexOf(code) + 1, code, code, false, 1))
                        .toList(),
                byCode.values(),
                Map.of(segment, 1),
                Map.of(segment, Map.of(byCode.get("C9").id(), sinceFebruary)));
    }
}
