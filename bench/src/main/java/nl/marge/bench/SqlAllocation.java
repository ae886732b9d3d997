package nl.marge.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The same allocation by the database alone: {@code insert ... select} of all shares, rounded, and an {@code update}
 * that brings what rounding lost or gained of a pool to its first customer, in one transaction. Its tables hold
 * accounts, dimension sets and quantities ready by their numbers; nobody checks, traces or seals anything.
 */
final class SqlAllocation {

    /** As the service cuts them: line_number is a smallint. */
    private static final int ENTRY_LINES = 9_998;

    private static final String CREDIT = """
            insert into ledger_line (batch_id, entry_ordinal, line_number, account_id, dimension_set_id, amount)
            select 1, 0, pool + 1, account_id, 1, -amount
            from pool
            """;

    private static final String DEBIT = """
            insert into ledger_line (
              batch_id, entry_ordinal, line_number, account_id, dimension_set_id, membership_date, amount)
            select straight_join
              1, 1 + pool.pool * ? + quantity.customer div ?, 1 + quantity.customer mod ?, pool.account_id,
              quantity.customer + 2, ?, round(pool.amount * quantity.quantity / total.quantity, 2)
            from pool
            join (select driver, sum(quantity) as quantity from quantity group by driver) total
              on total.driver = pool.driver
            join quantity on quantity.driver = pool.driver
            """;

    private static final String CORRECT = """
            update ledger_line
            join (
              select account_id, sum(amount) as amount
              from ledger_line
              where batch_id = 1
              group by account_id) over_all
            join pool on pool.account_id = over_all.account_id
            set ledger_line.amount = ledger_line.amount - over_all.amount
            where ledger_line.batch_id = 1
              and ledger_line.entry_ordinal = 1 + pool.pool * ?
              and ledger_line.line_number = 1
            """;

    private final AllocationSize size;
    private final CostWorkload workload;
    private final DatabaseServer database;

    SqlAllocation(AllocationSize size, DatabaseServer database) {
        this.size = size;
        this.database = database;
        workload = new CostWorkload(size);
    }

    /** Lays down what there is to allocate in a month, then allocates; gives the nanoseconds of the latter alone. */
    long allocate(int round) throws Exception {
        try (Connection connection = database.connect("bench")) {
            prepare(connection, round);
            connection.setAutoCommit(false);
            int entriesAPool = (size.customers() + ENTRY_LINES - 1) / ENTRY_LINES;
            long start = System.nanoTime();
            try (Statement credit = connection.createStatement();
                    PreparedStatement debit = connection.prepareStatement(DEBIT);
                    PreparedStatement correct = connection.prepareStatement(CORRECT)) {
                credit.execute(CREDIT);
                debit.setInt(1, entriesAPool);
                debit.setInt(2, ENTRY_LINES);
                debit.setInt(3, ENTRY_LINES);
                debit.setObject(4, CostWorkload.month(round).atEndOfMonth());
                debit.execute();
                correct.setInt(1, entriesAPool);
                correct.execute();
            }
            connection.commit();
            long spent = System.nanoTime() - start;
            verify(connection);
            return spent;
        }
    }

    private void prepare(Connection connection, int round) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create or replace table ledger_line like marge.ledger_line");
            statement.execute("create or replace table pool (pool int not null, account_id int not null,"
                    + " driver int not null, amount decimal(19,4) not null, primary key (pool))");
            statement.execute("create or replace table quantity (driver int not null, customer int not null,"
                    + " quantity decimal(15,6) not null, primary key (driver, customer))");
        }
        long[] cents = workload.cents(round);
        try (PreparedStatement insert = connection.prepareStatement("insert into pool values (?, ?, ?, ?)")) {
            for (int pool = 0; pool < cents.length; pool++) {
                insert.setInt(1, pool);
                insert.setInt(2, pool + 1);
                insert.setInt(3, workload.driver(pool));
                insert.setBigDecimal(4, BigDecimal.valueOf(cents[pool], 2));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        for (int driver = 0; driver < size.drivers(); driver++) {
            insertQuantities(connection, driver, workload.quantities(round, driver));
        }
    }

    private static void insertQuantities(Connection connection, int driver, int[] quantities) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into quantity values (?, ?, ?)")) {
            for (int customer = 0; customer < quantities.length; customer++) {
                insert.setInt(1, driver);
                insert.setInt(2, customer);
                insert.setInt(3, quantities[customer]);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Every pool came out to the cent, and no customer was left out. */
    private void verify(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select count(*), sum(amount), (select count(*) from (
                          select account_id from ledger_line group by account_id having sum(amount) <> 0) wrong)
                        from ledger_line
                        """)) {
            row.next();
            if (row.getInt(1) != size.lines() + size.pools()
                    || row.getBigDecimal(2).signum() != 0
                    || row.getInt(3) > 0) {
                throw new IllegalStateException("The database allocated " + row.getInt(1) + " lines with a residual of "
                        + row.getBigDecimal(2) + "; " + row.getInt(3) + " pools are not even.");
            }
        }
    }
}
