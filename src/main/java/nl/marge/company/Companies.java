package nl.marge.company;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import nl.marge.company.CompanyRows.Known;
import nl.marge.company.ReferenceChanges.ReferenceChange;
import nl.marge.kernel.Codes;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Texts;
import nl.marge.kernel.Upsert;
import nl.marge.kernel.Upsert.Outcome;
import nl.marge.kernel.Versions;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.platform.Database;
import nl.marge.platform.Retries;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * The companies. Each is held in memory and looked at again when the reference version of the company has moved, so all
 * replicas answer alike. Companies are never removed.
 */
@ApplicationScoped
public class Companies {

    private static final Logger LOG = Logger.getLogger(Companies.class);

    /** The part of the reference data that a company's own row is. */
    public static final String PART = "COMPANY";

    private final Database database;
    private final CompanyRows rows;
    private final CompanyRepository repository;
    private final CompanyCounters counters;
    private final ReferenceChanges changes;
    private final CompanyHistory history;
    private final Map<String, Known> knownByCode = new ConcurrentHashMap<>();

    Companies(
            Database database,
            CompanyRows rows,
            CompanyRepository repository,
            CompanyCounters counters,
            ReferenceChanges changes,
            CompanyHistory history) {
        this.database = database;
        this.rows = rows;
        this.repository = repository;
        this.counters = counters;
        this.changes = changes;
        this.history = history;
    }

    /**
     * The company of that code as last committed.
     *
     * @throws Refusal UNKNOWN when there is none
     */
    public Company require(String code) {
        return find(code)
                .orElseThrow(() -> new Refusal(
                        Reason.UNKNOWN,
                        "There is no company \"" + Texts.excerpt(code)
                                + "\". Create it with PUT /api/v1/companies/{company}, or correct the code."));
    }

    /** The company of that code as last committed, or empty when there is none. */
    public Optional<Company> find(String code) {
        if (!Codes.isCode(code)) {
            return Optional.empty();
        }
        Known known = knownByCode.get(code);
        if (known != null && counters.watermark(known.company().id()).referenceVersion() == known.referenceVersion()) {
            return Optional.of(known.company());
        }
        return rows.find(code).map(this::keep);
    }

    /** The company as it stood at a reference version that it has had. */
    public Company at(Handle handle, Company company, long version) {
        return history.at(handle, company, version)
                .orElseThrow(() -> new IllegalArgumentException(
                        "company " + company.code() + " was not known at reference version " + version));
    }

    /** At most {@code limit} companies whose code comes after {@code after}, by code in byte order. */
    public List<Company> list(String after, int limit) {
        return rows.page(after, limit);
    }

    /**
     * Creates the company, or replaces what is said of it.
     *
     * @param ifMatch the version it must still have, when the caller asks so
     * @throws Refusal with everything that is wrong, when its version is another, or when currency or fiscal year would
     *     change under existing lines
     */
    public Upsert<Company> put(String code, CompanyDetails details, OptionalLong ifMatch) {
        Violations violations = new Violations();
        details.check(code, violations);
        violations.refuse(Reason.ENTRY_REFUSED);
        Optional<Company> created = find(code).isPresent() ? Optional.empty() : create(code, details, ifMatch);
        if (created.isPresent()) {
            LOG.infof("event=company_created company=%d code=%s", created.get().id(), code);
            return new Upsert<>(created.get(), Outcome.CREATED);
        }
        int id = require(code).id();
        return changes.change(id, change -> replace(change, code, details, ifMatch));
    }

    /** Creates the company, unless another client just did. */
    private Optional<Company> create(String code, CompanyDetails details, OptionalLong ifMatch) {
        Versions.require(ifMatch, OptionalLong.empty(), "Company " + code);
        Company company = details.company(ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE), code, 1);
        try {
            return Optional.of(
                    Retries.repeat(() -> QuarkusTransaction.requiringNew().call(() -> insert(company))));
        } catch (RuntimeException failure) {
            if (Retries.isDuplicate(failure) && rows.find(code).isPresent()) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private Company insert(Company company) {
        CompanyEntity entity = new CompanyEntity();
        entity.id = company.id();
        entity.code = company.code();
        copy(company, entity);
        repository.persistAndFlush(entity);
        history.log(company);
        changes.begin(company.id(), PART);
        return company;
    }

    private Upsert<Company> replace(ReferenceChange change, String code, CompanyDetails details, OptionalLong ifMatch) {
        Company before =
                database.read(handle -> rows.find(handle, code)).orElseThrow().company();
        Versions.require(ifMatch, OptionalLong.of(before.version()), "Company " + code);
        if (details.equalTo(before)) {
            return new Upsert<>(before, Outcome.UNCHANGED);
        }
        if (change.before().linesThrough() > 0 && !details.hasSameBooksAs(before)) {
            throw Refusal.of(Reason.CONFLICT, fixed(before, details));
        }
        Company after = details.company(before.id(), code, change.version());
        copy(after, repository.findById(before.id()));
        history.log(after);
        change.touch(PART);
        return new Upsert<>(after, Outcome.UPDATED);
    }

    private static Violation fixed(Company before, CompanyDetails details) {
        boolean currency = !details.currency().equals(before.currency());
        String what = currency
                ? "currency " + before.currency()
                : "fiscal year starting in month " + before.calendar().startMonth();
        return Violation.at(
                currency ? "/currency" : "/fiscalYearStartMonth",
                ViolationCode.FIXED_ONCE_POSTED,
                "Company " + before.code() + " has ledger lines, so its " + what
                        + " is fixed. Keep it, or open another company.");
    }

    private static void copy(Company company, CompanyEntity entity) {
        entity.name = company.name();
        entity.currency = company.currency();
        entity.fiscalYearStartMonth = company.calendar().startMonth();
        entity.timeZone = company.timeZone().getId();
        entity.version = company.version();
    }

    private Company keep(Known known) {
        return knownByCode
                .merge(known.company().code(), known, (a, b) -> a.referenceVersion() > b.referenceVersion() ? a : b)
                .company();
    }
}
