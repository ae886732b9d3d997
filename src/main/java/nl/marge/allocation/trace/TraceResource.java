package nl.marge.allocation.trace;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import nl.marge.allocation.run.AllocationRun;
import nl.marge.allocation.run.AllocationRuns;
import nl.marge.allocation.run.RunDetail;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.dimension.grouping.DimensionFilter;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Texts;
import nl.marge.kernel.Violations;
import nl.marge.ledger.StatementLine;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.reference.StatementLayout;
import nl.marge.platform.http.Page;
import nl.marge.platform.http.PageRequest;
import nl.marge.platform.http.QueryParameters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Traces of allocation runs over HTTP. */
@Path("/api/v1/companies/{company}/allocation-runs/{run}")
@Tag(name = "Allocation runs", description = "Internal cost to the segments and customers that cause it.")
@Produces(MediaType.APPLICATION_JSON)
class TraceResource {

    private final Companies companies;
    private final AllocationRuns runs;
    private final Traces traces;

    TraceResource(Companies companies, AllocationRuns runs, Traces traces) {
        this.companies = companies;
        this.runs = runs;
        this.traces = traces;
    }

    @GET
    @Path("trace")
    @Operation(
            operationId = "traceAllocation",
            summary = "What a run brought to a receiver, and from where",
            description = "Each step names rule, driver, quantity and share, the pool, and the drill to the pool's"
                    + " source lines. A receiver is written as in a filter: a segment is the sum of the receivers that"
                    + " name it and of the customers that belong to it on the last day of the period, so that it ties"
                    + " to the cell of the P&L. Another pool is pool:HR.")
    @Parameter(
            name = "receiver",
            in = org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY,
            required = true,
            description = "Such as SEGMENT:WEB, CUSTOMER:C1;REGION:EU, SEGMENT:~UNUSED_CAPACITY or pool:HR.",
            schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING),
            example = "SEGMENT:WEB")
    @Parameter(
            name = "line",
            in = org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY,
            description = "Only what arrived on accounts that count in this line of the statement.",
            schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING),
            example = "BACK_OFFICE")
    @APIResponse(
            responseCode = "200",
            description = "The trace.",
            content =
                    @Content(
                            schema = @Schema(implementation = TraceBody.class),
                            examples = @ExampleObject(name = "segment", value = TraceBody.EXAMPLE)))
    public TraceBody trace(
            @PathParam("company") String companyCode, @PathParam("run") String id, @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        RunPicture picture = picture(company, id);
        QueryParameters query = QueryParameters.of(uri);
        String receiver = query.requiredText("receiver");
        if (receiver.isEmpty() && query.isGiven("receiver")) {
            query.invalid("receiver", "Parameter receiver is empty. Name a receiver, such as SEGMENT:WEB or pool:HR.");
        }
        IntPredicate accounts = accounts(query, picture.reference());
        Optional<TraceBody> pool = traces.ofPool(picture, receiver, accounts);
        DimensionFilter filter = pool.isPresent() || receiver.isEmpty()
                ? DimensionFilter.none()
                : filter(receiver, query, picture.reference());
        query.refuseIfWrong();
        return pool.orElseGet(() -> traces.of(picture, filter, accounts));
    }

    @GET
    @Path("pools/{pool}/trace")
    @Operation(
            operationId = "tracePool",
            summary = "Where the cost of a pool went",
            description = "Forward from the pool to each of its receivers, other pools and unused capacity among them.")
    @Parameter(name = "limit", ref = "limit")
    @Parameter(name = "cursor", ref = "cursor")
    @APIResponse(
            responseCode = "200",
            description = "A page of receivers.",
            content =
                    @Content(
                            schema = @Schema(implementation = PoolTraceBody.class),
                            examples = @ExampleObject(name = "pool", value = PoolTraceBody.EXAMPLE)))
    public PoolTraceBody pool(
            @PathParam("company") String companyCode,
            @PathParam("run") String id,
            @PathParam("pool") String pool,
            @Context UriInfo uri) {
        Company company = companies.require(companyCode);
        RunPicture picture = picture(company, id);
        int place = rule(picture.run(), pool);
        QueryParameters query = QueryParameters.of(uri);
        PageRequest page = query.page(1);
        query.refuseIfWrong();
        RunDetail.Rule rule = picture.rule(place);
        Page<PoolTraceBody.Portion> portions =
                Page.ofOrdered(page, traces.portions(picture, place), PoolTraceBody.Portion::receiver);
        return new PoolTraceBody(
                id,
                pool,
                rule.code(),
                picture.money(Math.addExact(rule.own(), rule.received())),
                picture.money(rule.residual()),
                picture.sources(pool),
                picture.passedFrom(rule),
                portions.items(),
                portions.next());
    }

    private RunPicture picture(Company company, String id) {
        return traces.picture(company, runs.require(company, id));
    }

    private static int rule(AllocationRun run, String pool) {
        List<RunDetail.Rule> rules = run.detail().rules();
        return IntStream.range(0, rules.size())
                .filter(place -> rules.get(place).pool().equals(pool))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Refusal.Reason.UNKNOWN,
                        "Allocation run " + run.id() + " has no pool \"" + Texts.excerpt(pool)
                                + "\". Its rules name its pools."));
    }

    private static DimensionFilter filter(String receiver, QueryParameters query, Reference reference) {
        Violations wrong = new Violations();
        DimensionFilter filter = DimensionFilter.read(receiver, reference.dimensions(), wrong);
        wrong.listed().forEach(violation -> query.invalid("receiver", violation.message()));
        return filter;
    }

    private static IntPredicate accounts(QueryParameters query, Reference reference) {
        Optional<String> line = query.text("line");
        List<String> lines =
                reference.statement().lines().stream().map(StatementLine::code).toList();
        int place = line.map(lines::indexOf).orElse(0);
        if (place < 0) {
            query.invalid(
                    "line",
                    "Line \"" + Texts.excerpt(line.orElse("")) + "\" is not in the statement. Give one of "
                            + String.join(", ", lines) + ".");
        }
        if (line.isEmpty() || place < 0) {
            return account -> true;
        }
        StatementLayout layout = new StatementLayout(reference);
        int[] rows = layout.rowByAccount();
        return account -> rows[account] != StatementLayout.NO_ROW && layout.factor(place, rows[account]) != 0;
    }
}
