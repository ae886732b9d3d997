package nl.marge.ledger.tail;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.marge.company.Company;
import nl.marge.kernel.Quantities;
import nl.marge.ledger.entry.PackedEntries;
import nl.marge.platform.Database;
import org.jdbi.v3.core.Handle;

/** The ledger added up by the database itself, slowly: what copies of the ledger are compared with. */
@ApplicationScoped
public class LedgerTotals {

    private final Database database;

    LedgerTotals(Database database) {
        this.database = database;
    }

    /** All lines of one account: how many, minor units (debit +), millionths. */
    public record AccountTotal(int accountId, long lines, BigInteger amount, BigInteger quantity) {
        public AccountTotal {
            requireNonNull(amount, "amount");
            requireNonNull(quantity, "quantity");
        }

        private AccountTotal plus(AccountTotal other) {
            return new AccountTotal(
                    accountId, lines + other.lines, amount.add(other.amount), quantity.add(other.quantity));
        }
    }

    /** The totals of every account that has lines in entries up to {@code number}, which ends a published batch. */
    public List<AccountTotal> byAccount(Company company, long number) {
        return database.read(handle -> {
            Map<Integer, AccountTotal> totals = new TreeMap<>();
            byLine(handle, company, number).forEach(total -> totals.put(total.accountId(), total));
            PackedEntries.readThrough(handle, company.id(), number, (batchId, ordinal, lines) -> {
                for (int line = 0; line < lines.count(); line++) {
                    totals.merge(
                            lines.accountId(line),
                            new AccountTotal(
                                    lines.accountId(line), 1, BigInteger.valueOf(lines.amount(line)), BigInteger.ZERO),
                            AccountTotal::plus);
                }
            });
            return List.copyOf(totals.values());
        });
    }

    private static List<AccountTotal> byLine(Handle handle, Company company, long number) {
        return handle.createQuery("""
                        select
                          l.account_id,
                          count(*) as line_count,
                          sum(l.amount) as amount,
                          sum(coalesce(l.quantity, 0)) as quantity
                        from posting_batch b
                        join ledger_line l on l.batch_id = b.batch_id
                        where b.company_id = :companyId
                          and b.first_number <= :number
                        group by l.account_id
                        order by l.account_id
                        """)
                .bind("companyId", company.id())
                .bind("number", number)
                .map((row, context) -> new AccountTotal(
                        row.getInt("account_id"),
                        row.getLong("line_count"),
                        units(row.getBigDecimal("amount"), company.decimals()),
                        units(row.getBigDecimal("quantity"), Quantities.DECIMALS)))
                .list();
    }

    private static BigInteger units(BigDecimal value, int decimals) {
        return value.movePointRight(decimals).toBigIntegerExact();
    }
}
