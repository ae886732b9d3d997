package nl.marge.cube.asked;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.cube.Cubes;
import nl.marge.cube.scenario.KnownScenarios;
import nl.marge.ledger.moment.LedgerMoment;
import nl.marge.ledger.moment.LedgerMoments;
import nl.marge.platform.http.QueryParameters;

/** Takes requests for reports in: finds the books they are asked of. */
@ApplicationScoped
public class AskedReports {

    private final Companies companies;
    private final LedgerMoments moments;
    private final Cubes cubes;
    private final KnownScenarios scenarios;

    AskedReports(Companies companies, LedgerMoments moments, Cubes cubes, KnownScenarios scenarios) {
        this.companies = companies;
        this.moments = moments;
        this.cubes = cubes;
        this.scenarios = scenarios;
    }

    /** The request, with the books it is asked of. */
    public AskedReport asked(String companyCode, QueryParameters query) {
        Company company = companies.require(companyCode);
        LedgerMoment moment = moments.read(company, query);
        return new AskedReport(company, query, moment, cubes.current(company).upTo(moment.number()));
    }

    /** Notes the scenarios that are not known, each with the parameter that names it. */
    public void check(AskedReport asked, Map<String, String> scenariosByParameter) {
        scenariosByParameter.forEach(
                (parameter, code) -> scenarios.check(asked.company(), code, parameter, asked.query()));
    }
}
