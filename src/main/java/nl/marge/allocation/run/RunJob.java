package nl.marge.allocation.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.cube.Cubes;
import nl.marge.platform.job.JobKind;
import nl.marge.platform.job.JobWork;

/** Makes runs and reverses them, as jobs; a run has the id of its job, so a job begun anew finds what it made. */
@ApplicationScoped
class RunJob implements JobKind {

    static final String KIND = "ALLOCATION_RUN";

    private final Companies companies;
    private final RunPosting posting;
    private final Cubes cubes;
    private final ObjectMapper json;

    RunJob(Companies companies, RunPosting posting, Cubes cubes, ObjectMapper json) {
        this.companies = companies;
        this.posting = posting;
        this.cubes = cubes;
        this.json = json;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String run(JobWork work) {
        RunOrder order = RunOrder.read(json, work.request());
        Company company = companies.require(order.company());
        RunPosting.Outcome outcome = order.reverses().isPresent()
                ? posting.reverse(company, order, work)
                : posting.run(company, Long.toString(work.jobId()), order, work);
        // Millions of lines may have come: whoever looks at the report in a moment need not wait until they are read.
        cubes.follow(company);
        ObjectNode result = json.createObjectNode();
        result.put("run", outcome.run());
        result.put("outcome", outcome.kind().name());
        result.put("href", AllocationRuns.path(company.code(), outcome.run()));
        return result.toString();
    }
}
