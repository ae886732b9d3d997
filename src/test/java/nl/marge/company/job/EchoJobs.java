package nl.marge.company.job;

import jakarta.enterprise.context.ApplicationScoped;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.platform.job.JobKind;
import nl.marge.platform.job.JobWork;

/** A kind for tests that answers what it was asked; refuses {@code {"refuse":true}}. */
@ApplicationScoped
class EchoJobs implements JobKind {

    static final String KIND = "TEST_ECHO";
    static final String REFUSE = "{\"refuse\":true}";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String run(JobWork work) {
        work.progress(1, 1, "words");
        if (work.request().equals(REFUSE)) {
            throw Refusal.of(
                    Reason.ENTRY_REFUSED,
                    Violation.at("/refuse", ViolationCode.VALUE_INVALID, "refuse is true. Give false."));
        }
        return work.request();
    }
}
