package nl.marge.platform.http.table;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import nl.marge.platform.csv.CsvStyle;
import nl.marge.platform.http.AnswerForm;
import nl.marge.platform.http.ETags;
import nl.marge.platform.http.QueryParameters;
import nl.marge.platform.http.StreamedAnswer;

/** Sends reports as JSON or as CSV, and nothing to who has them already. */
@ApplicationScoped
public class TableAnswers {

    private static final List<AnswerForm> FORMS = List.of(AnswerForm.JSON, AnswerForm.CSV);

    private final ObjectMapper json;

    TableAnswers(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The answer, once the caller has read all of its parameters; those of the form are read here, and whatever is
     * wrong is refused.
     *
     * @param watermark of the books that are asked
     * @param normalForm what the answer depends on besides the books, the company named, so that equal questions have
     *     equal tags
     * @param reply made only when the caller does not have it already
     */
    public Response answer(
            QueryParameters query,
            HttpHeaders headers,
            String watermark,
            List<String> normalForm,
            Supplier<TableReply> reply) {
        AnswerForm form = AnswerForm.of(query, headers, FORMS);
        CsvStyle style = AnswerForm.csvStyle(query);
        query.refuseIfWrong();
        List<String> parts = new ArrayList<>(normalForm);
        parts.addAll(List.of(watermark, form.contentType(), style.toString()));
        String tag = ETags.ofReport(parts);
        StreamedAnswer answer = new StreamedAnswer(form, watermark);
        if (ETags.isKnown(headers, tag)) {
            return answer.notModified(tag);
        }
        TableReply made = reply.get();
        if (form == AnswerForm.CSV) {
            return answer.of(tag, made.difference(), out -> made.table().write(out, style));
        }
        Object body = made.body().get();
        return answer.of(tag, made.difference(), out -> write(out, body));
    }

    private void write(OutputStream out, Object body) throws IOException {
        try (JsonGenerator generator =
                json.getFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeValue(generator, body);
        }
    }
}
