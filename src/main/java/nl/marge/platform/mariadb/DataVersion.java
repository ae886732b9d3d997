package nl.marge.platform.mariadb;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a data folder was written with, as its file {@code version} says. Its first word is raised when the layout of
 * the folder changes, so that an older service refuses it.
 *
 * @param mariadb the release of the server, such as 11.4.5
 */
record DataVersion(String mariadb) {
    static final DataVersion CURRENT = new DataVersion(MariaDbBinaries.VERSION);
    private static final Pattern TEXT = Pattern.compile("marge-data mariadb-(\\d+\\.\\d+)\\.(\\d{1,9})");

    String text() {
        return "marge-data mariadb-" + mariadb;
    }

    /**
     * Why this service must not open {@code folder}, which was written as {@code found} says: it is of another make,
     * or of a newer MariaDB, or of another series, whose system tables would have to be converted.
     */
    Optional<String> refusal(Path folder, String found) {
        Matcher theirs = TEXT.matcher(found.strip());
        Matcher ours = TEXT.matcher(text());
        if (ours.matches()
                && theirs.matches()
                && ours.group(1).equals(theirs.group(1))
                && Integer.parseInt(ours.group(2)) >= Integer.parseInt(theirs.group(2))) {
            return Optional.empty();
        }
        return Optional.of("The data folder " + folder + " was written by \"" + found.strip() + "\"; this service is \""
                + text() + "\" and cannot open it. Start the version that wrote it.");
    }
}
