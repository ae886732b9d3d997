package nl.marge.customervalue.fitting;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.company.Company;
import nl.marge.cube.asked.AskedReport;
import nl.marge.cube.asked.AskedReports;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Texts;
import nl.marge.ledger.lines.LineSelection;
import nl.marge.ledger.posting.AnswerKeeper;
import nl.marge.platform.Database;
import nl.marge.platform.idempotency.IdempotencyKeys;
import nl.marge.platform.job.Job;
import nl.marge.platform.job.JobRequest;
import nl.marge.platform.job.Jobs;

/** The fits of customer value: asked for as jobs, kept for good. */
@ApplicationScoped
public class ValueFits {

    private final AskedReports asked;
    private final Jobs jobs;
    private final Database database;
    private final FitStore store;
    private final IdempotencyKeys keys;
    private final ObjectMapper json;

    ValueFits(
            AskedReports asked, Jobs jobs, Database database, FitStore store, IdempotencyKeys keys, ObjectMapper json) {
        this.asked = asked;
        this.jobs = jobs;
        this.database = database;
        this.store = store;
        this.keys = keys;
        this.json = json;
    }

    /** Submits a fit, and with it keeps the answer; everything that is wrong with it is refused. */
    Job order(Company company, FitCommand command, Optional<AnswerKeeper<Job>> keeper) {
        AskedReport report = asked.asked(company.code(), FitCommand.parameters(command.texts()));
        asked.check(report, Map.of("scenario", report.query().text("scenario").orElse(LineSelection.ACTUAL)));
        FitRequest.read(report);
        FitJob.Order order = new FitJob.Order(company.code(), command.texts());
        JobRequest request = JobRequest.of(FitJob.KIND, order.written(json));
        Job queued = database.inTransaction(handle -> {
            Job job = jobs.submit(handle, company.id(), request);
            keeper.ifPresent(keeping -> keys.keep(handle, keeping.key(), keeping.answer(job)));
            return job;
        });
        jobs.wake();
        return queued;
    }

    /** What a kept fit was asked, of the books of {@code report}. */
    public static FitRequest request(KeptFit fit, AskedReport report) {
        return FitRequest.read(new AskedReport(
                report.company(), FitCommand.parameters(fit.request()), report.moment(), report.view()));
    }

    /**
     * The fit of that id.
     *
     * @throws Refusal UNKNOWN when there is none
     */
    public KeptFit require(Company company, String id) {
        return database.read(handle -> store.find(handle, company.id(), id))
                .orElseThrow(() -> new Refusal(
                        Refusal.Reason.UNKNOWN,
                        "Company " + company.code() + " has no fit \"" + Texts.excerpt(id)
                                + "\". GET .../clv/fits lists them; one that was just asked for is there when its job"
                                + " has succeeded."));
    }

    /** At most {@code limit} fits recorded before a moment, or then with a smaller id, the newest first. */
    List<KeptFit> list(Company company, LocalDateTime before, String beforeId, int limit) {
        return database.read(handle -> store.list(handle, company.id(), before, beforeId, limit));
    }

    /** Where a fit is shown. */
    public static String path(String companyCode, String id) {
        return "/api/v1/companies/" + companyCode + "/clv/fits/" + id;
    }
}
