package nl.marge.platform.job;

/**
 * How jobs of one kind are done. A bean of this type is found by itself; it must be {@code @ApplicationScoped}, and it
 * runs several jobs at once.
 *
 * <p>A replica may die at any moment, and then another one runs the same job from its start: the work must be able to
 * begin anew, and recognise by {@link JobWork#jobId} what a former attempt has already committed. Whatever it commits
 * it commits after {@link JobWork#confirm}, in the same transaction, so that a replica that was only thought dead
 * commits nothing.
 */
public interface JobKind {

    /** The kind as jobs name it: UPPER_SNAKE, at most 64 characters. Once released it never changes. */
    String kind();

    /**
     * Does the work.
     *
     * @return the result, as the text of a JSON object
     * @throws nl.marge.kernel.Refusal when it cannot be done: the job fails with that as its problem
     */
    String run(JobWork work);
}
