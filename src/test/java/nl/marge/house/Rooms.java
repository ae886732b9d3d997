package nl.marge.house;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The floor plan of architecture.md: each room and the rooms it may use. A sub-package belongs to its room. */
final class Rooms {

    private static final Map<String, List<String>> DIRECTLY_BELOW = Map.ofEntries(
            Map.entry("kernel", List.of()),
            Map.entry("platform", List.of("kernel")),
            Map.entry("company", List.of("platform")),
            Map.entry("dimension", List.of("company")),
            Map.entry("ledger", List.of("dimension")),
            Map.entry("intake", List.of("ledger")),
            Map.entry("cube", List.of("ledger")),
            Map.entry("allocation", List.of("cube")),
            Map.entry("profitability", List.of("cube", "allocation")),
            Map.entry("customervalue", List.of("cube", "allocation")),
            Map.entry("demo", List.of("profitability", "customervalue", "intake")));

    /** Which room alone writes a table. */
    static final Map<String, String> OWNER_OF_TABLE = Map.ofEntries(
            Map.entry("company", "company"),
            Map.entry("company_counter", "company"),
            Map.entry("company_history", "company"),
            Map.entry("reference_change", "company"),
            Map.entry("dimension", "dimension"),
            Map.entry("dimension_history", "dimension"),
            Map.entry("dimension_value", "dimension"),
            Map.entry("dimension_value_history", "dimension"),
            Map.entry("membership", "dimension"),
            Map.entry("dimension_set", "dimension"),
            Map.entry("dimension_set_counter", "dimension"),
            Map.entry("account", "ledger"),
            Map.entry("account_history", "ledger"),
            Map.entry("account_use", "ledger"),
            Map.entry("statement", "ledger"),
            Map.entry("exchange_rate", "ledger"),
            Map.entry("currency_setting", "ledger"),
            Map.entry("dimension_policy", "ledger"),
            Map.entry("combination_rule", "ledger"),
            Map.entry("posting_batch", "ledger"),
            Map.entry("journal_entry", "ledger"),
            Map.entry("ledger_line", "ledger"),
            Map.entry("packed_lines", "ledger"),
            Map.entry("provenance", "ledger"),
            Map.entry("period_status", "ledger"),
            Map.entry("source_setting", "ledger"),
            Map.entry("quarantined_entry", "ledger"),
            Map.entry("quarantine_step", "ledger"),
            Map.entry("default_rule", "ledger"),
            Map.entry("control_total", "ledger"),
            Map.entry("staged_batch", "ledger"),
            Map.entry("reclassification", "ledger"),
            Map.entry("reclassification_line", "ledger"),
            Map.entry("reclassification_step", "ledger"),
            Map.entry("reclassification_lock", "ledger"),
            Map.entry("left_out_value", "ledger"),
            Map.entry("line_move", "ledger"),
            Map.entry("job", "platform"),
            Map.entry("cost_pool", "allocation"),
            Map.entry("pool_capacity", "allocation"),
            Map.entry("driver", "allocation"),
            Map.entry("driver_quantity", "allocation"),
            Map.entry("allocation_cycle", "allocation"),
            Map.entry("allocation_run", "allocation"),
            Map.entry("allocation_run_step", "allocation"),
            Map.entry("allocation_trace", "allocation"),
            Map.entry("what_if", "allocation"),
            Map.entry("segmentation", "ledger"),
            Map.entry("clv_fit", "customervalue"),
            Map.entry("idempotency_key", "platform"));

    private Rooms() {}

    /** The room of a package: the name after {@code nl.marge}, or nothing for the house's own top package. */
    static String of(String packageName) {
        String[] names = packageName.split("\\.");
        return names.length > 2 ? names[2] : "";
    }

    static String ownerOfTable(String table) {
        return OWNER_OF_TABLE.getOrDefault(table, "nobody in Rooms");
    }

    static boolean areKnown(String room) {
        return DIRECTLY_BELOW.containsKey(room);
    }

    static boolean mayUse(String room, String other) {
        return room.equals(other) || below(room).contains(other);
    }

    private static Set<String> below(String room) {
        Set<String> below = new TreeSet<>();
        for (String next : DIRECTLY_BELOW.get(room)) {
            below.add(next);
            below.addAll(below(next));
        }
        return below;
    }
}
