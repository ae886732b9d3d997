package nl.marge.platform.mariadb;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The folder that holds the books. One service at a time holds its lock, which the system drops when the JVM dies; a
 * server that outlived its JVM is stopped, never joined. Nobody deletes a data folder.
 */
final class DataFolder {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private final Path folder;

    private DataFolder(Path folder) {
        this.folder = folder;
    }

    /** Takes a folder, new or known, for this JVM until it ends. */
    static DataFolder take(Path folder) {
        DataFolder data = new DataFolder(folder.toAbsolutePath().normalize());
        try {
            Files.createDirectories(data.folder);
            data.lock();
            data.checkVersion();
            data.stopOrphan();
            Files.createDirectories(data.temporary());
            return data;
        } catch (IOException failure) {
            throw new EmbeddedDatabaseFailure(
                    "The data folder " + data.folder + " cannot be used. Set MARGE_DATA_DIR to a folder that can",
                    failure);
        }
    }

    Path path() {
        return folder;
    }

    Path database() {
        return folder.resolve("db");
    }

    Path temporary() {
        return folder.resolve("tmp");
    }

    Path pidFile() {
        return folder.resolve("mariadbd.pid");
    }

    Path log() {
        return folder.resolve("mariadbd.log");
    }

    /** A file only this user can read. */
    Path secret(String name) {
        return folder.resolve(name);
    }

    // The channel is never closed: the lock is held until the JVM ends.
    @SuppressWarnings("resource")
    private void lock() throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException heldHere) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new EmbeddedDatabaseFailure("Another Marge uses the data folder " + folder
                    + ". Stop it, or set MARGE_DATA_DIR to another folder for this one.");
        }
    }

    private void checkVersion() throws IOException {
        Path version = folder.resolve("version");
        String own = "marge-data mariadb-" + EngineBinaries.VERSION;
        if (Files.exists(version)) {
            String found = Files.readString(version).strip();
            if (!found.equals(own)) {
                throw new EmbeddedDatabaseFailure("The data folder " + folder + " was made by \"" + found
                        + "\", not by \"" + own + "\". Start the version that made it, or set MARGE_DATA_DIR.");
            }
            return;
        }
        if (holdsForeignFiles()) {
            throw new EmbeddedDatabaseFailure("The folder " + folder + " holds files that are not Marge's. Set"
                    + " MARGE_DATA_DIR to an empty or new folder.");
        }
        Files.writeString(version, own + "\n");
    }

    private boolean holdsForeignFiles() throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.anyMatch(path -> !path.getFileName().toString().equals("lock"));
        }
    }

    /** We hold the lock, so a server of this folder that still runs has lost its JVM. */
    private void stopOrphan() throws IOException {
        Optional<ProcessHandle> orphan = runningServer();
        if (orphan.isEmpty()) {
            return;
        }
        orphan.get().destroy();
        try {
            orphan.get().onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw new EmbeddedDatabaseFailure(
                    "The database server " + orphan.get().pid() + " that a killed Marge left" + " on " + folder
                            + " does not stop. Stop it by hand and start again.");
        }
    }

    private Optional<ProcessHandle> runningServer() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        String pid = Files.readString(pidFile()).strip();
        String ownArgument = "--datadir=" + database();
        return pid.matches("[0-9]{1,18}")
                ? ProcessHandle.of(Long.parseLong(pid)).filter(process -> Arrays.asList(
                                process.info().arguments().orElse(new String[0]))
                        .contains(ownArgument))
                : Optional.empty();
    }
}
