package nl.marge.profitability;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * The books of a company over HTTP in which anything a report looks at changes at random: entries come late and are
 * reversed, customers change segment, regions move in their hierarchy, names, accounts and the statement change.
 */
final class ChangingBooks {

    private static final List<String> COST_LINES =
            List.of("DEDUCTIONS", "COGS", "LOGISTICS", "MARKETING", "OVERHEAD", "OTHER_RESULT");
    private static final List<String> LEAVES = List.of("NL", "DE", "US", "JP");
    private static final List<String> PARENTS = List.of("EU", "AMERICAS", "ASIA");
    private static final List<String> SEGMENTS = List.of("KEY", "MKB", "WEB");

    private final String path;
    private final Random random;
    private final List<String> entries = new ArrayList<>();
    private final TreeSet<String> memberships = new TreeSet<>();
    private final List<String> unused = new ArrayList<>();
    private int names;

    ChangingBooks(String code, long seed) {
        path = "/api/v1/companies/" + code;
        random = new Random(seed);
        put("", company());
        put("/accounts", """
                [{"code":"1300","name":"Debtors","type":"ASSET"},
                 {"code":"8000","name":"Sales","type":"REVENUE","statementLine":"GROSS_REVENUE"},
                 {"code":"8900","name":"Bonus","type":"EXPENSE","statementLine":"DEDUCTIONS"},
                 {"code":"7000","name":"Cost of goods","type":"EXPENSE","statementLine":"COGS"},
                 {"code":"4500","name":"Freight","type":"EXPENSE","statementLine":"LOGISTICS"}]""");
        put("/dimensions", "[{\"code\":\"CUSTOMER\"},{\"code\":\"SEGMENT\"},{\"code\":\"REGION\"}]");
        put("/dimensions/CUSTOMER/values", "[{\"code\":\"C1\"},{\"code\":\"C2\"},{\"code\":\"C3\"}]");
        put("/dimensions/SEGMENT/values", "[{\"code\":\"KEY\"},{\"code\":\"MKB\"},{\"code\":\"WEB\"}]");
        put("/dimensions/REGION/values", "[{\"code\":\"EU\"},{\"code\":\"AMERICAS\"},{\"code\":\"ASIA\"}]");
        LEAVES.forEach(leaf -> region(leaf, "EU"));
        put("/periods/2024-12?scenario=BUDGET", "{\"status\":\"OPEN\"}");
    }

    String path() {
        return path;
    }

    /** One change of any kind. */
    String change() {
        int kind = random.nextInt(16);
        switch (kind) {
            case 0, 1, 2, 3 -> post();
            case 4 -> reverse();
            case 5, 6 -> membership();
            case 7 -> endMembership();
            case 8 -> region(pick(LEAVES), pick(PARENTS));
            case 9 -> put("/dimensions/CUSTOMER/values/" + customer(), named(""));
            case 10 -> account();
            case 11 -> statement();
            case 12 -> put("", company());
            case 13 -> newDimensionOrValue();
            case 14 -> announce();
            default -> dropUnused();
        }
        return "change of kind " + kind;
    }

    void post() {
        String id = "E" + entries.size();
        String amount = random.nextInt(100_000) + "." + (10 + random.nextInt(90));
        String dimensions = "\"CUSTOMER\":\"" + customer() + "\""
                + (random.nextBoolean() ? ",\"REGION\":\"" + pick(LEAVES) + "\"" : "")
                + (random.nextInt(4) == 0 ? ",\"SEGMENT\":\"" + pick(SEGMENTS) + "\"" : "");
        String account = pick(List.of("8000", "8000", "8900", "7000", "4500"));
        String sign = account.equals("8000") ? "-" : "";
        String body = """
                {"externalId":"%s","kind":"COST","scenario":"%s","postingDate":"%s","lines":[
                {"account":"%s","amount":"%s%s","dimensions":{%s}}]}""".formatted(
                        id,
                        random.nextInt(4) == 0 ? "BUDGET" : "ACTUAL",
                        LocalDate.of(2025, 1, 1).plusDays(random.nextInt(540)),
                        account,
                        sign,
                        amount,
                        dimensions);
        Response posted = given().contentType(ContentType.JSON).body(body).post(path + "/journal-entries");
        require(posted, body);
        entries.add(posted.jsonPath().getString("id"));
    }

