package nl.marge.kernel;

import java.util.OptionalLong;

/** Versions of resources, by which a client makes sure that it changes what it read. */
public final class Versions {

    private Versions() {}

    /**
     * Lets a change go on only when the resource still has the version its caller read.
     *
     * @param ifMatch the version the caller asks for; without one every version will do
     * @param version the version the resource has, or empty when there is no such resource
     * @param named the resource, for the message: {@code Value C1}
     * @throws Refusal PRECONDITION_FAILED when they differ
     */
    public static void require(OptionalLong ifMatch, OptionalLong version, String named) {
        if (ifMatch.isEmpty() || ifMatch.equals(version)) {
            return;
        }
        String found = version.isPresent() ? "has version " + version.getAsLong() : "does not exist";
        throw Refusal.of(
                Refusal.Reason.PRECONDITION_FAILED,
                new Violation(
                        ViolationCode.VERSION_CHANGED,
                        Place.REQUEST,
                        named + " " + found + ", not version " + ifMatch.getAsLong()
                                + ": somebody else changed it. Read it again."));
    }
}
