package nl.marge.cube.balances;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.marge.dimension.grouping.GroupBy;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Money;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.Account;
import nl.marge.ledger.lines.LineSelection;
import nl.marge.ledger.moment.LedgerMoment;
import nl.marge.ledger.reference.Reference;
import nl.marge.platform.http.QueryParameters;

/**
 * What a caller asks of balances.
 *
 * @param terms the parts of each key in the order asked for, of which one may be {@link #ACCOUNT}
 * @param axes the dimensions among them, in the same order
 * @param accounts the accounts asked for, by id
 * @param currency the currency whose lines are told also in it, {@link #ALL} for each; none when it is not asked for
 */
record BalanceQuery(
        DateRange range,
        List<String> terms,
        GroupBy axes,
        LineSelection selection,
        Set<Integer> accounts,
        Optional<String> currency) {

    /** The term that stands for accounts instead of a dimension. */
    static final String ACCOUNT = "account";

    /** Stands for every currency. */
    static final String ALL = "ALL";

    BalanceQuery {
        requireNonNull(range, "range");
        terms = List.copyOf(terms);
        requireNonNull(axes, "axes");
        requireNonNull(selection, "selection");
        accounts = Set.copyOf(accounts);
        requireNonNull(currency, "currency");
    }

    /** Reads the query; what is wrong is noted with it. */
    static BalanceQuery read(QueryParameters query, LedgerMoment moment) {
        Reference reference = moment.reference();
        DateRange range = query.range();
        List<String> terms = new ArrayList<>();
        GroupBy axes = LineSelection.parameter(
                query, GroupBy.PARAMETER, ACCOUNT, (text, wrong) -> axes(text, terms, reference, wrong));
        LineSelection selection = LineSelection.read(query, moment);
        Optional<String> currency =
                query.value("currency", BalanceQuery::currency, "ALL, or a code of ISO 4217 such as USD");
        return new BalanceQuery(range, terms, axes, selection, accounts(query, reference), currency);
    }

    private static Optional<String> currency(String text) {
        return Optional.of(text).filter(code -> code.equals(ALL) || Money.isCurrency(code) && Money.isKept(code));
    }

    private static GroupBy axes(String text, List<String> terms, Reference reference, Violations wrong) {
        terms.addAll(text.isEmpty() ? List.of() : Arrays.asList(text.split(",", -1)));
        if (terms.stream().filter(ACCOUNT::equals).count() > 1) {
            wrong.add(Violation.parameter(
                    GroupBy.PARAMETER, ViolationCode.PARAMETER_INVALID, "by names account twice. Name it once."));
        }
        String dimensions = terms.stream().filter(term -> !term.equals(ACCOUNT)).collect(Collectors.joining(","));
        return GroupBy.read(dimensions, reference.dimensions(), wrong);
    }

    private static Set<Integer> accounts(QueryParameters query, Reference reference) {
        List<String> codes = query.codes("account");
        Set<Integer> ids = new HashSet<>();
        for (Account account : reference.accounts()) {
            if (codes.isEmpty() || codes.contains(account.code())) {
                ids.add(account.id());
            }
        }
        codes.stream()
                .filter(code -> reference.account(code).isEmpty())
                .forEach(code ->
                        query.invalid("account", "Account \"" + code + "\" is unknown. Name accounts of the company."));
        return ids;
    }

    /** Whether keys tell the account. */
    boolean isByAccount() {
        return terms.contains(ACCOUNT);
    }

    /** All that the answer depends on besides the ledger, the reference data and the day. */
    String normalForm() {
        return String.join(
                "&",
                range.from() + ".." + range.to(),
                terms.toString(),
                selection.parameters().toString(),
                selection.membership().fixedDay().toString(),
                accounts.stream().sorted().toList().toString(),
                currency.orElse(""));
    }
}
