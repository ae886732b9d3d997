package nl.marge.dimension.membership;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.Membership;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A membership as the contract shows it: {@code from} null = for ever before, {@code memberOf} null = to none. */
@Schema(
        name = "Membership",
        description = "To which value of another dimension a value belongs, until the next of the same value.",
        requiredProperties = {"value"})
@JsonPropertyOrder({"value", "memberOf", "from"})
record MembershipBody(
        @Schema(pattern = "^[A-Za-z0-9._-]{1,64}$", description = "The value that belongs.")
        String value,

        @Schema(description = "The value of the target dimension; null = none from that day.")
        Optional<String> memberOf,

        @Schema(description = "The first day; null = for ever before.")
        Optional<LocalDate> from) {

    static final String EXAMPLE = """
            {"value":"C1","memberOf":"KEY","from":"2025-01-01"}""";

    static final String EXAMPLES = """
            [{"value":"C1","memberOf":"KEY","from":"2025-01-01"},
             {"value":"C1","memberOf":"MKB","from":"2026-04-01"}]""";

    MembershipBody {
        requireNonNull(value, "value");
        requireNonNull(memberOf, "memberOf");
        requireNonNull(from, "from");
    }

    static MembershipBody of(Membership membership, DimensionReference picture) {
        return new MembershipBody(
                picture.value(membership.valueId()).code(),
                membership.memberOfId() == 0
                        ? Optional.empty()
                        : Optional.of(picture.value(membership.memberOfId()).code()),
                membership.fromDay() == Membership.FOR_EVER
                        ? Optional.empty()
                        : Optional.of(Membership.date(membership.fromDay())));
    }

    /** The shape of a page, for the contract. */
    @Schema(
            name = "MembershipPage",
            requiredProperties = {"items", "next"})
    record Page(
            List<MembershipBody> items,

            @Schema(description = "The cursor of the next page; null on the last.")
            Optional<String> next) {}
}
