package nl.marge.ledger.moment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nl.marge.company.Company;
import nl.marge.company.CompanyCounters;
import nl.marge.company.Watermark;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.reference.References;
import nl.marge.platform.http.QueryParameters;

/** Finds the moment a request is about: the door of this room. */
@ApplicationScoped
public class LedgerMoments {

    /** The query parameter by which an earlier instant is asked for. */
    public static final String PARAMETER = "asOfRecorded";

    private final CompanyCounters counters;
    private final References references;
    private final RecordedWatermarks recorded;
    private final Clock clock;

    LedgerMoments(CompanyCounters counters, References references, RecordedWatermarks recorded, Clock clock) {
        this.counters = counters;
        this.references = references;
        this.recorded = recorded;
        this.clock = clock;
    }

    /** The last committed moment, or the one of the instant that the query asks for; what is wrong is noted with it. */
    public LedgerMoment read(Company company, QueryParameters query) {
        Optional<Instant> asked = query.instant(PARAMETER);
        return asked.flatMap(instant -> past(company, instant, query)).orElseGet(() -> now(company));
    }

    private LedgerMoment now(Company company) {
        Watermark watermark = counters.watermark(company.id());
        Reference reference = references.atLeast(company, watermark.referenceVersion());
        return moment(reference, watermark.number(), clock.instant(), Optional.empty());
    }

    private Optional<LedgerMoment> past(Company company, Instant instant, QueryParameters query) {
        if (instant.isAfter(latest(company))) {
            query.invalid(PARAMETER, PARAMETER + " " + instant + " has not come yet. Give an instant that has passed.");
            return Optional.empty();
        }
        Watermark watermark = recorded.at(company, instant);
        if (watermark.referenceVersion() == 0) {
            query.invalid(
                    PARAMETER,
                    "Company " + company.code() + " was not known at " + PARAMETER + " " + instant
                            + ". Give an instant after it was created.");
            return Optional.empty();
        }
        Reference reference = references.asOf(company, watermark.referenceVersion());
        return Optional.of(moment(reference, watermark.number(), instant, Optional.of(instant)));
    }

    /** Now, or what another replica whose clock is ahead has recorded already. */
    private Instant latest(Company company) {
        Instant recordedAt = counters.read(company.id()).recordedAt();
        Instant now = clock.instant();
        return recordedAt.isAfter(now) ? recordedAt : now;
    }

    private static LedgerMoment moment(Reference reference, long number, Instant at, Optional<Instant> asOfRecorded) {
        LocalDate today = LocalDate.ofInstant(at, reference.company().timeZone());
        return new LedgerMoment(reference, number, today, asOfRecorded);
    }
}
