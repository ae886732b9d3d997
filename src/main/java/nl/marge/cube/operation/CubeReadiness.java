package nl.marge.cube.operation;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready for reports: the ledgers of the companies that existed at the start are in memory. */
@Readiness
@ApplicationScoped
class CubeReadiness implements HealthCheck {

    private final CubeStart start;

    CubeReadiness(CubeStart start) {
        this.start = start;
    }

    @Override
    public HealthCheckResponse call() {
        CubeStart.Progress progress = start.progress();
        return HealthCheckResponse.named("ledger in memory")
                .status(start.isFinished())
                .withData("companiesAtStart", progress.companies())
                .withData("linesAtStart", progress.linesAtStart())
                .withData("linesNowInMemory", progress.linesLoaded())
                .build();
    }
}
