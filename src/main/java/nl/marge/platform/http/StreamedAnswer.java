package nl.marge.platform.http;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A tabular answer that is written while it is sent, in the form asked for, with what it knew in its headers.
 *
 * @param watermark which entries and reference data it knows
 */
public record StreamedAnswer(AnswerForm form, String watermark) {

    private static final String WATERMARK = "X-Marge-Watermark";
    private static final String DIFFERENCE = "X-Marge-Difference";
    private static final int BUFFER = 1 << 16;

    public StreamedAnswer {
        requireNonNull(form, "form");
        requireNonNull(watermark, "watermark");
    }

    /** What writes the body. */
    @FunctionalInterface
    public interface Body {
        /** Writes all of it; closing {@code out} does no harm. */
        void write(OutputStream out) throws IOException;
    }

    /** The answer. */
    public Response of(Body body) {
        return builder(body).build();
    }

    /** The answer under an entity tag. */
    public Response of(String tag, Body body) {
        return builder(body).header(HttpHeaders.ETAG, tag).build();
    }

    /** The answer of a report that reconciles with the ledger up to {@code difference}. */
    public Response ofReport(String difference, Body body) {
        return builder(body).header(DIFFERENCE, difference).build();
    }

    /** The answer under an entity tag of a report that reconciles with the ledger up to {@code difference}. */
    public Response of(String tag, String difference, Body body) {
        return builder(body)
                .header(HttpHeaders.ETAG, tag)
                .header(DIFFERENCE, difference)
                .build();
    }

    /** That the caller has the answer already. */
    public Response notModified(String tag) {
        return Response.notModified()
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(WATERMARK, watermark)
                .build();
    }

    private Response.ResponseBuilder builder(Body body) {
        StreamingOutput stream = out -> {
            OutputStream open = new BufferedOutputStream(out, BUFFER) {
                @Override
                public void close() throws IOException {
                    flush();
                }
            };
            body.write(open);
            open.flush();
        };
        return Response.ok(stream)
                .header(HttpHeaders.CONTENT_TYPE, form.contentType())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(WATERMARK, watermark);
    }
}
