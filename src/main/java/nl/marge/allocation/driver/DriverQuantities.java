package nl.marge.allocation.driver;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.marge.allocation.setting.Receiver;
import nl.marge.company.Company;
import nl.marge.company.ReferenceChanges.ReferenceChange;
import nl.marge.platform.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Uploaded quantities of drivers. Each thing said is kept; of what was said of one receiver the last one counts. */
@ApplicationScoped
public class DriverQuantities {

    private static final int BATCH = 10_000;
    private static final String EARLIEST = "0000-00";
    private static final String LATEST = "9999-99";

    private final Database database;

    DriverQuantities(Database database) {
        this.database = database;
    }

    /** The quantities of a driver in a period as they stood at a reference version, by receiver text in byte order. */
    public List<DriverQuantity> of(Company company, String driver, YearMonth period, long version) {
        return database
                .read(handle -> inPeriods(handle, Asked.of(company.id(), driver, Optional.of(period)), version))
                .stream()
                .map(found -> new DriverQuantity(Receiver.ofText(found.receiver()), found.quantity()))
                .toList();
    }

    /**
     * A driver with a quantity of a receiver that names a value of a dimension, or, asked without one, the dimension; a
     * pool is the value of {@link Receiver.Pool#MEMBER}.
     */
    public Optional<String> driverThatNames(ReferenceChange change, String dimension, Optional<String> value) {
        String text = ";" + dimension + ":" + value.map(code -> code + ";").orElse("");
        return database.read(handle -> handle.createQuery("""
                        select q.driver
                        from driver_quantity q
                        where q.company_id = :companyId
                          and locate(:text, concat(';', q.receiver, ';')) > 0
                          and q.quantity is not null
                          and q.version = (
                            select max(l.version)
                            from driver_quantity l
                            where l.company_id = q.company_id
                              and l.driver = q.driver
                              and l.period = q.period
                              and l.receiver = q.receiver)
                        order by q.driver
                        limit 1
                        """)
                .bind("companyId", change.companyId())
                .bind("text", text)
                .mapTo(String.class)
                .findOne());
    }

    /** The quantities of a driver, of one period or of all, by period and receiver, as they stand before a change. */
    List<PeriodQuantity> under(ReferenceChange change, String driver, Optional<YearMonth> period) {
        return database.read(
                handle -> inPeriods(handle, Asked.of(change.companyId(), driver, period), change.version()));
    }

    /** The same as last committed. */
    List<PeriodQuantity> list(Company company, String driver, Optional<YearMonth> period) {
        return database.read(handle -> inPeriods(handle, Asked.of(company.id(), driver, period), Long.MAX_VALUE));
    }

    /**
     * As many as {@code limit} of the same that come after a key of period and receiver; an empty one is the start.
     */
    List<PeriodQuantity> page(
            Company company, String driver, Optional<YearMonth> period, List<String> after, int limit) {
        return database.read(handle -> handle.createQuery("""
                        select q.period, q.receiver, q.quantity
                        from driver_quantity q
                        where q.company_id = :companyId
                          and q.driver = :driver
                          and q.period between :first and :last
                          and (q.period > :afterPeriod or q.period = :afterPeriod and q.receiver > :afterReceiver)
                          and q.quantity is not null
                          and q.version = (
                            select max(l.version)
                            from driver_quantity l
                            where l.company_id = q.company_id
                              and l.driver = q.driver
                              and l.period = q.period
                              and l.receiver = q.receiver)
                        order by q.period, q.receiver
                        limit :limit
                        """)
                .bind("companyId", company.id())
                .bind("driver", driver)
                .bind("first", period.map(YearMonth::toString).orElse(EARLIEST))
                .bind("last", period.map(YearMonth::toString).orElse(LATEST))
                .bind("afterPeriod", after.isEmpty() ? EARLIEST : after.get(0))
                .bind("afterReceiver", after.isEmpty() ? "" : after.get(1))
                .bind("limit", limit)
                .map((row, context) -> new PeriodQuantity(
                        YearMonth.parse(row.getString("period")),
                        row.getString("receiver"),
                        row.getBigDecimal("quantity")))
                .list());
    }

