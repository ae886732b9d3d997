package nl.marge.allocation.trace;

import static java.util.Objects.requireNonNull;

import nl.marge.allocation.run.ReceiverTrace;
import nl.marge.allocation.run.ReceiverTrace.StoredSteps;

/** What a run brought one receiver, as it is stored; {@link ReceiverTrace} and {@link StoredSteps} read its texts. */
record StoredTrace(String receiver, String quantities, String steps) {
    StoredTrace {
        requireNonNull(receiver, "receiver");
        requireNonNull(quantities, "quantities");
        requireNonNull(steps, "steps");
    }
}
