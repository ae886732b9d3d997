package nl.marge.ledger.journal;

import java.util.Optional;
import nl.marge.company.CompanyCounters.Counter;
import nl.marge.company.Watermark;

/** A complete attempt: the plan, the company's row it was made under, and the batch if there is one. */
record CommitAttempt(GroupPlan plan, Counter counter, Optional<Publisher.Published> published) {

    UnitResult.Done done(int index) {
        Publisher.Published batch = published.orElse(new Publisher.Published(0, 0, counter.recordedAt()));
        long number =
                counter.lastNumber() + (published.isPresent() ? plan.appended().size() : 0);
        return new UnitResult.Done(plan.outcomes(index, batch), new Watermark(number, counter.referenceVersion()));
    }
}
