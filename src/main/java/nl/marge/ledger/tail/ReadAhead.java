package nl.marge.ledger.tail;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads two things at a time and hands them over in order: while the caller's thread reads one, a helper reads the one
 * after it on a connection of its own. A helper that is busy elsewhere is not waited for.
 */
@ApplicationScoped
class ReadAhead {

    private final ExecutorService helper = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "ledger-tail");
        thread.setDaemon(true);
        return thread;
    });

    /** Hands over what is read of each part, in order of the parts. */
    <P, R> void inPairs(List<P> parts, Function<P, R> read, Consumer<R> sink) {
        for (int i = 0; i < parts.size(); i += 2) {
            if (i + 1 == parts.size()) {
                sink.accept(read.apply(parts.get(i)));
            } else {
                pair(parts.get(i), parts.get(i + 1), read, sink);
            }
        }
    }

    private <P, R> void pair(P first, P second, Function<P, R> read, Consumer<R> sink) {
        AtomicBoolean claimed = new AtomicBoolean();
        Future<Optional<R>> ahead = helper.submit(
                () -> claimed.compareAndSet(false, true) ? Optional.of(read.apply(second)) : Optional.empty());
        boolean own;
        try {
            sink.accept(read.apply(first));
        } finally {
            // From here on the helper does not begin it, whether or not it is still wanted.
            own = claimed.compareAndSet(false, true);
        }
        sink.accept(own ? read.apply(second) : result(ahead));
    }

    private static <R> R result(Future<Optional<R>> ahead) {
        try {
            return ahead.get().orElseThrow();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("reading ahead failed", failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading ahead", stopped);
        }
    }

    @PreDestroy
    void stop() {
        helper.shutdownNow();
    }
}
