package nl.marge.allocation.run;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Random months of a company: cost on four accounts, each a pool; quantities of two drivers, of segments and of pools; and
 * for each month a version of one cycle with random rules of all methods. The same seed gives the same months.
 */
final class SeededMonths {

    static final YearMonth FIRST = YearMonth.of(2001, 1);
    private static final List<String> POOLS = List.of("P0", "P1", "P2", "P3");
    private static final List<String> SEGMENTS = List.of("KEY", "MKB");

    private final Random random;
    private final int months;
    private final List<String> entries = new ArrayList<>();
    private final List<String> useQuantities = new ArrayList<>();
    private final List<String> timeQuantities = new ArrayList<>();
    private final List<String> capacities = new ArrayList<>();
    private final List<String> versions = new ArrayList<>();

    SeededMonths(long seed, int months) {
        this.random = new Random(seed);
        this.months = months;
        for (int month = 0; month < months; month++) {
            add(FIRST.plusMonths(month));
        }
    }

    static String account(String pool) {
        return "46" + pool.charAt(1) + "0";
    }

    List<YearMonth> months() {
        return java.util.stream.IntStream.range(0, months)
                .mapToObj(FIRST::plusMonths)
                .toList();
    }

    String entries() {
        return "{\"entries\":[" + String.join(",", entries) + "]}";
    }

    String useQuantities() {
        return "[" + String.join(",", useQuantities) + "]";
    }

    String timeQuantities() {
        return "[" + String.join(",", timeQuantities) + "]";
    }

    String capacities() {
        return "[" + String.join(",", capacities) + "]";
    }

    String cycle() {
        return "{\"name\":\"Seeded\",\"versions\":[" + String.join(",", versions) + "]}";
    }

    private void add(YearMonth month) {
        String lines = POOLS.stream().flatMap(pool -> cost(pool).stream()).collect(Collectors.joining(","));
        entries.add("{\"externalId\":\"COST-" + month + "\",\"kind\":\"COST\",\"postingDate\":\"" + month.atDay(11)
                + "\",\"lines\":[" + lines + "]}");
        for (String segment : SEGMENTS) {
            useQuantities.add(quantity(month, "SEGMENT", segment, 1 + random.nextInt(50)));
            timeQuantities.add(quantity(month, "SEGMENT", segment, random.nextInt(50)));
        }
        POOLS.forEach(pool -> useQuantities.add(quantity(month, "pool", pool, random.nextInt(20))));
        capacities.add("{\"period\":\"" + month + "\",\"practical\":\"" + (1 + random.nextInt(400)) + "\"}");
        versions.add("{\"from\":\"" + month + "\",\"rules\":[" + String.join(",", rules()) + "]}");
    }

    /** One or two lines, now and then with a channel, now and then a refund. */
    private List<String> cost(String pool) {
        List<String> lines = new ArrayList<>();
        for (int i = random.nextInt(2); i < 2; i++) {
            BigDecimal amount = BigDecimal.valueOf(random.nextInt(2_000_000) - 100_000L, 2);
            String channel = random.nextBoolean() ? "" : ",\"dimensions\":{\"CHANNEL\":\"WEB\"}";
            lines.add("{\"account\":\"" + account(pool) + "\",\"amount\":\"" + amount + "\"" + channel + "}");
        }
        return lines;
    }

    private static String quantity(YearMonth month, String member, String code, int quantity) {
        return "{\"period\":\"" + month + "\",\"receiver\":{\"" + member + "\":\"" + code + "\"},\"quantity\":\""
                + quantity + "\"}";
    }

    private List<String> rules() {
        List<String> rules = new ArrayList<>();
        rules.add(timeDriven("P0", 10));
        rules.add(random.nextBoolean() ? weighted("P1", 20, "STEP_DOWN") : weighted("P1", 20, "DIRECT"));
        if (random.nextBoolean()) {
            rules.add(weighted("P2", 30, "RECIPROCAL"));
            rules.add(weighted("P3", 40, "RECIPROCAL"));
        } else {
            rules.add(weighted("P2", 30, "STEP_DOWN"));
            rules.add(fixed("P3", 40));
        }
        return rules;
    }

    private String weighted(String pool, int order, String method) {
        return head(pool, order, method) + ",\"driver\":\"USE\""
                + (method.equals("RECIPROCAL") ? ",\"group\":\"G\"" : "") + tail();
    }

    private String fixed(String pool, int order) {
        return head(pool, order, "FIXED") + ",\"weights\":[{\"receiver\":{\"SEGMENT\":\"KEY\"},\"weight\":\""
                + (1 + random.nextInt(9)) + "\"},{\"receiver\":{\"SEGMENT\":\"MKB\"},\"weight\":\"" + random.nextInt(9)
                + "\"}]" + tail();
    }

    private String timeDriven(String pool, int order) {
        return head(pool, order, "TIME_DRIVEN")
                + ",\"activities\":[{\"code\":\"A\",\"terms\":[{\"driver\":\"TIME\",\"minutes\":\""
                + (1 + random.nextInt(9)) + "\"}]}]" + tail();
    }

    private static String head(String pool, int order, String method) {
        return "{\"code\":\"R" + pool + "\",\"order\":" + order + ",\"pool\":\"" + pool + "\",\"method\":\"" + method
                + "\"";
    }

    /** Now and then the cost arrives on another account, or keeps the channel. */
    private String tail() {
        return (random.nextInt(4) == 0 ? ",\"account\":\"4690\"" : "")
                + (random.nextInt(3) == 0 ? ",\"keep\":[\"CHANNEL\"]" : "") + "}";
    }
}
