package nl.marge.bench;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.marge.bench.Workload.Line;

/** Writes the books to files before any clock runs: NDJSON for the service, tab-separated lines for the database. */
final class Books {

    private final Workload workload;
    private final Path folder;

    Books(Workload workload, Path folder) {
        this.workload = workload;
        this.folder = folder;
    }

    /** One entry a line, in the contract's shape; equal books with another prefix are other entries. */
    Path ndjson(String prefix) {
        return write(
                prefix + ".ndjson",
                out -> workload.forEachEntry((index, date, lines) -> {
                    StringBuilder json = new StringBuilder(600)
                            .append("{\"externalId\":\"")
                            .append(prefix)
                            .append('-')
                            .append(index)
                            .append("\",\"postingDate\":\"")
                            .append(date)
                            .append("\",\"lines\":[");
                    for (int i = 0; i < lines.length; i++) {
                        json.append(i == 0 ? "" : ",")
                                .append("{\"account\":\"")
                                .append(Workload.accountCode(lines[i].account()))
                                .append("\",\"amount\":\"")
                                .append(Workload.amount(lines[i].cents()))
                                .append("\",\"dimensions\":")
                                .append(workload.setJson(lines[i].set()))
                                .append('}');
                    }
                    append(out, json.append("]}\n"));
                }));
    }

    /** The same lines as rows of {@code ledger_line}: batch, ordinal, line, account, set, amount, and five nulls. */
    Path rows() {
        return write(
                "rows.tsv",
                out -> workload.forEachEntry((index, date, lines) -> {
                    StringBuilder rows = new StringBuilder(200);
                    for (int i = 0; i < lines.length; i++) {
                        Line line = lines[i];
                        rows.append("1\t")
                                .append(index)
                                .append('\t')
                                .append(i + 1)
                                .append('\t')
                                .append(line.account() + 1)
                                .append('\t')
                                .append(line.set() + 1)
                                .append('\t')
                                .append(Workload.amount(line.cents()))
                                .append("\t\\N\t\\N\t\\N\t\\N\n");
                    }
                    append(out, rows);
                }));
    }

    private Path write(String name, java.util.function.Consumer<Writer> content) {
        Path file = folder.resolve(name);
        try (Writer out = new BufferedWriter(new OutputStreamWriter(
                new BufferedOutputStream(Files.newOutputStream(file)), StandardCharsets.US_ASCII))) {
            content.accept(out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return file;
    }

    private static void append(Writer out, CharSequence text) {
        try {
            out.append(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
