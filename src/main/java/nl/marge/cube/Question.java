package nl.marge.cube;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import nl.marge.dimension.grouping.SetGrouping;

/**
 * What a report asks the cube, worth keeping: asked again it is answered by folding only the lines that came since into
 * the last answer. A question holds for one reference version; whoever keeps it makes a new one when that moves.
 */
public final class Question {

    /** Larger answers are not kept (16 MB): there are few of them, and a scan is quick. */
    private static final int KEPT_CELLS_LIMIT = 2_000_000;

    private final CubeQuery query;
    private final SetGrouping grouping;
    private volatile Optional<Answer> last = Optional.empty();

    /** A question for {@code query} by the groups of {@code grouping}, which others may share. */
    public Question(CubeQuery query, SetGrouping grouping) {
        this.query = requireNonNull(query, "query");
        this.grouping = requireNonNull(grouping, "grouping");
    }

    public CubeQuery query() {
        return query;
    }

    SetGrouping grouping() {
        return grouping;
    }

    /** The last answer that does not know more than entry {@code number}. */
    Optional<Answer> lastUpTo(long number) {
        return last.filter(answer -> answer.number() <= number);
    }

    void keep(Answer answer) {
        if (answer.cells().size() <= KEPT_CELLS_LIMIT) {
            last = Optional.of(answer);
        }
    }
}
