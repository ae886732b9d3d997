package nl.marge.profitability.whatif.answer;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.marge.allocation.form.SettingForm;
import nl.marge.allocation.lever.Lever;
import nl.marge.allocation.lever.LeverForm;
import nl.marge.allocation.setting.AllocationReferences;
import nl.marge.company.Company;
import nl.marge.cube.CubeView;
import nl.marge.cube.Cubes;
import nl.marge.dimension.grouping.DimensionFilter;
import nl.marge.kernel.Place;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Violations;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.reference.References;
import nl.marge.platform.csv.CsvStyle;
import nl.marge.platform.http.AnswerForm;
import nl.marge.platform.http.StreamedAnswer;
import nl.marge.profitability.ReportRow;
import nl.marge.profitability.whatif.BreakEven;
import nl.marge.profitability.whatif.Calculation;
import nl.marge.profitability.whatif.Ground;
import nl.marge.profitability.whatif.Grounds;
import nl.marge.profitability.whatif.Scope;
import nl.marge.profitability.whatif.Step;
import nl.marge.profitability.whatif.Trials;
import nl.marge.profitability.whatif.WhatIf;

/** Checks what is asked against the company's books of this moment, and has it calculated. */
@ApplicationScoped
class Answers {

    private final Cubes cubes;
    private final References references;
    private final AllocationReferences allocations;
    private final Grounds grounds;
    private final Clock clock;
    private final ObjectMapper json;

    Answers(
            Cubes cubes,
            References references,
            AllocationReferences allocations,
            Grounds grounds,
            Clock clock,
            ObjectMapper json) {
        this.cubes = cubes;
        this.references = references;
        this.allocations = allocations;
        this.grounds = grounds;
        this.clock = clock;
        this.json = json;
    }

    /** The books as they are now: the reference data is never older than the ledger seen. */
    record Now(CubeView view, Reference reference, SettingForm form, LocalDate today) {
        Violations violations() {
            return form.violations();
        }

        ScopeForm scopes() {
            return new ScopeForm(reference, today, violations());
        }
    }

    Now now(Company company) {
        CubeView view = cubes.current(company);
        Reference reference = references.current(company);
        SettingForm form =
                new SettingForm(reference, allocations.current(company, reference.version()), new Violations());
        return new Now(view, reference, form, LocalDate.ofInstant(clock.instant(), company.timeZone()));
    }

    /**
     * What the levers of a request do.
     *
     * @throws Refusal with everything that is wrong
     */
    WhatIf whatIf(Company company, WhatIfRequest request) {
        Now now = now(company);
        Scope scope = now.scopes().scope(request.scope());
        List<Lever> levers = new LeverForm(now.form()).levers(Place.at("/levers"), request.levers());
        now.violations().refuseContent();
        return whatIf(now, scope, levers);
    }

    /**
     * What kept levers do.
     *
     * @throws Refusal with everything about them that no longer holds
     */
    WhatIf kept(Now now, Scope scope, List<Lever> levers) {
        new LeverForm(now.form()).kept(Place.at("/levers"), levers);
        now.violations().refuseContent();
        return whatIf(now, scope, levers);
    }

    private WhatIf whatIf(Now now, Scope scope, List<Lever> levers) {
        List<DimensionFilter> filters =
                levers.stream().map(lever -> filter(now, lever)).toList();
        Ground ground = grounds.of(Grounds.Asked.of(scope, levers, filters), now.reference(), now.view());
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < levers.size(); i++) {
            steps.add(new Step(levers.get(i), ground.reach(filters.get(i)), Place.at("/levers/" + i)));
        }
        return new Calculation(ground).whatIf(steps);
    }

    /** One percent of each lever on each row, and the ground it was tried on. */
    record Tried(Ground ground, List<Trials.Sensitivity> entries) {
        Tried {
            entries = List.copyOf(entries);
        }
    }

    /**
     * What one percent of each lever does.
     *
     * @throws Refusal with everything that is wrong
     */
    Tried sensitivity(Company company, ScopeRequest request) {
        Now now = now(company);
        Scope scope = now.scopes().scope(request);
        now.violations().refuseContent();
        Ground ground = grounds.of(Grounds.Asked.each(scope), now.reference(), now.view());
        return new Tried(ground, new Trials(ground).sensitivity());
    }

    /** How far a lever has to go, and what was asked. */
    record Searched(Ground ground, Lever lever, BreakEvenForm.Goal goal, ReportRow row, BreakEven.Found found) {}

    /**
     * How far a lever has to be moved.
     *
     * @throws Refusal with everything that is wrong
     */
    Searched breakEven(Company company, BreakEvenRequest request) {
        Now now = now(company);
        Scope scope = now.scopes().scope(request.scope());
        Optional<Lever> lever = new LeverForm(now.form()).unmoved(request.lever());
        BreakEvenForm form = new BreakEvenForm(now.reference(), now.violations());
        Optional<BreakEvenForm.Goal> goal = form.goal(request, scope.by());
        now.violations().refuseContent();
        DimensionFilter filter = filter(now, lever.orElseThrow());
        Grounds.Asked asked = Grounds.Asked.of(scope, List.of(lever.get()), List.of(filter));
        Ground ground = grounds.of(asked, now.reference(), now.view());
        ReportRow row = form.row(ground, goal.orElseThrow());
        now.violations().refuseContent();
        Step step = new Step(lever.get(), ground.reach(filter), Place.at("/lever"));
        BreakEven.Found found = new Trials(ground)
                .breakEven(step, row, goal.get().line(), goal.get().target());
        return new Searched(ground, lever.get(), goal.get(), row, found);
    }

    /** Writes what levers do in the form that is asked for. */
    StreamedAnswer.Body body(WhatIf whatIf, AnswerForm form, CsvStyle style) {
        return form == AnswerForm.CSV
                ? out -> new WhatIfCsv(whatIf).write(out, style)
                : out -> json.writeValue(out, WhatIfResultBody.of(whatIf));
    }

    private static DimensionFilter filter(Now now, Lever lever) {
        return DimensionFilter.read(lever.filter(), now.reference().dimensions(), now.violations());
    }
}
