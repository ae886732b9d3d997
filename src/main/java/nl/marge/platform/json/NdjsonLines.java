package nl.marge.platform.json;

import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;

/**
 * The lines of a stream of NDJSON, of any number, one after the other in buffers that are used again. Lines end in LF
 * or CRLF, the last may end with the stream; a byte order mark at the start is ignored, blank lines are skipped but
 * counted. What is wrong with a line, bytes that are not UTF-8 or too many of them, is a fault of that line alone.
 */
public final class NdjsonLines {

    /** Bytes in a line at most: the contract's limit of a JSON body. */
    public static final int LINE_BYTES_LIMIT = JsonBody.BYTES_LIMIT;

    private static final int FIRST_CAPACITY = 256 * 1024;

    private final BodyBytes body;
    private final StrictUtf8 decoder = new StrictUtf8();
    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int lineStart;
    private int lineEnd;
    private boolean lineTooLong;
    private int following;
    private int end;
    private boolean ended;
    private long number;
    private Optional<Violation> fault = Optional.empty();

    /** The lines that {@code body} will give; nothing is read yet. */
    public NdjsonLines(InputStream body) {
        this.body = new BodyBytes(body);
    }

    /**
     * Goes to the next line that is not blank; false after the last.
     *
     * @throws Refusal when the stream itself breaks off: what came is not what the caller meant to send
     */
    public boolean next() {
        while (findLine()) {
            number++;
            if (number == 1) {
                lineStart += BodyBytes.markLength(bytes, lineStart, lineEnd);
            }
            if (lineTooLong || !isBlank()) {
                fault = decode();
                return true;
            }
        }
        return false;
    }

    /** The physical line stood at, counted from 1. */
    public long number() {
        return number;
    }

    /** What makes the whole line unreadable; its characters are then of no use. */
    public Optional<Violation> fault() {
        return fault;
    }

    /** The line's characters, from the first to {@link #length}, valid until the next line. */
    public char[] characters() {
        return decoder.characters();
    }

    /** How many characters the line has. */
    public int length() {
        return decoder.length();
    }

    /** Finds where the next physical line begins and ends; of a line too long only the end is kept. */
    private boolean findLine() {
        lineStart = following;
        lineTooLong = false;
        int searched = lineStart;
        while (true) {
            lineEnd = lineFeedFrom(searched);
            if (lineEnd < end || ended) {
                boolean found = lineTooLong || lineStart < end;
                lineTooLong |= lineEnd - lineStart > LINE_BYTES_LIMIT;
                following = Math.min(lineEnd + 1, end);
                return found;
            }
            if (end - lineStart > LINE_BYTES_LIMIT) {
                lineTooLong = true;
                lineStart = end;
            }
            searched = fill();
        }
    }

    private int lineFeedFrom(int offset) {
        int i = offset;
        while (i < end && bytes[i] != '\n') {
            i++;
        }
        return i;
    }

    /** Reads more behind what the line has so far, moved to the front; gives where the new bytes begin. */
    private int fill() {
        int kept = end - lineStart;
        System.arraycopy(bytes, lineStart, bytes, 0, kept);
        lineStart = 0;
        if (kept == bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(bytes.length * 2, LINE_BYTES_LIMIT + FIRST_CAPACITY));
        }
        int read = body.read(bytes, kept, bytes.length - kept);
        ended = read < 0;
        end = kept + Math.max(0, read);
        return kept;
    }

    private boolean isBlank() {
        for (int i = lineStart; i < lineEnd; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    private Optional<Violation> decode() {
        if (lineTooLong) {
            return Optional.of(Violation.at(
                    "",
                    ViolationCode.JSON_UNREADABLE,
                    "The line has more than " + LINE_BYTES_LIMIT + " bytes. Divide what it holds over several lines."));
        }
        boolean carriageReturn = bytes[lineEnd - 1] == '\r';
        if (decoder.decode(bytes, lineStart, lineEnd - lineStart - (carriageReturn ? 1 : 0))) {
            return Optional.empty();
        }
        return Optional.of(decoder.fault());
    }
}
