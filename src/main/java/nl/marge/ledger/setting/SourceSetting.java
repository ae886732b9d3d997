package nl.marge.ledger.setting;

import static java.util.Objects.requireNonNull;

/** How the entries of one source are taken; {@code version} is that of the change that said so. */
public record SourceSetting(String code, Mode mode, LateLines lateLines, long version) {
    public SourceSetting {
        requireNonNull(code, "code");
        requireNonNull(mode, "mode");
        requireNonNull(lateLines, "lateLines");
    }

    /** A source nobody spoke of. */
    static SourceSetting unmentioned(String code) {
        return new SourceSetting(code, Mode.REJECT, LateLines.REJECT, 0);
    }

    /** What becomes of an entry that the rules refuse. */
    public enum Mode {
        /** It is refused, with everything that is wrong. */
        REJECT,
        /** It is set aside until somebody mends, releases or discards it. */
        QUARANTINE,
        /** What is wrong with its dimensions is left out, so that it is posted as unassigned; all else refuses it. */
        ACCEPT_AS_UNASSIGNED
    }

    /** What becomes of an entry whose period no longer takes postings. */
    public enum LateLines {
        /** It is refused. */
        REJECT,
        /** It is posted on the first day of the first open period after, and keeps its original date. */
        REDIRECT
    }
}
