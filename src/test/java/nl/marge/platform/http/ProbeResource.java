package nl.marge.platform.http;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.platform.csv.CsvStyle;
import nl.marge.platform.csv.CsvTable;
import nl.marge.platform.json.CollectionBody;
import nl.marge.platform.json.JsonBody;
import nl.marge.platform.json.NdjsonLines;
import nl.marge.platform.json.StrictJson;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A resource of tests only, thin as all are, by which the edge is tried; it is no part of the contract. */
@Path("/api/v1/probe")
class ProbeResource {

    /** What happened to streams, for a client that has left and hears no answer. */
    static final BlockingQueue<String> BROKEN_OFF = new LinkedBlockingQueue<>();

    private static final long VERSION = 5;

    @GET
    @Operation(hidden = true)
    public Page<String> list(@Context UriInfo uri) {
        QueryParameters query = QueryParameters.of(uri);
        PageRequest page = query.page(1);
        query.refuseIfWrong();
        List<String> all = List.of("a", "b", "c").stream()
                .filter(item -> page.isFirst() || item.compareTo(page.after().get(0)) > 0)
                .limit(page.fetch())
                .toList();
        return Page.of(page, all, List::of);
    }

    @PUT
    @Path("{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response put(@PathParam("code") String code, @Context HttpHeaders headers, InputStream body) {
        OptionalLong ifMatch = ETags.ifMatch(headers);
        if (ifMatch.isPresent() && ifMatch.getAsLong() != VERSION) {
            throw Refusal.of(
                    Refusal.Reason.PRECONDITION_FAILED, Violation.at("", ViolationCode.VERSION_CHANGED, "Not " + code));
        }
        String name = JsonBody.read(body, ProbeResource::name);
        return Response.ok(Map.of("name", name.length() < 100 ? name : "long"))
                .tag(new EntityTag("5"))
                .build();
    }

    @DELETE
    @Path("{code}")
    @Operation(hidden = true)
    public void delete(@PathParam("code") String code) {
        Refusal.Reason reason = Refusal.Reason.valueOf(code);
        throw new Refusal(reason, "Refused as " + code + ".");
    }

    @PUT
    @Consumes({MediaType.APPLICATION_JSON, CollectionBody.NDJSON, CollectionBody.NDJSON_ALIAS})
    @Operation(hidden = true)
    public Map<String, Integer> putAll(@Context HttpHeaders headers, InputStream body) {
        String type = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        return Map.of(
                "items", CollectionBody.read(type, body, ProbeResource::name).size());
    }

    @POST
    @Path("stream")
    @Consumes(CollectionBody.NDJSON)
    @Operation(hidden = true)
    public Map<String, Long> stream(InputStream body) {
        try {
            return count(new NdjsonLines(body));
        } catch (Refusal brokenOff) {
            BROKEN_OFF.add(brokenOff.getMessage());
            throw brokenOff;
        }
    }

    private static Map<String, Long> count(NdjsonLines lines) {
        StrictJson json = new StrictJson();
        long wrong = 0;
        while (lines.next()) {
            wrong += json.read(lines, () -> name(json)).total();
            if (lines.number() == 1) {
                BROKEN_OFF.add("line 1");
            }
        }
        return Map.of("lines", lines.number(), "wrong", wrong);
    }

    @GET
    @Path("table")
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(hidden = true)
    public Response table(@Context UriInfo uri, @Context HttpHeaders headers) {
        QueryParameters query = QueryParameters.of(uri);
        AnswerForm form = AnswerForm.of(query, headers, List.of(AnswerForm.JSON, AnswerForm.CSV));
        CsvStyle style = AnswerForm.csvStyle(query);
        query.refuseIfWrong();
        String tag = ETags.ofReport(List.of("1.1", form.contentType()));
        if (ETags.isKnown(headers, tag)) {
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        }
        StreamingOutput csv = out -> {
            try (CsvTable table = new CsvTable(out, style, List.of("name", "value"))) {
                table.text("=1+1").decimal("-12.50").endRow();
            }
        };
        Object body = form == AnswerForm.CSV ? csv : Map.of("rows", 1);
        return Response.ok(body, form.contentType())
                .header(HttpHeaders.ETAG, tag)
                .build();
    }

    @GET
    @Path("failure")
    @Operation(hidden = true)
    public String fail() {
        throw new IllegalStateException("a secret of the inside");
    }

    @GET
    @Path("failure/{state}")
    @Operation(hidden = true)
    public String failInDatabase(@PathParam("state") String state) {
        SQLException lost = state.equals("pool")
                ? new SQLException("Acquisition timeout while waiting for new connection")
                : new SQLException("a secret of the inside", state);
        throw new IllegalStateException(lost);
    }

    private static String name(StrictJson json) {
        String[] name = {""};
        json.object(member -> {
            switch (member) {
                case "name" -> name[0] = json.textOr("");
                default -> json.unknownMember("name");
            }
        });
        return name[0];
    }
}
