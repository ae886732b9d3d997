package nl.marge.ledger.audit;

import static java.util.Objects.requireNonNull;

/** What a source says it has sent, as said with that reference version. */
record ControlTotal(Feed feed, FeedTotals announced, long version) {
    ControlTotal {
        requireNonNull(feed, "feed");
        requireNonNull(announced, "announced");
    }
}
