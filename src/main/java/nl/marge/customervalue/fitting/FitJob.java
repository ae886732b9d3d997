package nl.marge.customervalue.fitting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.allocation.memo.AllocationMemos;
import nl.marge.cube.asked.AskedReport;
import nl.marge.cube.asked.AskedReports;
import nl.marge.customervalue.history.CustomerHistories;
import nl.marge.customervalue.history.Histories;
import nl.marge.customervalue.history.HistoryQuery;
import nl.marge.platform.Database;
import nl.marge.platform.job.JobKind;
import nl.marge.platform.job.JobWork;

/** Makes fits, as jobs; a fit has the id of its job, so a job begun anew finds what it made. */
@ApplicationScoped
class FitJob implements JobKind {

    static final String KIND = "CLV_FIT";

    private static final int STEPS = 3;

    private final AskedReports asked;
    private final CustomerHistories histories;
    private final AllocationMemos memos;
    private final Database database;
    private final FitStore store;
    private final Clock clock;
    private final ObjectMapper json;

    FitJob(
            AskedReports asked,
            CustomerHistories histories,
            AllocationMemos memos,
            Database database,
            FitStore store,
            Clock clock,
            ObjectMapper json) {
        this.asked = asked;
        this.histories = histories;
        this.memos = memos;
        this.database = database;
        this.store = store;
        this.clock = clock;
        this.json = json;
    }

    /** What a job is to fit, as the job keeps it. */
    record Order(String company, Map<String, String> request) {

        String written(ObjectMapper json) {
            try {
                return json.writeValueAsString(this);
            } catch (JsonProcessingException bug) {
                throw new IllegalStateException("an order cannot be written as JSON: " + this, bug);
            }
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String run(JobWork work) {
        Order order = order(work.request());
        String id = Long.toString(work.jobId());
        boolean made = database.read(handle -> store.find(handle, work.companyId(), id))
                .isPresent();
        if (!made) {
            make(order, id, work);
        }
        ObjectNode result = json.createObjectNode();
        result.put("fit", id);
        result.put("href", ValueFits.path(order.company(), id));
        return result.toString();
    }

    private void make(Order order, String id, JobWork work) {
        work.progress(0, STEPS, "STEP");
        AskedReport report = asked.asked(order.company(), FitCommand.parameters(order.request()));
        FitRequest request = FitRequest.read(report);
        Histories found = histories.of(request.histories(), report.reference(), report.view());
        work.progress(1, STEPS, "STEP");
        work.checkCancelled();
        FitDetail detail = new ValueFitting(request, found)
                .fit(runs(report, request.histories()), begin(report, request.histories()));
        work.progress(2, STEPS, "STEP");
        KeptFit fit = new KeptFit(
                id,
                report.view().number(),
                report.reference().version(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                order.request(),
                detail);
        database.inTransaction(handle -> {
            store.create(handle, work.companyId(), fit);
            work.confirm(handle);
            return fit;
        });
        work.progress(STEPS, STEPS, "STEP");
    }

    /** The first day of the scenario's books. */
    private static Optional<LocalDate> begin(AskedReport report, HistoryQuery query) {
        return report.view().scenarios().stream()
                .filter(lines -> lines.scenario().equals(query.selection().scenario()))
                .map(lines -> LocalDate.ofEpochDay(lines.firstDay()))
                .findFirst();
    }

    /** The runs whose cost is in the histories. */
    private List<String> runs(AskedReport report, HistoryQuery query) {
        return memos.of(report.reference(), query.range(), query.selection(), report.view())
                .runs();
    }

    private Order order(String text) {
        try {
            return json.readValue(text, Order.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a stored order cannot be read: " + text, damaged);
        }
    }
}
