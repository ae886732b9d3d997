package nl.marge.ledger.split;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a line is to be divided, as a client sent it; no parts = not at all. */
public record SplitsCommand(Optional<String> mode, List<Part> parts) {

    /** The line stays whole. */
    public static final SplitsCommand NONE = new SplitsCommand(Optional.empty(), List.of());

    public SplitsCommand {
        requireNonNull(mode, "mode");
        requireNonNull(parts, "parts");
    }

    /** A part: a weight in percent, or the remainder; its dimensions go before the line's and the header's. */
    public record Part(Optional<String> weight, boolean remainder, Map<String, String> dimensions) {
        public Part {
            requireNonNull(weight, "weight");
            requireNonNull(dimensions, "dimensions");
        }
    }
}
