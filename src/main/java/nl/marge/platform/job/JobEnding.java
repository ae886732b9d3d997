package nl.marge.platform.job;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** How a job ends: its last state with the JSON object that belongs to it. */
record JobEnding(JobState state, Optional<String> result, Optional<String> problem) {
    JobEnding {
        requireNonNull(state, "state");
        requireNonNull(result, "result");
        requireNonNull(problem, "problem");
        if (!state.isFinished()
                || result.isPresent() != (state == JobState.SUCCEEDED)
                || problem.isPresent() != (state == JobState.FAILED)) {
            throw new IllegalArgumentException("an ending " + state + " with " + result + " and " + problem);
        }
    }

    static JobEnding succeeded(String result) {
        return new JobEnding(JobState.SUCCEEDED, Optional.of(result), Optional.empty());
    }

    static JobEnding failed(String problem) {
        return new JobEnding(JobState.FAILED, Optional.empty(), Optional.of(problem));
    }

    static JobEnding cancelled() {
        return new JobEnding(JobState.CANCELLED, Optional.empty(), Optional.empty());
    }
}
