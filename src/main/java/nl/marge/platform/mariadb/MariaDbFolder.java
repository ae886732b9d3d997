package nl.marge.platform.mariadb;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The data folder of the embedded database, held by one process at a time.
 *
 * <p>{@code version} says whose folder it is and what can read it, {@code lock} is held while a service lives, {@code
 * db} is MariaDB's. Nothing in it is ever deleted but what a broken-off installation left, and {@code db} itself in
 * tests that ask for a fresh one.
 */
final class MariaDbFolder {
    private static final Logger LOG = Logger.getLogger(MariaDbFolder.class);
    private static final String REMEDY = " Set MARGE_DATA_DIR to another folder.";

    /** What may lie in a folder that is still nobody's: a volume's own entry, and what a start that broke off left. */
    private static final Set<String> NOBODYS = Set.of("lost+found", "lock", "version.new");

    /** A clean shutdown writes the server's memory to disk; large ones take their time. */
    private static final int ORPHAN_SECONDS = 120;

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private MariaDbFolder(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    /** The folder, made when absent and locked for this process, or a refusal if it is somebody else's. */
    static MariaDbFolder locked(Path wanted) {
        try {
            if (!Files.isDirectory(wanted)) {
                Files.createDirectories(
                        wanted, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Path root = wanted.toRealPath();
            refuseForeign(root);
            FileChannel channel = FileChannel.open(
                    root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            MariaDbFolder folder = new MariaDbFolder(root, channel, lock(root, channel));
            folder.checkVersion();
            return folder;
        } catch (IOException e) {
            throw new ConfigurationException("The data folder " + wanted + " cannot be used: " + e + "." + REMEDY);
        }
    }

    /** Makes the folder ready for a server: no former server runs in it any more, and MariaDB's system tables exist. */
    void prepare(MariaDbBinaries binaries, boolean fresh) {
        stopOrphans();
        try {
            if (fresh) {
                deleteTree(database());
            }
            deleteTree(temporary());
            Files.createDirectory(temporary());
            if (!Files.isDirectory(database())) {
                install(binaries);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + root + " cannot be made ready", e);
        }
    }

    void release() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path root() {
        return root;
    }

    Path database() {
        return root.resolve("db");
    }

    Path temporary() {
        return root.resolve("tmp");
    }

    /** Written by the server as soon as it has its port. */
    Path processId() {
        return root.resolve("mariadbd.pid");
    }

    Path serverLog() {
        return root.resolve("mariadbd.log");
    }

    private static void refuseForeign(Path root) throws IOException {
        try (Stream<Path> content = Files.list(root)) {
            List<String> names =
                    content.map(entry -> entry.getFileName().toString()).toList();
            if (!names.contains("version") && !NOBODYS.containsAll(names)) {
                throw new ConfigurationException("The folder " + root
                        + " is not empty and holds no data of Marge (it has no file named version)." + REMEDY);
            }
        }
    }

    private static FileLock lock(Path root, FileChannel channel) throws IOException {
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new ConfigurationException("Another running Marge uses the data folder " + root
                    + ". Stop that one or set MARGE_DATA_DIR to another folder.");
        }
        return lock;
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private void checkVersion() throws IOException {
        Path file = root.resolve("version");
        if (Files.exists(file)) {
            DataVersion.CURRENT.refusal(root, Files.readString(file)).ifPresent(message -> {
                release();
                throw new ConfigurationException(message + REMEDY);
            });
        }
        Path written = root.resolve("version.new");
        Files.writeString(written, DataVersion.CURRENT.text() + "\n");
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Stops the server of a service that was killed. Since we hold the lock, whatever still serves this folder has
     * lost its service, and its passwords with it.
     */
    private void stopOrphans() {
        List<String> ours = List.of("--datadir=" + database(), "--datadir=" + halfInstalled());
        List<ProcessHandle> orphans = ProcessHandle.allProcesses()
                .filter(process -> isServer(process.info().arguments().orElse(new String[0]), ours))
                .toList();
        for (ProcessHandle orphan : orphans) {
            LOG.infof("stopping the MariaDB of a killed service pid=%d folder=%s", orphan.pid(), root);
            orphan.destroy();
            awaitEnd(orphan);
        }
    }

    /** The shells that watch or install a server have its arguments too, but behind others of their own. */
    private static boolean isServer(String[] arguments, List<String> ours) {
        return arguments.length > 0
                && arguments[0].equals("--no-defaults")
                && ours.stream().anyMatch(List.of(arguments)::contains);
    }

    private void awaitEnd(ProcessHandle orphan) {
        try {
            orphan.onExit().get(ORPHAN_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new ConfigurationException(
                    "The MariaDB with process id " + orphan.pid() + " of a killed service still" + " uses " + root
                            + " after " + ORPHAN_SECONDS + " seconds. Wait for its end or stop it.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while MariaDB of " + root + " stops", e);
        }
    }

    private Path halfInstalled() {
        return root.resolve("db.new");
    }

    /** Installs beside the final place and renames, so that {@code db} is always complete. */
    private void install(MariaDbBinaries binaries) throws IOException {
        deleteTree(halfInstalled());
        ProcessBuilder builder = new ProcessBuilder(
                "/bin/sh",
                binaries.installer().toString(),
                "--no-defaults",
                "--basedir=" + binaries.home(),
                "--datadir=" + halfInstalled(),
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--skip-name-resolve");
        // Neither --tmpdir nor --user: the script stumbles over a blank in either's folder, and root may install so.
        builder.environment().put("TMPDIR", temporary().toString());
        Process process = builder.redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(serverLog().toFile())
                .start();
        int status = MariaDbServer.awaitEnd(process);
        if (status != 0) {
            throw new ConfigurationException("MariaDB's system tables could not be made in " + halfInstalled()
                    + ", status " + status + ":\n" + MariaDbServer.complaints(serverLog()));
        }
        Files.move(halfInstalled(), database(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes a folder of ours with all that is in it, without following links. */
    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : (Iterable<Path>) entries.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(entry);
            }
        }
    }
}
