package nl.marge.allocation.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.marge.allocation.driver.DriverQuantity;
import nl.marge.allocation.measure.SourceCell;
import nl.marge.allocation.setting.AllocationRule;
import nl.marge.kernel.Sha256;

/**
 * Fingerprints of what each rule of a run was calculated from, so that it can be told later what has changed since. The
 * same inputs have the same prints, whenever they are gathered.
 *
 * @param byRule rule code to its prints, in the order in which they run
 */
public record RunPrints(List<RulePrint> byRule) {

    public RunPrints {
        byRule = List.copyOf(byRule);
    }

    /**
     * The prints of one rule.
     *
     * @param rule of what the rule says
     * @param cells of the pool's cost, cell by cell
     * @param drivers driver code to that of its quantities
     * @param capacity of the pool's practical capacity; empty text where it has none
     */
    public record RulePrint(
            String code, String pool, String rule, String cells, SortedMap<String, String> drivers, String capacity) {
        public RulePrint {
            drivers = new TreeMap<>(drivers);
        }
    }

    /** The prints of what was gathered. */
    public static RunPrints of(Gathered gathered) {
        Map<String, String> driverPrints = new TreeMap<>();
        gathered.quantities().forEach((driver, quantities) -> driverPrints.put(driver, quantities(quantities)));
        List<RulePrint> prints = new ArrayList<>();
        for (AllocationRule rule : gathered.rules()) {
            SortedMap<String, String> drivers = new TreeMap<>();
            drivers(rule).forEach(driver -> drivers.put(driver, driverPrints.get(driver)));
            prints.add(new RulePrint(
                    rule.code(),
                    rule.pool(),
                    print(rule.toString()
                            + gathered.settings().pool(rule.pool()).orElseThrow()),
                    cells(gathered.cells(rule)),
                    drivers,
                    gathered.capacity(rule)
                            .map(capacity ->
                                    capacity.practical().stripTrailingZeros().toPlainString())
                            .orElse("")));
        }
        return new RunPrints(prints);
    }

    /** The drivers of a rule, each once. */
    public static List<String> drivers(AllocationRule rule) {
        return Stream.concat(
                        rule.driver().stream(),
                        rule.activities().stream()
                                .flatMap(activity -> activity.terms().stream())
                                .map(AllocationRule.Term::driver))
                .distinct()
                .toList();
    }

    /** One print of all: 64 hexadecimal digits. */
    public String fingerprint() {
        return print(byRule.toString());
    }

    /** Which pools have been overtaken by {@code now}, with the reasons, in order of the rules. */
    public List<Overtaken> overtakenBy(RunPrints now) {
        Map<String, RulePrint> byPool = new TreeMap<>();
        now.byRule.forEach(print -> byPool.put(print.pool(), print));
        List<Overtaken> overtaken = new ArrayList<>();
        for (RulePrint then : byRule) {
            RulePrint today = byPool.remove(then.pool());
            List<String> reasons = today == null ? List.of("RULE") : reasons(then, today);
            if (!reasons.isEmpty()) {
                overtaken.add(new Overtaken(then.pool(), reasons));
            }
        }
        byPool.keySet().forEach(added -> overtaken.add(new Overtaken(added, List.of("RULE"))));
        return overtaken;
    }

    private static List<String> reasons(RulePrint then, RulePrint now) {
        List<String> reasons = new ArrayList<>();
        if (!then.cells().equals(now.cells())) {
            reasons.add("LINES");
        }
        then.drivers().forEach((driver, print) -> {
            if (!print.equals(now.drivers().getOrDefault(driver, print))) {
                reasons.add("DRIVER:" + driver);
            }
        });
        if (!then.capacity().equals(now.capacity())) {
            reasons.add("CAPACITY");
        }
        if (!then.rule().equals(now.rule())) {
            reasons.add("RULE");
        }
        return reasons;
    }

    private static String quantities(List<DriverQuantity> quantities) {
        MessageDigest digest = Sha256.digest();
        for (DriverQuantity quantity : quantities) {
            String text = quantity.receiver().text() + "="
                    + quantity.quantity().stripTrailingZeros().toPlainString() + "\n";
            digest.update(text.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String cells(List<SourceCell> cells) {
        MessageDigest digest = Sha256.digest();
        for (SourceCell cell : cells) {
            String text = cell.accountId() + " " + cell.set().content() + " " + cell.membershipDay() + " "
                    + cell.amount() + "\n";
            digest.update(text.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String print(String text) {
        return HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A pool whose cost was calculated from what is no longer so: LINES, DRIVER:code, CAPACITY or RULE. */
    public record Overtaken(String pool, List<String> reasons) {
        public Overtaken {
            reasons = List.copyOf(reasons);
        }
    }
}
