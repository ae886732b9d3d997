package nl.marge.platform.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.marge.kernel.Place;
import nl.marge.kernel.Violation;

/**
 * A violation as answers list it: with a {@code pointer} into the body, and its physical {@code line} where the body is
 * NDJSON or a file, or with the query {@code parameter} instead.
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"code", "line", "pointer", "parameter", "message"})
public record ListedViolation(
        String code, OptionalLong line, Optional<String> pointer, Optional<String> parameter, String message) {
    public ListedViolation {
        requireNonNull(code, "code");
        requireNonNull(line, "line");
        requireNonNull(pointer, "pointer");
        requireNonNull(parameter, "parameter");
        requireNonNull(message, "message");
    }

    /** The violation as it is listed. */
    public static ListedViolation of(Violation violation) {
        String code = violation.code().code();
        String message = violation.message();
        Place place = violation.place();
        if (place instanceof Place.Parameter at) {
            return new ListedViolation(code, OptionalLong.empty(), Optional.empty(), Optional.of(at.name()), message);
        }
        if (place instanceof Place.StreamLine at) {
            return new ListedViolation(
                    code, OptionalLong.of(at.line()), Optional.of(at.pointer()), Optional.empty(), message);
        }
        String pointer = ((Place.Pointer) place).pointer();
        return new ListedViolation(code, OptionalLong.empty(), Optional.of(pointer), Optional.empty(), message);
    }

    /** All of {@code violations} as they are listed. */
    public static List<ListedViolation> of(List<Violation> violations) {
        return violations.stream().map(ListedViolation::of).toList();
    }
}
