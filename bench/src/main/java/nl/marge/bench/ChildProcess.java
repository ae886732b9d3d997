package nl.marge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of the bench's own, its output in a file, ended with the bench however that ends. */
final class ChildProcess implements AutoCloseable {

    private static final int START_SECONDS_LIMIT = 120;
    private static final int STOP_SECONDS_LIMIT = 60;

    /** Whether a started process answers yet. */
    interface Question {
        boolean isReady() throws Exception;
    }

    private final Process process;
    private final Path log;

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static ChildProcess start(List<String> command, Map<String, String> environment, Path log) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return new ChildProcess(process, log);
    }

    /** Waits until the process ended, which it must do well. */
    void awaitEnd() throws Exception {
        if (process.waitFor() != 0) {
            throw new IllegalStateException("It ended with " + process.exitValue() + ":\n" + output());
        }
    }

    /** Waits until the process answers, or fails with its output when it ends or takes too long. */
    void awaitReady(Question question) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS_LIMIT);
        while (!question.isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("It did not start:\n" + output());
            }
            Thread.sleep(100);
        }
    }

    String output() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS_LIMIT, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
