package nl.marge.ledger.reference;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import nl.marge.ledger.Account;
import nl.marge.ledger.AccountType;
import nl.marge.ledger.Statement;
import nl.marge.ledger.StatementText;
import org.jdbi.v3.core.Handle;

/** Reads the parts of the reference data that this room keeps. */
@ApplicationScoped
class ReferenceLoader {

    /** All accounts of a company. */
    List<Account> accounts(Handle handle, int companyId) {
        return handle.createQuery("""
                        select id, code, name, type, statement_line, blocked, purpose, version
                        from account
                        where company_id = :companyId
                        order by id
                        """)
                .bind("companyId", companyId)
                .map((row, context) -> account(row))
                .list();
    }

    /** All accounts of a company as they stood at a reference version. */
    List<Account> accountsAt(Handle handle, int companyId, long version) {
        return handle.createQuery("""
                        select
                          h.account_id as id, h.code, h.name, h.type, h.statement_line, h.blocked, h.purpose,
                          h.version
                        from account_history h
                        where h.company_id = :companyId
                          and not h.removed
                          and h.version = (
                            select max(last.version)
                            from account_history last
                            where last.company_id = h.company_id
                              and last.account_id = h.account_id
                              and last.version <= :version)
                        order by h.account_id
                        """)
                .bind("companyId", companyId)
                .bind("version", version)
                .map((row, context) -> account(row))
                .list();
    }

    /** The statement in force at a reference version: the last one said, or the standard one. */
    Statement statement(Handle handle, int companyId, long version) {
        return handle.createQuery("""
                        select definition, version
                        from statement
                        where company_id = :companyId
                          and version <= :version
                        order by version desc
                        limit 1
                        """)
                .bind("companyId", companyId)
                .bind("version", version)
                .map((row, context) -> StatementText.read(row.getString("definition"), row.getLong("version")))
                .findOne()
                .orElseGet(Statement::standard);
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getInt("id"),
                row.getString("code"),
                row.getString("name"),
                AccountType.valueOf(row.getString("type")),
                Optional.ofNullable(row.getString("statement_line")),
                row.getBoolean("blocked"),
                Optional.ofNullable(row.getString("purpose")),
                row.getLong("version"));
    }
}
