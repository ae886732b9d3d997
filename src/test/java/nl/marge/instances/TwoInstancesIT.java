package nl.marge.instances;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.marge.platform.Database;
import nl.marge.platform.mariadb.OwnDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * Two instances of the service, packaged and each in a process of its own, over one database: what is said on one holds
 * on the other from the moment it is answered, whatever else goes on.
 */
class TwoInstancesIT {

    private static final long SEED = 20261123;
    private static final int WRITERS_EACH = 2;
    private static final List<String> CLOSED = List.of("2026-01", "2026-02", "2026-03");
    private static final String REPORT = "/profit-and-loss?from=2026-01&to=2026-12&by=SEGMENT,CUSTOMER&columns=MONTH";

    private static PackagedService one;
    private static PackagedService other;
    private static Database database;

    @BeforeAll
    static void startBoth() throws Exception {
        Map<String, String> settings = OwnDatabase.in(Path.of("target/instances-data"));
        MariaDbDataSource dataSource = new MariaDbDataSource(settings.get("quarkus.datasource.jdbc.url"));
        dataSource.setUser(settings.get("quarkus.datasource.username"));
        dataSource.setPassword(settings.get("quarkus.datasource.password"));
        database = new Database(dataSource);
        Map<String, String> shared = new HashMap<>();
        settings.forEach(
                (name, value) -> shared.put(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value));
        var jar = PackagedService.jar();
        one = PackagedService.start(jar, "one", shared);
        other = PackagedService.start(jar, "other", shared);
    }

    @AfterAll
    static void stopBoth() {
        if (other != null) {
            other.close();
        }
        if (one != null) {
            one.close();
        }
    }

    @Test
    void whatOneClosesTheOtherRefusesAtOnce() throws Exception {
        String books = open("TWO-STALE");

        for (int i = 0; i < 15; i++) {
            expect(2, one.put(books + "/periods/2026-03", "{\"status\":\"CLOSED\"}"));
            expect("period_closed", post(other, books, entry("P" + i, "ERP", "2026-03-31", 2)));
            expect(2, other.put(books + "/periods/2026-03", "{\"status\":\"OPEN\"}"));
            expect(201, post(one, books, entry("P" + i, "ERP", "2026-03-31", 2)));

            expect(2, other.put(books + "/accounts/7000", account("7000", true)));
            expect("account_blocked", post(one, books, entry("A" + i, "ERP", "2026-03-31", 2)));
            expect(2, one.put(books + "/accounts/7000", account("7000", false)));
            expect(201, post(other, books, entry("A" + i, "ERP", "2026-03-31", 2)));

            expect(2, one.put(books + "/sources/ERP", "{\"lateLines\":\"REDIRECT\"}"));
            expect(2, one.put(books + "/periods/2026-02", "{\"status\":\"SOFT_CLOSED\"}"));
            HttpResponse<String> late = post(other, books, entry("L" + i, "ERP", "2026-02-28", 2));
            assertEquals("2026-03-01", JsonPath.from(late.body()).getString("postingDate"), late.body());
            expect(2, other.put(books + "/sources/ERP", "{}"));
            expect("period_soft_closed", post(one, books, entry("M" + i, "ERP", "2026-02-28", 2)));

            String segment = i % 2 == 0 ? "KEY" : "MKB";
            expect(2, one.put(books + "/dimensions/CUSTOMER/memberships/SEGMENT", member("C1", segment)));
            JsonPath lines = JsonPath.from(
                    other.get(books + "/profit-and-loss?from=2026-01&to=2026-12&by=SEGMENT&filter=SEGMENT:" + segment)
                            .body());
            assertEquals(segment, lines.getString("rows[0].key.SEGMENT"));
        }
        assertLedgerIsWhole("TWO-STALE");
        assertReportsTie(books);
    }

