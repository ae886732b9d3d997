package nl.marge.platform.mariadb;

import io.quarkus.runtime.ExecutionMode;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Brings the URL of the service's own database when none is configured: the one mechanism that serves the jar, dev mode
 * and tests alike. It acts only when the application is about to run, never while it is built.
 */
public final class EmbeddedDatabaseConfig implements ConfigSourceFactory {

    /** Above application.properties (250), so that its users hold; below the environment (300). */
    private static final int ORDINAL = 260;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        boolean configured = text(context, "quarkus.datasource.jdbc.url").isPresent();
        if (ExecutionMode.current() != ExecutionMode.RUNTIME_INIT) {
            return List.of();
        }
        PortCheck.refuseTakenPort(context);
        if (configured) {
            return List.of();
        }
        Path folder = Path.of(text(context, "marge.data-dir").orElse("data"));
        String bufferPool = text(context, "marge.buffer-pool").orElse("512M");
        boolean fresh =
                text(context, "marge.data-fresh").map(Boolean::parseBoolean).orElse(false);
        return List.of(new PropertiesConfigSource(
                EmbeddedMariaDb.running(folder, bufferPool, fresh), "embedded database", ORDINAL));
    }

    static Optional<String> text(ConfigSourceContext context, String name) {
        ConfigValue value = context.getValue(name);
        return value == null || value.getValue() == null || value.getValue().isBlank()
                ? Optional.empty()
                : Optional.of(value.getValue());
    }
}
