package nl.marge.allocation.cycle;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import nl.marge.kernel.Place;

/**
 * What a caller says of an allocation cycle, read but not yet checked: absent members are empty, {@code code} is the
 * body's, else the path's.
 */
public record CycleCommand(String code, Optional<String> name, List<Version> versions) {
    public CycleCommand {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        versions = List.copyOf(versions);
    }

    /** The rules from a period on. */
    public record Version(Place place, Optional<String> from, List<RuleCommand> rules) {
        public Version {
            requireNonNull(place, "place");
            requireNonNull(from, "from");
            rules = List.copyOf(rules);
        }
    }
}
