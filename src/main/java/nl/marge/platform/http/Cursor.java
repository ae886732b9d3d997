package nl.marge.platform.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The opaque place in a list where a page ends: the key of its last item, one or more texts, as base64url. */
final class Cursor {

    /** Parts of keys are codes and dates; none holds a control character. */
    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    static String of(List<String> key) {
        String joined = String.join(SEPARATOR, key);
        if (joined.split(SEPARATOR, -1).length != key.size()) {
            throw new IllegalArgumentException("a part of the key " + key + " holds a control character");
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    /** The key that {@code cursor} was made of; empty when we did not make it for a key of so many parts. */
    static Optional<List<String>> read(String cursor, int parts) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            String joined = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            List<String> key = List.of(joined.split(SEPARATOR, -1));
            return key.size() == parts && of(key).equals(cursor) ? Optional.of(key) : Optional.empty();
        } catch (IllegalArgumentException | CharacterCodingException notOurs) {
            return Optional.empty();
        }
    }
}
