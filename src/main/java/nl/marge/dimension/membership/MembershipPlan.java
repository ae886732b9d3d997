package nl.marge.dimension.membership;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionValue;
import nl.marge.dimension.Membership;
import nl.marge.kernel.Dates;
import nl.marge.kernel.Place;
import nl.marge.kernel.Texts;
import nl.marge.kernel.Upsert.Counts;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;

/**
 * Decides what an upsert of memberships of values of {@code source} in {@code target} comes to: a pure function of the
 * picture and the commands. A membership is known by its value and the day it starts.
 */
final class MembershipPlan {

    private final DimensionReference picture;
    private final Dimension source;
    private final Dimension target;
    private final Violations violations = new Violations();

    MembershipPlan(DimensionReference picture, Dimension source, Dimension target) {
        this.picture = requireNonNull(picture, "picture");
        this.source = requireNonNull(source, "source");
        this.target = requireNonNull(target, "target");
    }

    /** What is wrong; complete after {@link #changes}. */
    Violations violations() {
        return violations;
    }

    /** The changes, which count only when nothing is wrong. */
    Changes changes(List<MembershipCommand> commands) {
        DerivationRule.check(picture, source, target, Place.REQUEST, violations);
        List<Membership> said = new ArrayList<>();
        Set<Membership> keys = new HashSet<>();
        int created = 0;
        for (MembershipCommand command : commands) {
            Membership membership = check(command);
            Optional<Membership> before = current(picture, target, membership.valueId(), membership.fromDay());
            if (membership.valueId() != 0 && !keys.add(new Membership(membership.valueId(), membership.fromDay(), 0))) {
                violations.add(
                        command.place(),
                        ViolationCode.CODE_REPEATED,
                        "The membership of value " + command.value() + " from "
                                + command.from().orElse("ever") + " is given twice. Give each once.");
            } else if (before.isEmpty() || before.get().memberOfId() != membership.memberOfId()) {
                said.add(membership);
                created += before.isEmpty() ? 1 : 0;
            }
        }
        return new Changes(said, new Counts(created, said.size() - created, commands.size() - said.size()));
    }

    /** What is said of a value from exactly that day on. */
    static Optional<Membership> current(DimensionReference picture, Dimension target, int valueId, int fromDay) {
        return picture.memberships(target.id(), valueId).stream()
                .filter(membership -> membership.fromDay() == fromDay)
                .findFirst();
    }

    private Membership check(MembershipCommand command) {
        Place place = command.place();
        if (command.value().isEmpty()) {
            violations.add(place.member("value"), ViolationCode.VALUE_MISSING, "No value is named. Give its code.");
        }
        int valueId = command.value().isEmpty() ? 0 : leaf(source, command.value(), place.member("value"));
        int memberOfId = command.memberOf()
                .map(code -> leaf(target, code, place.member("memberOf")))
                .orElse(0);
        Optional<LocalDate> from = command.from().flatMap(Dates::read);
        if (command.from().isPresent() && from.isEmpty()) {
            violations.add(
                    place.member("from"),
                    ViolationCode.VALUE_INVALID,
                    "from \"" + Texts.excerpt(command.from().get()) + "\" is no date. Give " + Dates.FORM
                            + ", or null for ever before.");
            return new Membership(0, Membership.FOR_EVER, 0);
        }
        return new Membership(valueId, from.map(Membership::day).orElse(Membership.FOR_EVER), memberOfId);
    }

    private int leaf(Dimension dimension, String code, Place place) {
        Optional<DimensionValue> value = picture.value(dimension.id(), code);
        if (value.isEmpty()) {
            violations.add(
                    place,
                    ViolationCode.DIMENSION_VALUE_UNKNOWN,
                    "Dimension " + dimension.code() + " has no value \"" + Texts.excerpt(code)
                            + "\". Create it first, or correct the code.");
        } else if (!picture.isLeaf(value.get().id())) {
            violations.add(
                    place,
                    ViolationCode.DIMENSION_VALUE_NOT_LEAF,
                    "Value " + code + " of dimension " + dimension.code() + " has values below it. Name one of those.");
        }
        return value.map(DimensionValue::id).orElse(0);
    }

    /** What an accepted upsert comes to: what is newly said, and the counts of the answer. */
    record Changes(List<Membership> said, Counts counts) {
        Changes {
            said = List.copyOf(said);
            requireNonNull(counts, "counts");
        }
    }
}
