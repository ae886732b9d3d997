package nl.marge.platform.http;

import static java.util.Objects.requireNonNull;

/** What runs here: the service's version and commit, the version of the database schema, and the Java it runs on. */
record ServiceInformation(String name, String version, String commit, String schemaVersion, String java) {
    ServiceInformation {
        requireNonNull(name, "name");
        requireNonNull(version, "version");
        requireNonNull(commit, "commit");
        requireNonNull(schemaVersion, "schemaVersion");
        requireNonNull(java, "java");
    }
}
