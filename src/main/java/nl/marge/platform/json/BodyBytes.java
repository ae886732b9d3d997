package nl.marge.platform.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import nl.marge.kernel.Place;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;

/** The raw bytes of a request body, whose breaking off is the caller's fault and not ours. */
final class BodyBytes {

    private final InputStream in;
    private long count;

    BodyBytes(InputStream in) {
        this.in = in;
    }

    /**
     * Reads some bytes into {@code target}; -1 at the end.
     *
     * @throws Refusal when the body breaks off, by a lost connection or as damaged gzip
     */
    int read(byte[] target, int offset, int length) {
        try {
            int read = in.read(target, offset, length);
            count += Math.max(0, read);
            return read;
        } catch (IOException brokenOff) {
            String message = "The body breaks off or is damaged after " + count + " bytes" + reason(brokenOff)
                    + ". Send it again.";
            throw Refusal.of(
                    Refusal.Reason.INVALID_REQUEST,
                    new Violation(ViolationCode.JSON_UNREADABLE, Place.REQUEST, message));
        }
    }

    /** What damaged gzip is told by; a lost connection needs no words, least of all those of the server below. */
    private static String reason(IOException brokenOff) {
        return brokenOff instanceof ZipException ? " (" + brokenOff.getMessage() + ")" : "";
    }

    /** How many bytes of a byte order mark stand at {@code start}: three or none. */
    static int markLength(byte[] bytes, int start, int end) {
        boolean marked = end - start >= 3
                && bytes[start] == (byte) 0xEF
                && bytes[start + 1] == (byte) 0xBB
                && bytes[start + 2] == (byte) 0xBF;
        return marked ? 3 : 0;
    }
}
