package nl.marge.allocation.engine;

import java.util.List;

/** Cost cannot leave a reciprocal group: some of its pools serve only each other, or nobody. */
public final class ClosedGroup extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String group;
    private final transient List<String> pools;

    ClosedGroup(String group, List<String> pools) {
        super("no cost can leave the group " + group + " from its pools " + String.join(", ", pools));
        this.group = group;
        this.pools = List.copyOf(pools);
    }

    /** The code of the group. */
    public String group() {
        return group;
    }

    /** The codes of the pools that cost reaches and cannot leave. */
    public List<String> pools() {
        return pools;
    }
}
