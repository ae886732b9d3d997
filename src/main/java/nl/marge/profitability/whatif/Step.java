package nl.marge.profitability.whatif;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Predicate;
import nl.marge.allocation.lever.Lever;
import nl.marge.kernel.Place;

/**
 * A lever that is moved.
 *
 * @param reach which keys of {@link KeyAxes} it reaches
 * @param place where it stands in the request
 */
public record Step(Lever lever, Predicate<List<Integer>> reach, Place place) {
    public Step {
        requireNonNull(lever, "lever");
        requireNonNull(reach, "reach");
        requireNonNull(place, "place");
    }
}
