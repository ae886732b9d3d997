package nl.marge.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged service as a user runs it: a process of its own, spoken to over HTTP. */
final class MargeService implements AutoCloseable {

    /** Tenths of a second that a report may be busy: a minute. */
    private static final int BUSY_LIMIT = 600;

    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+)");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ChildProcess process;
    private String base = "";

    private MargeService(ChildProcess process) {
        this.process = process;
    }

    /** Starts the jar on the given database with {@code heap} such as {@code 4g}, and waits until it is ready. */
    static MargeService start(Path jar, String heap, DatabaseServer database, Path log) throws Exception {
        Map<String, String> environment = Map.of(
                "QUARKUS_HTTP_PORT", "0",
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_DATASOURCE_JDBC_URL",
                        database.url("marge", "useBulkStmts=true&useServerPrepStmts=true&cachePrepStmts=true"),
                "QUARKUS_DATASOURCE_USERNAME", "marge",
                "QUARKUS_DATASOURCE_PASSWORD", DatabaseServer.PASSWORD,
                "QUARKUS_FLYWAY_USERNAME", "marge_owner",
                "QUARKUS_FLYWAY_PASSWORD", DatabaseServer.PASSWORD,
                "QUARKUS_FLYWAY_PLACEHOLDERS_APP", "'marge'@'127.0.0.1'");
        List<String> command = List.of("java", "-Xmx" + heap, "-jar", jar.toString());
        MargeService service = new MargeService(ChildProcess.start(command, environment, log));
        service.process.awaitReady(service::isReady);
        return service;
    }

    /** What {@code GET path} below {@code /api/v1} answers; asked again while a large ledger is read into memory. */
    String get(String path) throws Exception {
        HttpRequest request = request(path).GET().build();
        HttpResponse<String> response = send(request);
        for (int i = 0; i < BUSY_LIMIT && response.statusCode() == 503; i++) {
            Thread.sleep(100);
            response = send(request);
        }
        return body(response);
    }

    /** What {@code PUT path} with a JSON body answers. */
    String put(String path, String json) throws Exception {
        return answer(request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json))
                .build());
    }

    /** What {@code PUT path} with a table answers. */
    String putCsv(String path, String csv) throws Exception {
        return answer(request(path)
                .header("Content-Type", "text/csv")
                .PUT(BodyPublishers.ofString(csv))
                .build());
    }

    /** What {@code POST path} with a JSON body answers. */
    String post(String path, String json) throws Exception {
        return answer(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    /** What {@code POST path} with a file of NDJSON answers. */
    String postNdjson(String path, Path file) throws Exception {
        BodyPublisher body = BodyPublishers.ofFile(file);
        return answer(request(path)
                .header("Content-Type", "application/x-ndjson")
                .POST(body)
                .build());
    }

    @Override
    public void close() {
        process.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + "/api/v1" + path)).timeout(Duration.ofMinutes(30));
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private String answer(HttpRequest request) throws Exception {
        return body(send(request));
    }

    private static String body(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            HttpRequest request = response.request();
            throw new IllegalStateException(request.method() + " " + request.uri() + " answered "
                    + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    private boolean isReady() throws Exception {
        Matcher listening = LISTENING.matcher(process.output());
        if (!listening.find()) {
            return false;
        }
        base = listening.group(1);
        HttpRequest ready =
                HttpRequest.newBuilder(URI.create(base + "/q/health/ready")).build();
        try {
            return client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
