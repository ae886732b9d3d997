package nl.marge.platform.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;

/** Decodes UTF-8 into a buffer of its own, again and again, and refuses every byte that is not UTF-8. */
final class StrictUtf8 {

    private static final int FIRST_CAPACITY = 64 * 1024;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private CharBuffer characters = CharBuffer.allocate(FIRST_CAPACITY);
    private int faultOffset;

    /** Decodes bytes; true when all of them are UTF-8. The characters stay valid until the next call. */
    boolean decode(byte[] bytes, int offset, int length) {
        if (characters.capacity() < length) {
            characters = CharBuffer.allocate(Math.max(length, characters.capacity() * 2));
        }
        characters.clear();
        decoder.reset();
        ByteBuffer source = ByteBuffer.wrap(bytes, offset, length);
        CoderResult result = decoder.decode(source, characters, true);
        faultOffset = source.position() - offset;
        return !result.isError();
    }

    char[] characters() {
        return characters.array();
    }

    int length() {
        return characters.position();
    }

    /** What the last call found wrong. */
    Violation fault() {
        return Violation.at(
                "",
                ViolationCode.ENCODING_INVALID,
                "Byte " + (faultOffset + 1) + " is not UTF-8. Send the text in UTF-8.");
    }
}
