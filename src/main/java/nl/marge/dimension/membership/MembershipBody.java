package nl.marge.dimension.membership;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.Optional;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.Membership;

/** A membership as the contract shows it: {@code from} null = for ever before, {@code memberOf} null = to none. */
@JsonPropertyOrder({"value", "memberOf", "from"})
record MembershipBody(String value, Optional<String> memberOf, Optional<LocalDate> from) {

    static final String EXAMPLE = """
            {"value":"C1","memberOf":"KEY","from":"2025-01-01"}""";

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
}
