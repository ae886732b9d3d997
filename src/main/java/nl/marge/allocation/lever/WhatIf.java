package nl.marge.allocation.lever;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Levers kept by name.
 *
 * @param from with {@code to} the range it is about unless a caller says another; both or none
 * @param by axes as reports have them, unless a caller says others
 */
public record WhatIf(
        String code,
        String name,
        Optional<String> from,
        Optional<String> to,
        Optional<String> by,
        List<Lever> levers,
        long version) {

    public WhatIf {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(by, "by");
        levers = List.copyOf(levers);
    }

    /** Whether it says the same as another, whatever the versions. */
    boolean saysSame(WhatIf other) {
        return WhatIfBody.of(this).equals(WhatIfBody.of(other));
    }
}
