package nl.marge.ledger.setting.defaults;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import nl.marge.ledger.setting.defaults.DefaultRules.Said;
import org.jdbi.v3.core.Handle;

/** Reads the default rules of a company: all that was ever said of them. */
public final class DefaultRuleReader {

    private DefaultRuleReader() {}

    /** All that was ever said, as {@code handle} sees it. */
    public static DefaultRules load(Handle handle, int companyId) {
        return new DefaultRules(handle.createQuery("""
                        select code, version, removed, dimension, value, priority, source, source_record, conditions,
                          valid_from, valid_to
                        from default_rule
                        where company_id = :companyId
                        order by version, code
                        """)
                .bind("companyId", companyId)
                .map((row, context) -> new Said(rule(row), row.getBoolean("removed")))
                .list());
    }

    private static DefaultRule rule(ResultSet row) throws SQLException {
        LocalDate from = row.getObject("valid_from", LocalDate.class);
        LocalDate to = row.getObject("valid_to", LocalDate.class);
        return new DefaultRule(
                row.getString("code"),
                row.getString("dimension"),
                Optional.ofNullable(row.getString("value")),
                row.getInt("priority"),
                RuleSource.of(row.getString("source"), Optional.ofNullable(row.getString("source_record"))),
                ConditionText.read(row.getString("conditions")),
                from == null ? LocalDate.MIN : from,
                to == null ? LocalDate.MAX : to,
                row.getLong("version"));
    }
}