    private void reverse() {
        if (entries.isEmpty()) {
            post();
        } else {
            String of = path + "/journal-entries/" + entries.get(random.nextInt(entries.size())) + "/reversal";
            Response answer = given().contentType(ContentType.JSON)
                    .body("{\"reason\":\"wrong\"}")
                    .post(of);
            if (answer.statusCode() != 409) {
                require(answer, of);
            }
        }
    }

    void membership() {
        String from = random.nextInt(3) == 0
                ? "null"
                : "\"" + LocalDate.of(2025, 1, 1).plusDays(random.nextInt(540)) + "\"";
        String value = customer();
        memberships.add(value + (from.equals("null") ? "" : "&from=" + from.replace("\"", "")));
        put(
                "/dimensions/CUSTOMER/memberships/SEGMENT",
                "[{\"value\":\"" + value + "\",\"memberOf\":"
                        + (random.nextInt(5) == 0 ? "null" : quoted(pick(SEGMENTS))) + ",\"from\":" + from + "}]");
    }

    private void endMembership() {
        if (!memberships.isEmpty()) {
            String taken = memberships.pollFirst();
            delete("/dimensions/CUSTOMER/memberships/SEGMENT?value=" + taken);
        }
    }

    void region(String leaf, String parent) {
        put("/dimensions/REGION/values/" + leaf, named(",\"parent\":\"" + parent + "\""));
    }

    void account() {
        put(
                "/accounts/" + pick(List.of("8900", "7000", "4500")),
                named(",\"type\":\"EXPENSE\",\"statementLine\":\"" + pick(COST_LINES) + "\""));
    }

    /** The standard lines under other names, with or without a subtotal more. */
    void statement() {
        StringBuilder lines = new StringBuilder();
        lines.append(line("GROSS_REVENUE", "REVENUE"));
        COST_LINES.forEach(line -> lines.append(',').append(line(line, "COST")));
        if (random.nextBoolean()) {
            lines.append(",{\"code\":\"NET_REVENUE\",\"name\":\"").append(name());
            lines.append("\",\"kind\":\"SUBTOTAL\",\"plus\":[\"GROSS_REVENUE\"],\"minus\":[\"DEDUCTIONS\"]}");
        }
        lines.append(",{\"code\":\"CM1\",\"name\":\"").append(name());
        lines.append("\",\"kind\":\"SUBTOTAL\",\"plus\":[\"GROSS_REVENUE\"],\"minus\":[\"DEDUCTIONS\"");
        lines.append(random.nextBoolean() ? "]}" : ",\"COGS\"]}");
        lines.append(",{\"code\":\"RESULT\",\"name\":\"").append(name());
        lines.append("\",\"kind\":\"SUBTOTAL\",\"plus\":[\"GROSS_REVENUE\"],\"minus\":[\"")
                .append(String.join("\",\"", COST_LINES))
                .append("\"]}");
        put("/statement", "{\"lines\":[" + lines + "]}");
    }

    private String line(String code, String nature) {
        return "{\"code\":\"" + code + "\",\"name\":\"" + name() + "\",\"kind\":\"AMOUNT\",\"nature\":\"" + nature
                + "\"}";
    }

    private void newDimensionOrValue() {
        String code = "X" + ++names;
        String below = random.nextBoolean() ? "/dimensions/" + code : "/dimensions/CUSTOMER/values/" + code;
        put(below, named(""));
        unused.add(below);
    }

    private void dropUnused() {
        if (!unused.isEmpty()) {
            String dropped = unused.remove(random.nextInt(unused.size()));
            delete(dropped);
        }
    }

    /** What the source says it has sent of a month. */
    void announce() {
        int lines = 1 + random.nextInt(9);
        put(
                "/control-totals/API/2026-0" + (1 + random.nextInt(6)),
                "{\"entries\":" + lines + ",\"lines\":" + lines + ",\"debit\":\"" + ++names
                        + ".00\",\"credit\":\"0.00\"}");
    }

    private String company() {
        return named(
                ",\"currency\":\"EUR\",\"timeZone\":\"" + pick(List.of("Europe/Amsterdam", "Pacific/Auckland")) + "\"");
    }

    private String named(String more) {
        return "{\"name\":\"" + name() + "\"" + more + "}";
    }

    private String name() {
        return "Name " + ++names;
    }

    private String customer() {
        return pick(List.of("C1", "C2", "C3"));
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    void put(String below, String body) {
        require(given().contentType(ContentType.JSON).body(body).put(path + below), below + " " + body);
    }

    void delete(String below) {
        require(given().urlEncodingEnabled(false).delete(path + below), below);
    }

    private static void require(Response answer, String asked) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(asked + " was answered " + answer.asString());
        }
    }
}
