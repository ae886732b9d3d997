package nl.marge.company;

import java.util.Locale;

/** What gets dense ids per company, under its lock. */
public enum IdKind {
    ACCOUNT,
    DIMENSION,
    VALUE;

    String column() {
        return "last_" + name().toLowerCase(Locale.ROOT) + "_id";
    }
}
