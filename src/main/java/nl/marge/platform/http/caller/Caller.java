package nl.marge.platform.http.caller;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Texts;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;

/** Who takes a step, as far as the caller tells: kept with the step, checked by nobody. */
public final class Caller {

    /** The header that tells it. */
    public static final String HEADER = "X-Marge-User";
    /** What the header is, in words. */
    public static final String SAID = "Who does this, for the record; up to 100 characters.";

    private static final int LENGTH_LIMIT = 100;

    private Caller() {}

    /** The name given, if any. */
    public static Optional<String> read(String header) {
        Optional<String> by = Optional.ofNullable(header).map(Caller::decoded);
        by.flatMap(given -> given.isBlank() ? Optional.of("is empty") : Texts.fault(given, LENGTH_LIMIT))
                .ifPresent(fault -> {
                    throw Refusal.of(
                            Refusal.Reason.INVALID_REQUEST,
                            Violation.parameter(
                                    HEADER,
                                    ViolationCode.PARAMETER_INVALID,
                                    "Header " + HEADER + " " + fault + ". Give the name of who does this, or leave it"
                                            + " out."));
                });
        return by;
    }

    /**
     * Header bytes come to us as ISO-8859-1, one character a byte; most clients send UTF-8. Bytes that are sound UTF-8
     * are taken as that: the other reading of them makes no name.
     */
    private static String decoded(String header) {
        if (!StandardCharsets.ISO_8859_1.newEncoder().canEncode(header)) {
            return header;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(header.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return header;
        }
    }
}
