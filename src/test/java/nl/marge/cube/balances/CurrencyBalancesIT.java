package nl.marge.cube.balances;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nl.marge.ledger.HttpBooks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Balances by currency over a seeded ledger in four currencies, against the lines added up one by one. */
@QuarkusTest
class CurrencyBalancesIT {

    private static final long SEED = Long.getLong("seed", 311L);
    private static final Map<String, Integer> CURRENCIES = Map.of("EUR", 2, "USD", 2, "JPY", 0, "KWD", 3);
    private static final List<String> CODES =
            CURRENCIES.keySet().stream().sorted().toList();
    private static final String RANGE = "from=2026-03&to=2026-04";

    private HttpBooks books;

    @BeforeEach
    void openBooks() {
        books = HttpBooks.open();
    }

    @Test
    void tellsEachCurrencyAsItsLinesDoAndTheCompanysBesideIt() {
        postSeeded(120);
        Map<String, BigDecimal[]> expected = addedUp();

        JsonPath answer = balances("&by=account,CUSTOMER&currency=ALL");

        Map<String, BigDecimal[]> found = new TreeMap<>();
        for (Map<String, Object> row : answer.<Map<String, Object>>getList("rows")) {
            Map<String, String> key = cast(row.get("key"));
            Map<String, String> own = cast(row.get("inCurrency"));
            BigDecimal[] closing = {decimal(row.get("closing")), decimal(own.get("closing"))};
            found.put(key.get("account") + " " + key.get("CUSTOMER") + " " + own.get("currency"), closing);
        }
        assertEquals(expected.keySet(), found.keySet(), "seed " + SEED);
        expected.forEach((key, sums) -> assertEquals(List.of(sums), List.of(found.get(key)), key + " seed " + SEED));
    }

    @Test
    void sumsToZeroInEveryCurrencyAndAddsUpToTheBalancesWithoutCurrency() {
        postSeeded(120);

        JsonPath by = balances("&currency=ALL");

        assertEquals(CODES, by.getList("currencyTotals.inCurrency.currency"));
        for (String amount : by.<String>getList("currencyTotals.inCurrency.closing")) {
            assertEquals(0, new BigDecimal(amount).signum(), "seed " + SEED);
        }
        for (String amount : by.<String>getList("currencyTotals.closing")) {
            assertEquals(0, new BigDecimal(amount).signum(), "seed " + SEED);
        }
        JsonPath plain = balances("");
        assertEquals(plain.getMap("total"), by.getMap("total"));
        assertTrue(plain.getList("currencyTotals").isEmpty());
        assertEquals(perAccount(plain), perAccount(by));
        String csv = given().get(path("&currency=ALL&format=csv")).asString();
        assertEquals(by.getList("rows").size() + CODES.size() + 2, csv.lines().count());
    }

    @Test
    void tellsOneCurrencyAlone() {
        postSeeded(40);

        JsonPath yen = balances("&currency=JPY");

        assertEquals(List.of("JPY"), yen.getList("currencyTotals.inCurrency.currency"));
        assertTrue(yen.<String>getList("rows.inCurrency.closing").stream().noneMatch(text -> text.contains(".")));
        given().get(path("&currency=GBP")).then().statusCode(200);
        given().get(path("&currency=ALLES")).then().statusCode(400);
    }

    private void postSeeded(int entries) {
        books.put("/exchange-rates", """
                [{"from":"USD","to":"EUR","date":"2026-01-01","rate":"0.9171"},
                 {"from":"EUR","to":"JPY","date":"2026-01-01","rate":"162.37"},
                 {"from":"KWD","to":"EUR","date":"2026-01-01","rate":"2.98651"}]""");
        Random random = new Random(SEED);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < entries; i++) {
            lines.append(entry(i, random)).append('\n');
        }
        given().contentType("application/x-ndjson")
                .body(lines.toString().getBytes(StandardCharsets.UTF_8))
                .post(books.entries() + "/batch")
                .then()
                .statusCode(200);
    }

    private static String entry(int number, Random random) {
        String currency = CODES.get(random.nextInt(CODES.size()));
        int decimals = CURRENCIES.get(currency);
        StringBuilder lines = new StringBuilder();
        long rest = 0;
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            long amount = random.nextInt(2_000_000) - 1_000_000;
            rest -= amount;
            String customer = List.of("{}", "{\"CUSTOMER\":\"C1\"}", "{\"CUSTOMER\":\"C2\"}")
                    .get(random.nextInt(3));
            lines.append(line("8000", amount, decimals, customer)).append(',');
        }
        lines.append(line("1300", rest, decimals, "{}"));
        String month = random.nextBoolean() ? "2026-02" : "2026-03";
        return "{\"externalId\":\"E-%d\",\"postingDate\":\"%s-10\",\"currency\":\"%s\",\"lines\":[%s]}"
                .formatted(number, month, currency, lines);
    }

    private static String line(String account, long amount, int decimals, String dimensions) {
        return "{\"account\":\"%s\",\"amount\":\"%s\",\"dimensions\":%s}"
                .formatted(account, BigDecimal.valueOf(amount, decimals).toPlainString(), dimensions);
    }

    /** Of account, customer and currency: the lines in the company's currency and in their own. */
    private Map<String, BigDecimal[]> addedUp() {
        Map<String, BigDecimal[]> sums = new TreeMap<>();
        List<Map<String, Object>> items = given().get(books.path() + "/ledger-lines?afterNumber=0")
                .jsonPath()
                .getList("items");
        for (Map<String, Object> item : items) {
            Map<String, String> dimensions = cast(item.get("dimensions"));
            String key = item.get("account") + " " + dimensions.get("CUSTOMER") + " " + item.get("currency");
            BigDecimal[] more = {decimal(item.get("amount")), decimal(item.get("currencyAmount"))};
            sums.merge(key, more, (a, b) -> new BigDecimal[] {a[0].add(b[0]), a[1].add(b[1])});
        }
        return sums;
    }

    private static Map<String, BigDecimal> perAccount(JsonPath answer) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Map<String, Object> row : answer.<Map<String, Object>>getList("rows")) {
            Map<String, String> key = cast(row.get("key"));
            sums.merge(key.get("account"), decimal(row.get("closing")), BigDecimal::add);
        }
        return sums;
    }

    private static BigDecimal decimal(Object text) {
        return new BigDecimal((String) text);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> cast(Object map) {
        return (Map<String, String>) map;
    }

    private JsonPath balances(String more) {
        return given().get(path(more)).jsonPath();
    }

    private String path(String more) {
        return books.path() + "/balances?" + RANGE + more;
    }
}