    /** Whether a driver has any quantity, as it stands before a change. */
    boolean hasAny(ReferenceChange change, String driver) {
        return database.read(handle -> handle.createQuery("""
                        select q.receiver
                        from driver_quantity q
                        where q.company_id = :companyId
                          and q.driver = :driver
                          and q.quantity is not null
                          and q.version = (
                            select max(l.version)
                            from driver_quantity l
                            where l.company_id = q.company_id
                              and l.driver = q.driver
                              and l.period = q.period
                              and l.receiver = q.receiver)
                        limit 1
                        """)
                .bind("companyId", change.companyId())
                .bind("driver", driver)
                .mapTo(String.class)
                .findOne()
                .isPresent());
    }

    /** Says quantities of a driver, or takes them back, in the running transaction. */
    void append(ReferenceChange change, String driver, List<PeriodQuantity> quantities, boolean takenBack) {
        for (int from = 0; from < quantities.size(); from += BATCH) {
            List<PeriodQuantity> some = quantities.subList(from, Math.min(from + BATCH, quantities.size()));
            database.read(handle -> {
                PreparedBatch insert = handle.prepareBatch("""
                        insert into driver_quantity (company_id, driver, period, receiver, version, quantity)
                        values (:companyId, :driver, :period, :receiver, :version, :quantity)
                        """);
                for (PeriodQuantity quantity : some) {
                    insert.bind("companyId", change.companyId())
                            .bind("driver", driver)
                            .bind("period", quantity.period().toString())
                            .bind("receiver", quantity.receiver())
                            .bind("version", change.version())
                            .bind("quantity", takenBack ? null : quantity.quantity())
                            .add();
                }
                return insert.execute();
            });
        }
    }

    /** One pass over what was ever said, in the order of the primary key. */
    private static List<PeriodQuantity> inPeriods(Handle handle, Asked asked, long version) {
        return handle.createQuery("""
                        select period, receiver, quantity
                        from driver_quantity
                        where company_id = :companyId
                          and driver = :driver
                          and period between :first and :last
                          and version <= :version
                        order by period, receiver, version
                        """)
                .bind("companyId", asked.companyId())
                .bind("driver", asked.driver())
                .bind("first", asked.first())
                .bind("last", asked.last())
                .bind("version", version)
                .scanResultSet((rows, context) -> lastOfEach(rows.get()));
    }

    private static List<PeriodQuantity> lastOfEach(ResultSet rows) throws SQLException {
        List<PeriodQuantity> last = new ArrayList<>();
        String period = "";
        String receiver = "";
        BigDecimal quantity = null;
        while (rows.next()) {
            String nextPeriod = rows.getString("period");
            String nextReceiver = rows.getString("receiver");
            if (!nextReceiver.equals(receiver) || !nextPeriod.equals(period)) {
                keep(last, period, receiver, quantity);
            }
            period = nextPeriod;
            receiver = nextReceiver;
            quantity = rows.getBigDecimal("quantity");
        }
        keep(last, period, receiver, quantity);
        return last;
    }

    /** Without a quantity there is nothing to keep: it was taken back. */
    private static void keep(List<PeriodQuantity> last, String period, String receiver, BigDecimal quantity) {
        if (quantity != null) {
            last.add(new PeriodQuantity(YearMonth.parse(period), receiver, quantity));
        }
    }

    /** Whose quantities are asked for, and of which periods. */
    private record Asked(int companyId, String driver, String first, String last) {
        private static Asked of(int companyId, String driver, Optional<YearMonth> period) {
            return new Asked(
                    companyId,
                    driver,
                    period.map(YearMonth::toString).orElse(EARLIEST),
                    period.map(YearMonth::toString).orElse(LATEST));
        }
    }
}