    @Test
    void oneOfTwoInstancesPostsAnEntryThatBothAreSent() throws Exception {
        String books = open("TWO-RIVALS");
        ExecutorService threads = Executors.newFixedThreadPool(2);

        for (int i = 0; i < 40; i++) {
            String entry = entry("R" + i, "ERP", "2026-03-31", 1);
            Future<HttpResponse<String>> here = threads.submit(() -> post(one, books, entry));
            Future<HttpResponse<String>> there = threads.submit(() -> post(other, books, entry));

            assertEquals(401, here.get().statusCode() + there.get().statusCode(), "one 201, one 200");
            assertEquals(
                    JsonPath.from(here.get().body()).getLong("number"),
                    JsonPath.from(there.get().body()).getLong("number"));
        }
        threads.shutdown();
        assertLedgerIsWhole("TWO-RIVALS");
    }

    @Test
    void keyedRequestThatBothAreSentIsSetAsideOnce() throws Exception {
        String books = open("TWO-ASIDE");
        expect(201, one.put(books + "/sources/FEED", "{\"mode\":\"QUARANTINE\"}"));
        ExecutorService threads = Executors.newFixedThreadPool(2);

        for (int i = 0; i < 20; i++) {
            String entry = entry("Q" + i, "FEED", "2026-03-31", 1).replace("7000", "4711");
            String key = "key-" + i;
            Future<HttpResponse<String>> here = threads.submit(() -> one.post(books + "/journal-entries", entry, key));
            Future<HttpResponse<String>> there =
                    threads.submit(() -> other.post(books + "/journal-entries", entry, key));

            expect(202, here.get());
            assertEquals(here.get().body(), there.get().body());
        }
        threads.shutdown();
        List<String> held =
                JsonPath.from(other.get(books + "/quarantine").body()).getList("items.externalId");
        assertEquals(20, held.size());
    }

    @Test
    void closingWaitsForPostingsUnderWayAndNothingSlipsInAfterIt() throws Exception {
        String books = open("TWO-CLOSING");
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService threads = Executors.newCachedThreadPool();
        List<Future<List<String>>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS_EACH; i++) {
            writers.add(threads.submit(new Writer(one, books, "ONE" + i, done)));
            writers.add(threads.submit(new Writer(other, books, "OTHER" + i, done)));
        }
        Future<Integer> reports = threads.submit(() -> readWhile(done, books));
        Future<Integer> changes = threads.submit(() -> changeWhile(done, books));

        List<String> closedReports = new ArrayList<>();
        for (String period : CLOSED) {
            Thread.sleep(1_500);
            expect(201, one.put(books + "/periods/" + period, "{\"status\":\"CLOSED\"}"));
            closedReports.add(linesOf(other, books, period));
        }
        Thread.sleep(1_500);
        done.set(true);
        List<String> posted = new ArrayList<>();
        for (Future<List<String>> writer : writers) {
            posted.addAll(writer.get());
        }
        threads.shutdown();

