package nl.marge.bench;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The durable, validated load of a whole file of entries by one NDJSON request, beside {@code load data} of the same
 * lines on one connection into the same kind of table on the same server, 10,000 lines a commit. The service parses,
 * checks, resolves dimensions, stores headers and lines and numbers them; {@code load data} only stores lines.
 */
final class BatchLoad {

    private static final int LINES_PER_COMMIT = 10_000;
    private static final Pattern LEDGER = Pattern.compile("\"ledger\":\"(-?[0-9.]+)\"");

    private final Size size;
    private final Workload workload;
    private final MargeService service;
    private final DatabaseServer database;
    private final Books books;

    BatchLoad(Size size, MargeService service, DatabaseServer database, Path folder) {
        this.size = size;
        this.service = service;
        this.database = database;
        workload = new Workload(size);
        books = new Books(workload, folder);
    }

    /** Measures and gives the table to print. */
    String measure() throws Exception {
        List<byte[]> rows = chunks(books.rows());
        Path first = books.ndjson("first");
        Path second = books.ndjson("second");
        return new SideBySide("lines", size.lines())
                .with("load data, one connection", round -> loadData(rows))
                .with("NDJSON, all dimension sets new", round -> {
                    setUp(round);
                    return post(round, first);
                })
                .with("NDJSON, all dimension sets known", round -> {
                    long spent = post(round, second);
                    verify(round);
                    return spent;
                })
                .table(size.rounds());
    }

    /** Lays down the books of one company, for others to ask of. */
    void open() throws Exception {
        setUp(0);
        post(0, books.ndjson("first"));
    }

    private long loadData(List<byte[]> chunks) throws Exception {
        try (Connection connection = database.connect("bench");
                Statement statement = connection.createStatement()) {
            statement.execute("create or replace table ledger_line like marge.ledger_line");
            connection.setAutoCommit(false);
            long start = System.nanoTime();
            for (byte[] chunk : chunks) {
                statement
                        .unwrap(org.mariadb.jdbc.Statement.class)
                        .setLocalInfileInputStream(new ByteArrayInputStream(chunk));
                statement.execute("load data local infile 'rows' into table ledger_line");
                connection.commit();
            }
            return System.nanoTime() - start;
        }
    }

    private void setUp(int round) throws Exception {
        String company = company(round);
        service.put(
                company, "{\"name\":\"Bench\",\"currency\":\"EUR\",\"fiscalYearStartMonth\":1,\"timeZone\":\"UTC\"}");
        service.put(company + "/accounts", array(workload.accounts(), workload::accountJson));
        putDimension(company, "CUSTOMER", "C", size.customers());
        putDimension(company, "PRODUCT", "P", Workload.PRODUCTS);
        putDimension(company, "REGION", "R", Workload.REGIONS);
        putDimension(company, "CHANNEL", "H", Workload.CHANNELS);
        putDimension(company, "SEGMENT", "S", size.segments());
        service.put(
                company + "/dimensions/CUSTOMER/memberships/SEGMENT",
                array(
                        size.customers(),
                        customer -> "{\"value\":\"C" + customer + "\",\"memberOf\":\"S" + workload.segment(customer)
                                + "\",\"from\":null}"));
    }

    private void putDimension(String company, String code, String prefix, int values) throws Exception {
        service.put(company + "/dimensions/" + code, "{\"name\":\"" + code + "\"}");
        service.put(
                company + "/dimensions/" + code + "/values",
                array(
                        values,
                        value -> "{\"code\":\"" + prefix + value + "\",\"name\":\"" + code + " " + value + "\"}"));
    }

    private long post(int round, Path file) throws Exception {
        long start = System.nanoTime();
        String answer = service.postNdjson(company(round) + "/journal-entries/batch", file);
        long spent = System.nanoTime() - start;
        if (!answer.contains("\"posted\":" + size.entries() + ",")) {
            throw new IllegalStateException("Not all entries were posted: " + answer);
        }
        return spent;
    }

    /** The report knows both files, to the cent. */
    private void verify(int round) throws Exception {
        String report = service.get(company(round) + "/profit-and-loss?from=2024-01&to=2025-12&by=SEGMENT");
        Matcher ledger = LEDGER.matcher(report);
        String expected = Workload.amount(2 * workload.profitCents());
        if (!ledger.find() || !ledger.group(1).equals(expected) || !report.contains("\"difference\":\"0.00\"")) {
            throw new IllegalStateException("The report does not say " + expected + ": " + report);
        }
    }

    static String company(int round) {
        return "/companies/BENCH" + round;
    }

    private static String array(int count, IntFunction<String> item) {
        return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining(",", "[", "]"));
    }

    private static List<byte[]> chunks(Path file) throws Exception {
        List<byte[]> chunks = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            StringBuilder chunk = new StringBuilder();
            int count = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                chunk.append(line).append('\n');
                if (++count % LINES_PER_COMMIT == 0) {
                    chunks.add(chunk.toString().getBytes(StandardCharsets.US_ASCII));
                    chunk.setLength(0);
                }
            }
            if (chunk.length() > 0) {
                chunks.add(chunk.toString().getBytes(StandardCharsets.US_ASCII));
            }
        }
        return chunks;
    }
}
