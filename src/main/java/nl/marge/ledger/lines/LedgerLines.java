package nl.marge.ledger.lines;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.marge.company.Company;
import nl.marge.ledger.tail.PublishedBatch;
import nl.marge.ledger.tail.PublishedBatches;

/**
 * Lines in full, streamed in number order however many there are: batch after batch, first the headers that match, then
 * the lines of a limited number of them.
 */
@ApplicationScoped
class LedgerLines {

    /** Entries whose headers are held at a time. */
    private static final int ENTRIES_HELD = 10_000;

    /** Batches looked up at a time. */
    private static final int BATCHES_HELD = 500;

    /** Lines held at a time; a single entry may have more. */
    private static final int LINES_HELD = 20_000;

    private final PublishedBatches batches;
    private final LineReader reader;

    LedgerLines(PublishedBatches batches, LineReader reader) {
        this.batches = batches;
        this.reader = reader;
    }

    /** Hands the lines asked for to {@code sink} as long as it wants; dimensions are left to the sink. */
    void stream(Company company, LinesQuery query, LineSink sink) throws IOException {
        if (query.isEmpty()) {
            return;
        }
        Optional<List<PublishedBatch>> dated = query.isDated()
                ? batches.dated(company.id(), query.first(), query.last(), query.after(), query.through())
                : Optional.empty();
        if (dated.isPresent()) {
            stream(company, query, dated.get(), sink);
            return;
        }
        long read = query.after();
        boolean more = true;
        while (more && read < query.through()) {
            List<PublishedBatch> page = batches.page(company.id(), read, query.through());
            more = stream(company, query, page, sink);
            PublishedBatch last = page.get(page.size() - 1);
            read = last.numberOf(last.lastOrdinal());
        }
    }

    private boolean stream(Company company, LinesQuery query, List<PublishedBatch> page, LineSink sink)
            throws IOException {
        for (List<PublishedBatch> group : groups(page)) {
            List<EntryHeader> headers = reader.headers(query, group);
            headers.sort(Comparator.comparing(EntryHeader::number));
            for (List<EntryHeader> run : runs(headers)) {
                if (!hand(reader.lines(company, query, run), sink)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean hand(List<PublishedLine> lines, LineSink sink) throws IOException {
        for (PublishedLine line : lines) {
            if (!sink.take(line)) {
                return false;
            }
        }
        return true;
    }

    /** Small whole batches together, a large or cut one in parts. */
    private static List<List<PublishedBatch>> groups(List<PublishedBatch> page) {
        List<List<PublishedBatch>> groups = new ArrayList<>();
        List<PublishedBatch> group = new ArrayList<>();
        int entries = 0;
        for (PublishedBatch batch : page) {
            boolean alone = !batch.whole() || batch.entries() > ENTRIES_HELD;
            if (alone || entries + batch.entries() > ENTRIES_HELD || group.size() == BATCHES_HELD) {
                groups.add(group);
                group = new ArrayList<>();
                entries = 0;
            }
            if (alone) {
                groups.addAll(parts(batch));
            } else {
                group.add(batch);
                entries += batch.entries();
            }
        }
        groups.add(group);
        groups.removeIf(List::isEmpty);
        return groups;
    }

    private static List<List<PublishedBatch>> parts(PublishedBatch batch) {
        List<List<PublishedBatch>> parts = new ArrayList<>();
        for (int first = batch.firstOrdinal(); first <= batch.lastOrdinal(); first += ENTRIES_HELD) {
            parts.add(List.of(batch.part(first, Math.min(batch.lastOrdinal(), first + ENTRIES_HELD - 1))));
        }
        return parts;
    }

    /** Entries that follow one another with about as many lines as are held at a time. */
    private static List<List<EntryHeader>> runs(List<EntryHeader> headers) {
        List<List<EntryHeader>> runs = new ArrayList<>();
        int start = 0;
        int lines = 0;
        for (int i = 0; i < headers.size(); i++) {
            lines += headers.get(i).lineCount();
            if (lines >= LINES_HELD || i == headers.size() - 1) {
                runs.add(headers.subList(start, i + 1));
                start = i + 1;
                lines = 0;
            }
        }
        return runs;
    }
}
