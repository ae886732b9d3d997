package nl.marge.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The whale curve of all customers over HTTP, beside the plain SQL a user would write over the same lines on the
 * same server: join, sum by customer, sort, running total. Which customer a dimension set belongs to lies ready by
 * number for the database. Every answer is compared with the database's, to the cent.
 */
final class WhaleLoad {

    private static final String CURVE = "/whale-curve?by=CUSTOMER&from=2024-01&to=2025-12&measure=";
    private static final int ASKED_AGAIN = 10;
    private static final int POSTED_BETWEEN = 30;

    /** An account of revenue. */
    private static final int SALES = 10;

    private static final Pattern TOTAL = Pattern.compile("\"total\":\"(-?[0-9.]+)\"");
    private static final Pattern PEAK = Pattern.compile("\"peak\":\\{\"rank\":([0-9]+),\"value\":\"(-?[0-9.]+)\"");

    private static final String SET_CUSTOMER = """
            create or replace table set_customer (primary key (set_id))
            select s.id as set_id, v.code as customer
            from marge.dimension_set s
            join marge.dimension d on d.company_id = s.company_id and d.code = 'CUSTOMER'
            join marge.dimension_value v on v.company_id = s.company_id
              and v.id = regexp_substr(s.content, concat('(^|,)', d.id, ':\\\\K[0-9]+'))
            where s.company_id = (select id from marge.company where code = 'BENCH0')
            """;

    private static final String WHALE = """
            select max(cumulative), sum(value), sum(value > 0)
            from (
              select value, sum(value) over (order by value desc, customer) as cumulative
              from (
                select c.customer, -sum(l.amount) as value
                from marge.posting_batch b
                join marge.journal_entry e on e.batch_id = b.batch_id
                join marge.ledger_line l on l.batch_id = e.batch_id and l.entry_ordinal = e.ordinal
                join marge.account a on a.company_id = b.company_id and a.id = l.account_id
                join set_customer c on c.set_id = l.dimension_set_id
                where b.company_id = (select id from marge.company where code = 'BENCH0')
                  and e.posting_date between '2024-01-01' and '2025-12-31'
                  and a.type in ('REVENUE', 'EXPENSE')
                group by c.customer) by_customer) curve
            """;

    private final Size size;
    private final MargeService service;
    private final DatabaseServer database;
    private final BatchLoad load;
    private final Spent spent = new Spent();

    WhaleLoad(Size size, MargeService service, DatabaseServer database, Path folder) {
        this.size = size;
        this.service = service;
        this.database = database;
        this.load = new BatchLoad(size, service, database, folder);
    }

    /** Measures and gives the table to print. */
    String measure() throws Exception {
        load.open();
        String company = BatchLoad.company(0);
        spent.on(
                "segment P&L, first, which reads the ledger",
                () -> service.get(company + "/profit-and-loss?by=SEGMENT&from=2024-01&to=2025-12"));
        String asked = "";
        for (String measure : new String[] {"CM1", "CM4", "NET_PROFIT"}) {
            String curve = company + CURVE + measure;
            asked = spent.on("whale curve, first", () -> service.get(curve));
            for (int i = 0; i < ASKED_AGAIN; i++) {
                spent.on("whale curve, asked again", () -> service.get(curve));
            }
        }
        for (int i = 0; i < POSTED_BETWEEN; i++) {
            service.post(company + "/journal-entries", sale(i));
            asked = spent.on("whale curve, after one more entry", () -> service.get(company + CURVE + "NET_PROFIT"));
        }
        try (Connection connection = database.connect("bench");
                Statement statement = connection.createStatement()) {
            statement.execute(SET_CUSTOMER);
        }
        for (int round = 0; round < size.rounds(); round++) {
            compare(asked, spent.on("plain SQL", this::whale));
        }
        return spent.table();
    }

    /** A sale that makes its customer the best by far, and the one before it the second. */
    private String sale(int number) {
        String amount = Workload.amount(1_000_000_000L * (number + 1));
        String customer = ",\"dimensions\":{\"CUSTOMER\":\"C" + number * 97 % size.customers() + "\"}}";
        return "{\"externalId\":\"more-" + number + "\",\"postingDate\":\"2025-06-15\",\"lines\":[{\"account\":\""
                + Workload.accountCode(0) + "\",\"amount\":\"" + amount + "\"" + customer + ",{\"account\":\""
                + Workload.accountCode(SALES) + "\",\"amount\":\"-" + amount + "\"" + customer + "]}";
    }

    private record Whale(String peak, String total, int earning) {}

    private Whale whale() throws SQLException {
        try (Connection connection = database.connect("bench");
                PreparedStatement query = connection.prepareStatement(WHALE);
                ResultSet row = query.executeQuery()) {
            row.next();
            return new Whale(
                    row.getBigDecimal(1).setScale(2).toPlainString(),
                    row.getBigDecimal(2).setScale(2).toPlainString(),
                    row.getInt(3));
        }
    }

    private static void compare(String answer, Whale whale) {
        Matcher total = TOTAL.matcher(answer);
        Matcher peak = PEAK.matcher(answer);
        boolean same = total.find()
                && peak.find()
                && total.group(1).equals(whale.total())
                && peak.group(2).equals(whale.peak())
                && Integer.parseInt(peak.group(1)) == whale.earning();
        if (!same) {
            throw new IllegalStateException("The database says " + whale + ": " + answer.substring(0, 500));
        }
    }
}
