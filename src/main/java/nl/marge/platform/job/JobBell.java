package nl.marge.platform.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes a worker of this replica when there is something to do; the others look by themselves. */
@ApplicationScoped
class JobBell {

    private final Semaphore rings = new Semaphore(0);

    void ring() {
        rings.release();
    }

    /** Waits for a ring, at most so long. */
    void await(Duration limit) throws InterruptedException {
        if (rings.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            rings.drainPermits();
        }
    }
}
