package nl.marge.profitability.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nl.marge.company.Companies;
import nl.marge.company.Company;
import nl.marge.cube.Cubes;
import nl.marge.cube.scenario.KnownScenarios;
import nl.marge.ledger.moment.LedgerMoment;
import nl.marge.ledger.moment.LedgerMoments;
import nl.marge.platform.csv.CsvStyle;
import nl.marge.platform.http.AnswerForm;
import nl.marge.platform.http.ETags;
import nl.marge.platform.http.QueryParameters;
import nl.marge.platform.http.StreamedAnswer;

/** Takes a request for a report in, and sends its answer out. */
@ApplicationScoped
public class ReportAnswers {

    private static final List<AnswerForm> FORMS = List.of(AnswerForm.JSON, AnswerForm.CSV);

    private final Companies companies;
    private final LedgerMoments moments;
    private final Cubes cubes;
    private final KnownScenarios scenarios;
    private final ObjectMapper json;

    ReportAnswers(
            Companies companies, LedgerMoments moments, Cubes cubes, KnownScenarios scenarios, ObjectMapper json) {
        this.companies = companies;
        this.moments = moments;
        this.cubes = cubes;
        this.scenarios = scenarios;
        this.json = json;
    }

    /** The request, with the books it is asked of. */
    public AskedReport asked(String companyCode, UriInfo uri) {
        Company company = companies.require(companyCode);
        QueryParameters query = QueryParameters.of(uri);
        LedgerMoment moment = moments.read(company, query);
        return new AskedReport(company, query, moment, cubes.current(company).upTo(moment.number()));
    }

    /** A request that is about the books of this moment only, with these books. */
    public AskedReport now(String companyCode, QueryParameters query) {
        Company company = companies.require(companyCode);
        LedgerMoment moment = moments.read(company, new QueryParameters(Map.of()));
        return new AskedReport(
                company, query, moment, cubes.current(company).upTo(moment.number()));
    }

    /**
     * The answer, once all parameters are read.
     *
     * @param scenariosByParameter the scenarios that were named, which must be known
     * @param normalForm what the answer depends on besides the books, so that equal questions have equal tags
     * @param reply made only when the caller does not have it already
     */
    public Response answer(
            AskedReport asked,
            HttpHeaders headers,
            Map<String, String> scenariosByParameter,
            List<String> normalForm,
            Supplier<Reply> reply) {
        scenariosByParameter.forEach(
                (parameter, code) -> scenarios.check(asked.company(), code, parameter, asked.query()));
        AnswerForm form = AnswerForm.of(asked.query(), headers, FORMS);
        CsvStyle style = AnswerForm.csvStyle(asked.query());
        asked.query().refuseIfWrong();
        String watermark = asked.moment().watermark().toString();
        List<String> parts = new ArrayList<>(normalForm);
        parts.addAll(List.of(asked.company().code(), watermark, form.contentType(), style.toString()));
        String tag = ETags.ofReport(parts);
        StreamedAnswer answer = new StreamedAnswer(form, watermark);
        if (ETags.isKnown(headers, tag)) {
            return answer.notModified(tag);
        }
        Reply made = reply.get();
        return answer.of(
                tag,
                made.difference(),
                form == AnswerForm.CSV ? out -> made.table().write(out, style) : out -> write(out, made.body()));
    }

    private void write(OutputStream out, Object body) throws IOException {
        try (JsonGenerator generator =
                json.getFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeValue(generator, body);
        }
    }
}
