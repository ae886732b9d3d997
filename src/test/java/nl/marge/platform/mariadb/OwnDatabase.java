package nl.marge.platform.mariadb;

import java.nio.file.Path;
import java.util.Map;

/** An empty database beside that of the other tests, for services in processes of their own; it ends with the tests. */
public final class OwnDatabase {

    private OwnDatabase() {}

    /** The settings that lead a service to the database in {@code folder}. */
    public static Map<String, String> in(Path folder) {
        return EmbeddedMariaDb.running(new EmbeddedMariaDb.Settings(folder, true, "64M", "64M"));
    }
}
