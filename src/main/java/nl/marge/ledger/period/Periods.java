package nl.marge.ledger.period;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import nl.marge.company.Company;
import nl.marge.company.ReferenceChanges;
import nl.marge.company.ReferenceChanges.ReferenceChange;
import nl.marge.kernel.Changes;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Texts;
import nl.marge.kernel.Upsert;
import nl.marge.kernel.Upsert.Counts;
import nl.marge.kernel.Versions;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.reference.References;
import nl.marge.ledger.setting.FiscalPeriod;
import nl.marge.ledger.setting.PeriodStatuses;
import nl.marge.ledger.setting.PostingSettings;
import org.jboss.logging.Logger;

/**
 * Opening and closing. The company's lock is held, so postings under way end before or are weighed again after: nothing
 * slips into a closed period.
 */
@ApplicationScoped
class Periods {

    private static final Logger LOG = Logger.getLogger(Periods.class);

    private final ReferenceChanges changes;
    private final References references;
    private final PeriodRepository repository;

    Periods(ReferenceChanges changes, References references, PeriodRepository repository) {
        this.changes = changes;
        this.references = references;
        this.repository = repository;
    }

    /**
     * Sets the status of the period that the path names.
     *
     * @param ifMatch the version it must still have, when the caller asks so
     * @throws nl.marge.kernel.Refusal with everything that is wrong
     */
    Upsert<FiscalPeriod> put(
            Company company, String scenario, String inPath, PeriodCommand command, OptionalLong ifMatch) {
        return changes.change(company.id(), change -> {
            PeriodStatuses said = said(change, company);
            Optional<FiscalPeriod> before = DateRange.period(inPath).flatMap(period -> said.period(scenario, period));
            long version = before.map(FiscalPeriod::version).orElse(0L);
            Versions.require(ifMatch, OptionalLong.of(version), "Period " + inPath);
            Violations violations = new Violations();
            if (!command.period().equals(inPath)) {
                violations.add(
                        "/period",
                        ViolationCode.CODE_INVALID,
                        "The path names period \"" + Texts.excerpt(inPath) + "\" and the body \""
                                + Texts.excerpt(command.period())
                                + "\". Give the same, or leave it out of the body.");
            }
            PeriodPlan plan = new PeriodPlan(said, scenario, violations);
            Changes<FiscalPeriod> planned = plan.changes(List.of(command), change.version());
            violations.refuseContent();
            return write(change, company, planned).one(before);
        });
    }

    /**
     * Sets the status of each of these periods, or of none.
     *
     * @throws nl.marge.kernel.Refusal with everything that is wrong
     */
    Counts putAll(Company company, String scenario, List<PeriodCommand> commands) {
        return changes.change(company.id(), change -> {
            Violations violations = new Violations();
            PeriodPlan plan = new PeriodPlan(said(change, company), scenario, violations);
            Changes<FiscalPeriod> planned = plan.changes(commands, change.version());
            violations.refuseContent();
            return write(change, company, planned).counts();
        });
    }

    private PeriodStatuses said(ReferenceChange change, Company company) {
        return references.under(change, company).settings().periods();
    }

    private Changes<FiscalPeriod> write(ReferenceChange change, Company company, Changes<FiscalPeriod> planned) {
        if (!planned.isEmpty()) {
            List<FiscalPeriod> said = Stream.concat(planned.created().stream(), planned.updated().stream())
                    .toList();
            repository.append(change.companyId(), said);
            change.touch(PostingSettings.PERIODS);
            said.forEach(period -> LOG.infof(
                    "period company=%s scenario=%s period=%s status=%s version=%d afterNumber=%d",
                    company.code(),
                    period.scenario(),
                    period.period(),
                    period.status(),
                    period.version(),
                    change.before().lastNumber()));
        }
        return planned;
    }
}
