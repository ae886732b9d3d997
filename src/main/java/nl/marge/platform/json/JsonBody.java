package nl.marge.platform.json;

import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.marge.kernel.Place;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;

/** A request body that is one JSON document. */
public final class JsonBody {

    /** Bytes at most (api.md); what is larger is sent as NDJSON. */
    public static final int BYTES_LIMIT = 10 * 1024 * 1024;

    private static final int FIRST_CAPACITY = 64 * 1024;

    private JsonBody() {}

    /**
     * Reads the whole body by one call of {@code document}.
     *
     * @throws Refusal as an invalid request, with all violations of shape, or as too large
     */
    public static <T> T read(InputStream body, Function<StrictJson, T> document) {
        AtomicReference<T> result = new AtomicReference<>();
        readAll(body, json -> result.set(document.apply(json))).refuse(Reason.INVALID_REQUEST);
        return result.get();
    }

    /**
     * Reads the whole body by one call of {@code document} and leaves the violations of shape to the caller.
     *
     * @throws Refusal as an invalid request when it is empty or not UTF-8, or as too large
     */
    public static Violations readAll(InputStream body, Consumer<StrictJson> document) {
        StrictUtf8 text = decode(new BodyBytes(body));
        StrictJson json = new StrictJson();
        return json.read(text.characters(), 0, text.length(), () -> document.accept(json));
    }

    private static StrictUtf8 decode(BodyBytes body) {
        byte[] bytes = new byte[FIRST_CAPACITY];
        int length = 0;
        for (int read = 0; read >= 0; read = body.read(bytes, length, bytes.length - length)) {
            length += read;
            if (length > BYTES_LIMIT) {
                throw new Refusal(
                        Reason.TOO_LARGE,
                        "The body has more than " + BYTES_LIMIT + " bytes. Send it in parts, or as NDJSON where that is"
                                + " taken.");
            }
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, length * 2);
            }
        }
        if (length == 0) {
            throw invalid(new Violation(
                    ViolationCode.JSON_UNREADABLE, Place.REQUEST, "The body is empty. Send a JSON document."));
        }
        int mark = BodyBytes.markLength(bytes, 0, length);
        StrictUtf8 text = new StrictUtf8();
        if (!text.decode(bytes, mark, length - mark)) {
            throw invalid(text.fault());
        }
        return text;
    }

    private static Refusal invalid(Violation violation) {
        return Refusal.of(Reason.INVALID_REQUEST, violation);
    }
}
