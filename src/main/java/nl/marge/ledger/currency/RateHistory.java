package nl.marge.ledger.currency;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.marge.company.Company;
import nl.marge.company.ReferenceChanges;
import nl.marge.company.ReferenceChanges.ReferenceChange;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Texts;
import nl.marge.kernel.Upsert.Counts;
import nl.marge.kernel.Violations;
import nl.marge.ledger.reference.References;
import nl.marge.ledger.setting.ExchangeRates;
import nl.marge.ledger.setting.ExchangeRates.Rate;
import nl.marge.ledger.setting.PostingSettings;

/** Upkeep of exchange rates. What was said stays recorded; entries posted with it stay as they are. */
@ApplicationScoped
public class RateHistory {

    private final ReferenceChanges changes;
    private final References references;
    private final ExchangeRateRepository repository;

    RateHistory(ReferenceChanges changes, References references, ExchangeRateRepository repository) {
        this.changes = changes;
        this.references = references;
        this.repository = repository;
    }

    /**
     * Says each of these rates, or none; what was said already changes nothing.
     *
     * @throws Refusal with everything that is wrong
     */
    public Counts putAll(Company company, List<ExchangeRateCommand> commands) {
        return changes.change(company.id(), change -> {
            Violations violations = new Violations();
            ExchangeRatePlan plan = new ExchangeRatePlan(rates(change, company), violations);
            ExchangeRatePlan.Changes planned = plan.changes(commands);
            violations.refuseContent();
            append(
                    change,
                    planned.said().stream()
                            .map(rate -> row(change, rate, Optional.of(rate.rate())))
                            .toList());
            return planned.counts();
        });
    }

    /**
     * Takes back the rate that was said of exactly that day, as if it had never been said.
     *
     * @throws Refusal UNKNOWN when there is none
     */
    void takeBack(Company company, String type, String from, String to, LocalDate date) {
        changes.change(company.id(), change -> {
            Rate rate = rates(change, company)
                    .rate(type, from, to, date)
                    .orElseThrow(() -> new Refusal(
                            Reason.UNKNOWN,
                            "There is no " + Texts.excerpt(type) + " rate from " + Texts.excerpt(from) + " to "
                                    + Texts.excerpt(to) + " of exactly " + date + ". GET lists those there are."));
            append(change, List.of(row(change, rate, Optional.empty())));
            return rate;
        });
    }

    private ExchangeRates rates(ReferenceChange change, Company company) {
        return references.under(change, company).settings().rates();
    }

    private void append(ReferenceChange change, List<ExchangeRateEntity> rows) {
        if (!rows.isEmpty()) {
            repository.append(rows);
            change.touch(PostingSettings.RATES);
        }
    }

    private static ExchangeRateEntity row(ReferenceChange change, Rate said, Optional<BigDecimal> rate) {
        ExchangeRateEntity row = new ExchangeRateEntity();
        row.companyId = change.companyId();
        row.rateType = said.type();
        row.fromCurrency = said.from();
        row.toCurrency = said.to();
        row.rateDate = said.date();
        row.version = change.version();
        row.rate = rate.orElse(null);
        return row;
    }
}
