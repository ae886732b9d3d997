package nl.marge.ledger.reference;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.company.Company;
import nl.marge.dimension.DimensionReference;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Texts;
import nl.marge.ledger.Account;
import nl.marge.ledger.Statement;
import nl.marge.ledger.setting.PostingSettings;

/**
 * All reference data of one company at one version: an immutable picture in memory that postings are weighed against
 * and reports are grouped by.
 */
public final class Reference {

    private final Company company;
    private final long version;
    private final List<Account> accounts;
    private final Map<String, Account> accountByCode = new HashMap<>();
    private final Account[] accountById;
    private final Statement statement;
    private final DimensionReference dimensions;
    private final PostingSettings settings;

    public Reference(
            Company company,
            long version,
            Collection<Account> accounts,
            Statement statement,
            DimensionReference dimensions,
            PostingSettings settings) {
        this.company = requireNonNull(company, "company");
        this.version = version;
        this.statement = requireNonNull(statement, "statement");
        this.dimensions = requireNonNull(dimensions, "dimensions");
        this.settings = requireNonNull(settings, "settings");
        this.accounts =
                accounts.stream().sorted(Comparator.comparing(Account::code)).toList();
        this.accountById =
                new Account[accounts.stream().mapToInt(Account::id).max().orElse(0) + 1];
        for (Account account : accounts) {
            accountByCode.put(account.code(), account);
            accountById[account.id()] = account;
        }
    }

    public Company company() {
        return company;
    }

    /** The reference version this picture shows. */
    public long version() {
        return version;
    }

    /** All accounts by code in byte order. */
    public List<Account> accounts() {
        return accounts;
    }

    /** The account of that code. */
    public Optional<Account> account(String code) {
        return Optional.ofNullable(accountByCode.get(code));
    }

    /**
     * The account of that code.
     *
     * @throws Refusal UNKNOWN when there is none
     */
    public Account requireAccount(String code) {
        return account(code)
                .orElseThrow(() -> new Refusal(
                        Reason.UNKNOWN,
                        "There is no account \"" + Texts.excerpt(code)
                                + "\". Create it with PUT .../accounts/{account}, or correct the code."));
    }

    /** The account of that id, which must exist. */
    public Account account(int id) {
        return accountById[id];
    }

    /** Every account id is smaller. */
    public int accountIdLimit() {
        return accountById.length;
    }

    public Statement statement() {
        return statement;
    }

    public DimensionReference dimensions() {
        return dimensions;
    }

    /** What governs postings beside accounts and dimensions. */
    public PostingSettings settings() {
        return settings;
    }
}