        assertTrue(reports.get() > 0 && changes.get() > 0, "reports and changes went on meanwhile");
        assertLedgerIsWhole("TWO-CLOSING");
        assertEquals(posted.size(), entriesOf("TWO-CLOSING"), "every acknowledged entry is there once, and no other");
        for (int i = 0; i < CLOSED.size(); i++) {
            assertEquals(0, postedInto(CLOSED.get(i), closedAfter(CLOSED.get(i)), "TWO-CLOSING"), CLOSED.get(i));
            assertEquals(closedReports.get(i), linesOf(one, books, CLOSED.get(i)), "a closed period never changes");
        }
        assertReportsTie(books);
    }

    /** Posts until told to stop, single entries and batches; tells what was acknowledged. */
    private record Writer(PackagedService service, String books, String name, AtomicBoolean done)
            implements Callable<List<String>> {
        @Override
        public List<String> call() throws Exception {
            Random random = new Random(SEED + name.hashCode());
            List<String> posted = new ArrayList<>();
            for (int i = 0; !done.get(); i++) {
                String id = name + "-" + i;
                String source = random.nextInt(4) == 0 ? "LATE" : "ERP";
                if (random.nextInt(3) > 0) {
                    HttpResponse<String> answer =
                            post(service, books, entry(id, source, date(random), random.nextInt(9)));
                    if (answer.statusCode() == 201) {
                        posted.add(id);
                    } else {
                        assertEquals(422, answer.statusCode(), answer.body());
                    }
                } else {
                    posted.addAll(batch(id, source, random));
                }
            }
            return posted;
        }

        private List<String> batch(String id, String source, Random random) throws Exception {
            StringBuilder lines = new StringBuilder();
            for (int line = 0; line < 20; line++) {
                lines.append(entry(id + "-" + line, source, date(random), line)).append('\n');
            }
            HttpResponse<String> answer =
                    service.postLines(books + "/journal-entries/batch?atomic=false", lines.toString());
            assertTrue(answer.statusCode() == 200 || answer.statusCode() == 207, answer.body());
            JsonPath result = JsonPath.from(answer.body());
            assertEquals(20, result.getInt("posted") + result.getInt("rejected"), answer.body());
            List<Integer> rejected = result.getList("problems.index");
            List<String> posted = new ArrayList<>();
            for (int line = 0; line < 20; line++) {
                if (!rejected.contains(line)) {
                    posted.add(id + "-" + line);
                }
            }
            return posted;
        }

        private static String date(Random random) {
            return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(180)).toString();
        }
    }

    /** Reports on both instances reconcile at every moment. */
    private static int readWhile(AtomicBoolean done, String books) throws Exception {
        int read = 0;
        while (!done.get()) {
            for (PackagedService service : List.of(one, other)) {
                JsonPath report = JsonPath.from(service.get(books + REPORT).body());
                assertEquals("0.00", report.getString("reconciliation.difference"));
                read++;
            }
        }
        return read;
    }

    /** Reference data goes on changing: an account is blocked and opened, a customer moves. */
    private static int changeWhile(AtomicBoolean done, String books) throws Exception {
        int changed = 0;
        while (!done.get()) {
            expect(2, other.put(books + "/accounts/7100", account("7100", changed % 2 == 0)));
            expect(
                    2,
                    one.put(
                            books + "/dimensions/CUSTOMER/memberships/SEGMENT",
                            member("C2", changed % 2 == 0 ? "KEY" : "MKB")));
            changed++;
            Thread.sleep(100);
        }
        return changed;
    }

    private static String open(String company) throws Exception {
        String books = "/api/v1/companies/" + company;
        expect(201, one.put(books, "{\"name\":\"Two\",\"currency\":\"EUR\"}"));
        expect(200, other.put(books + "/accounts", """
                [{"code":"7000","type":"EXPENSE","statementLine":"COGS"},
                 {"code":"7100","type":"EXPENSE","statementLine":"LOGISTICS"},
                 {"code":"8000","type":"REVENUE","statementLine":"GROSS_REVENUE"}]"""));
        expect(201, one.put(books + "/dimensions/CUSTOMER", "{}"));
        expect(201, other.put(books + "/dimensions/SEGMENT", "{}"));
        expect(200, one.put(books + "/dimensions/CUSTOMER/values", "[{\"code\":\"C1\"},{\"code\":\"C2\"}]"));
        expect(200, other.put(books + "/dimensions/SEGMENT/values", "[{\"code\":\"KEY\"},{\"code\":\"MKB\"}]"));
        expect(201, one.put(books + "/sources/LATE", "{\"lateLines\":\"REDIRECT\"}"));
        return books;
    }

    private static String entry(String externalId, String source, String date, int kind) {
        String account = List.of("7000", "7100", "8000").get(kind % 3);
        String customer = List.of("C1", "C2").get(kind % 2);
        return ("{\"externalId\":\"%s\",\"source\":\"%s\",\"kind\":\"COST\",\"postingDate\":\"%s\",\"lines\":["
                        + "{\"account\":\"7000\",\"amount\":\"1.05\"},{\"account\":\"%s\",\"amount\":\"%d.10\","
                        + "\"dimensions\":{\"CUSTOMER\":\"%s\"}}]}")
                .formatted(externalId, source, date, account, kind, customer);
    }

    private static String account(String code, boolean blocked) {
        return "{\"type\":\"EXPENSE\",\"statementLine\":\"COGS\",\"blocked\":" + blocked + ",\"code\":\"" + code
                + "\"}";
    }

    private static String member(String customer, String segment) {
        return "[{\"value\":\"" + customer + "\",\"memberOf\":\"" + segment + "\",\"from\":\"2026-01-01\"}]";
    }

    private static HttpResponse<String> post(PackagedService service, String books, String entry) throws Exception {
        return service.post(books + "/journal-entries", entry);
    }

    /** A status, or just its hundred. */
    private static void expect(int status, HttpResponse<String> answer) {
        int found = status < 10 ? answer.statusCode() / 100 : answer.statusCode();
        assertEquals(status, found, answer.uri() + " " + answer.body());
    }

    private static void expect(String violation, HttpResponse<String> answer) {
        expect(422, answer);
        assertEquals(violation, JsonPath.from(answer.body()).getString("violations[0].code"));
    }

    /** The report of one period without what says how new it is. */
    private static String linesOf(PackagedService service, String books, String period) throws Exception {
        String report = service.get(books + "/profit-and-loss?from=" + period + "&to=" + period)
                .body();
        return report.replaceAll("\"watermark\":\"[^\"]*\"", "").replaceAll("\"drill\":\"[^\"]*\"", "");
    }

    private void assertReportsTie(String books) throws Exception {
        String here = one.get(books + REPORT).body();
        assertEquals(here, other.get(books + REPORT).body());
        assertEquals("0.00", JsonPath.from(here).getString("reconciliation.difference"));
    }

    /** Each batch begins where the one before ended, and the counter stands at the end of the last. */
    private void assertLedgerIsWhole(String company) {
        int gaps = number("""
                select count(*)
                from (
                  select b.first_number,
                    coalesce(lag(b.first_number + b.entry_count) over (order by b.first_number), 1) as expected
                  from posting_batch b
                  join company c on c.id = b.company_id
                  where c.code = :company) as batches
                where first_number <> expected
                """, company);
        assertEquals(0, gaps, "gaps in numbers");
        int last = number("""
                select last_number
                from company_counter n
                join company c on c.id = n.company_id
                where c.code = :company
                """, company);
        assertEquals(entriesOf(company), last);
    }

    private int entriesOf(String company) {
        return number("""
                select count(distinct e.source, e.external_id)
                from journal_entry e
                join posting_batch b on b.batch_id = e.batch_id
                join company c on c.id = b.company_id
                where c.code = :company
                """, company);
    }

    private int number(String query, String company) {
        return database.read(handle -> handle.createQuery(query)
                .bind("company", company)
                .mapTo(Integer.class)
                .one());
    }

    /** The number after which a period was closed, as the instance that closed it logged it. */
    private static long closedAfter(String period) throws Exception {
        Matcher closing = Pattern.compile("company=TWO-CLOSING scenario=ACTUAL period=" + period
                        + " status=CLOSED version=\\d+ afterNumber=(\\d+)")
                .matcher(one.log());
        assertTrue(closing.find(), "the closing of " + period + " is logged");
        return Long.parseLong(closing.group(1));
    }

    private int postedInto(String period, long afterNumber, String company) {
        YearMonth month = YearMonth.parse(period);
        return database.read(handle -> handle.createQuery("""
                        select count(*)
                        from journal_entry e
                        join posting_batch b on b.batch_id = e.batch_id
                        join company c on c.id = b.company_id
                        where c.code = :company
                          and e.posting_date between :first and :last
                          and b.first_number + e.ordinal > :afterNumber
                        """)
                .bind("company", company)
                .bind("first", month.atDay(1))
                .bind("last", month.atEndOfMonth())
                .bind("afterNumber", afterNumber)
                .mapTo(Integer.class)
                .one());
    }
}
