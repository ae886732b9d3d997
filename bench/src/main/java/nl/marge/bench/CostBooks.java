package nl.marge.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The company whose cost is allocated, put into the service over HTTP: what stays, then month by month the rest. */
final class CostBooks {

    static final String COMPANY = "/companies/ALLOC";
    static final String CYCLE = "MONTH";

    /** Customers in one entry of revenue. */
    private static final int ENTRY_CUSTOMERS = 500;

    private final AllocationSize size;
    private final CostWorkload workload;
    private final MargeService service;
    private final Path folder;

    CostBooks(AllocationSize size, MargeService service, Path folder) {
        this.size = size;
        this.service = service;
        this.folder = folder;
        workload = new CostWorkload(size);
    }

    /** Puts the company, its accounts and dimensions, and what governs its allocation. */
    void open() throws Exception {
        put("", "{\"name\":\"Bench\",\"currency\":\"EUR\",\"fiscalYearStartMonth\":1,\"timeZone\":\"UTC\"}");
        put("/accounts", """
                [{"code":"1000","name":"Bank","type":"ASSET"},
                 {"code":"8000","name":"Sales","type":"REVENUE","statementLine":"GROSS_REVENUE"}]""");
        put("/accounts", array(size.pools(), CostBooks::account));
        putDimension("CUSTOMER", "C", size.customers());
        putDimension("SEGMENT", "S", size.segments());
        putDimension("COST_CENTER", "K", size.pools());
        put("/dimensions/CUSTOMER/memberships/SEGMENT", array(size.customers(), this::membership));
        for (int pool = 0; pool < size.pools(); pool++) {
            put(
                    "/cost-pools/P" + pool,
                    "{\"name\":\"Pool " + pool + "\",\"accounts\":[\"" + CostWorkload.account(pool)
                            + "\"],\"filter\":\"COST_CENTER:K" + pool + "\"}");
        }
        for (int driver = 0; driver < size.drivers(); driver++) {
            put("/drivers/D" + driver, driver(driver));
        }
        put(
                "/allocation-cycles/" + CYCLE,
                "{\"name\":\"Month\",\"versions\":[{\"from\":\"" + CostWorkload.month(0) + "\",\"rules\":"
                        + array(size.pools(), this::rule) + "}]}");
    }

    /** Posts the revenue and the cost of a round's month, and uploads its quantities. */
    void openMonth(int round) throws Exception {
        Path file = folder.resolve("month.ndjson");
        Files.writeString(file, revenue(round) + cost(round));
        String answer = service.postNdjson(COMPANY + "/journal-entries/batch", file);
        if (!answer.contains("\"rejected\":0")) {
            throw new IllegalStateException("Not all entries were posted: " + answer);
        }
        for (int driver = 1; driver < size.drivers(); driver++) {
            StringBuilder table = new StringBuilder("period,CUSTOMER,quantity\r\n");
            int[] quantities = workload.quantities(round, driver);
            for (int customer = 0; customer < quantities.length; customer++) {
                table.append(CostWorkload.month(round))
                        .append(",C")
                        .append(customer)
                        .append(',');
                table.append(quantities[customer]).append("\r\n");
            }
            service.putCsv(COMPANY + "/drivers/D" + driver + "/quantities", table.toString());
        }
    }

    private void put(String below, String json) throws Exception {
        service.put(COMPANY + below, json);
    }

    private void putDimension(String code, String prefix, int values) throws Exception {
        put("/dimensions/" + code, "{\"name\":\"" + code + "\"}");
        put(
                "/dimensions/" + code + "/values",
                array(
                        values,
                        value -> "{\"code\":\"" + prefix + value + "\",\"name\":\"" + code + " " + value + "\"}"));
    }

    private static String account(int pool) {
        return "{\"code\":\"" + CostWorkload.account(pool) + "\",\"name\":\"Cost " + pool
                + "\",\"type\":\"EXPENSE\",\"statementLine\":\"" + CostWorkload.statementLine(pool) + "\"}";
    }

    private String membership(int customer) {
        return "{\"value\":\"C" + customer + "\",\"memberOf\":\"S" + workload.segment(customer) + "\",\"from\":null}";
    }

    private static String driver(int driver) {
        String source = driver == 0
                ? "\"source\":\"LEDGER\",\"measure\":\"QUANTITY\",\"accounts\":[\"8000\"]"
                : "\"source\":\"UPLOADED\"";
        return "{\"name\":\"Driver " + driver + "\",\"unit\":\"PIECE\"," + source + ",\"receivers\":[\"CUSTOMER\"]}";
    }

    private String rule(int pool) {
        return "{\"code\":\"R" + pool + "\",\"order\":" + (10 + pool) + ",\"pool\":\"P" + pool
                + "\",\"method\":\"DIRECT\",\"driver\":\"D" + workload.driver(pool) + "\"}";
    }

    /** Every customer's revenue, with the quantity that the first driver measures. */
    private String revenue(int round) {
        long[] cents = workload.revenueCents(round);
        int[] quantities = workload.quantities(round, 0);
        StringBuilder json = new StringBuilder();
        for (int first = 0; first < cents.length; first += ENTRY_CUSTOMERS) {
            long sum = 0;
            begin(json, "revenue-" + first, round);
            for (int customer = first; customer < Math.min(cents.length, first + ENTRY_CUSTOMERS); customer++) {
                json.append("{\"account\":\"8000\",\"credit\":\"").append(Workload.amount(cents[customer]));
                json.append("\",\"quantity\":\"").append(quantities[customer]);
                json.append("\",\"dimensions\":{\"CUSTOMER\":\"C")
                        .append(customer)
                        .append("\"}},");
                sum += cents[customer];
            }
            json.append("{\"account\":\"1000\",\"amount\":\"")
                    .append(Workload.amount(sum))
                    .append("\"}]}\n");
        }
        return json.toString();
    }

    private String cost(int round) {
        long[] cents = workload.cents(round);
        StringBuilder json = new StringBuilder();
        begin(json, "cost", round);
        for (int pool = 0; pool < cents.length; pool++) {
            json.append("{\"account\":\"").append(CostWorkload.account(pool)).append("\",\"amount\":\"");
            json.append(Workload.amount(cents[pool])).append("\",\"dimensions\":{\"COST_CENTER\":\"K");
            json.append(pool).append("\"}},");
        }
        String total = Workload.amount(workload.totalCents(round));
        return json.append("{\"account\":\"1000\",\"credit\":\"" + total + "\"}]}\n")
                .toString();
    }

    private static void begin(StringBuilder json, String name, int round) {
        String month = CostWorkload.month(round).toString();
        json.append("{\"externalId\":\"").append(name).append('-').append(month).append("\",\"postingDate\":\"");
        json.append(month).append("-15\",\"lines\":[");
    }

    private static String array(int count, IntFunction<String> item) {
        return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining(",", "[", "]"));
    }
}
