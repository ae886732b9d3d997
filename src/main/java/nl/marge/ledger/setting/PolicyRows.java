package nl.marge.ledger.setting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.marge.ledger.AccountType;
import org.jdbi.v3.core.Handle;

/** Reads the rows of dimension policies and combination rules. */
final class PolicyRows {

    private PolicyRows() {}

    static DimensionPolicies policies(Handle handle, int companyId) {
        return DimensionPolicies.of(handle.createQuery("""
                        select code, dimension, demand, accounts, account_types, fixed_value, allowed,
                               valid_from, valid_to, version
                        from dimension_policy
                        where company_id = :companyId
                        order by code
                        """)
                .bind("companyId", companyId)
                .map((row, context) -> policy(row))
                .list());
    }

    static CombinationRules combinations(Handle handle, int companyId) {
        return CombinationRules.of(handle.createQuery("""
                        select code, kind, dimensions, combinations, valid_from, valid_to, version
                        from combination_rule
                        where company_id = :companyId
                        order by code
                        """)
                .bind("companyId", companyId)
                .map((row, context) -> combination(row))
                .list());
    }

    private static DimensionPolicy policy(ResultSet row) throws SQLException {
        List<AccountType> types = CodeList.read(row.getString("account_types")).stream()
                .map(AccountType::valueOf)
                .toList();
        return new DimensionPolicy(
                row.getString("code"),
                row.getString("dimension"),
                DimensionPolicy.Demand.valueOf(row.getString("demand")),
                AccountSelection.of(CodeList.read(row.getString("accounts")), types),
                Optional.ofNullable(row.getString("fixed_value")),
                ValueSelection.of(CodeList.read(row.getString("allowed"))),
                validity(row),
                row.getLong("version"));
    }

    private static CombinationRule combination(ResultSet row) throws SQLException {
        return new CombinationRule(
                row.getString("code"),
                CombinationRule.Kind.valueOf(row.getString("kind")),
                CodeList.read(row.getString("dimensions")),
                row.getString("combinations").lines().map(CodeList::read).toList(),
                validity(row),
                row.getLong("version"));
    }

    private static Validity validity(ResultSet row) throws SQLException {
        return Validity.of(
                Optional.ofNullable(row.getObject("valid_from", LocalDate.class)),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)));
    }
}
