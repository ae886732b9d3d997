package nl.marge.platform.mariadb;

import io.quarkus.runtime.ExecutionMode;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jboss.logging.Logger;

/**
 * The first of our code that runs at start: it makes the start checks and, when nobody configured a database, starts
 * our own server and brings its address and users into the configuration.
 *
 * <p>A configuration source is the one place that works alike for the packaged service, dev mode and tests, because
 * the pool and Flyway read their address from it. It is also called during the build, in the test launcher and by
 * plain lookups of the configuration; only {@link ExecutionMode#RUNTIME_INIT} is a start of the service.
 */
public final class EmbeddedDatabaseConfigSourceFactory implements ConfigSourceFactory {

    private static final Logger LOG = Logger.getLogger(EmbeddedDatabaseConfigSourceFactory.class);

    /** Above environment and system properties: address, users and passwords of our own server belong together. */
    private static final int ORDINAL = 500;

    /** Called by the configuration's service loader. */
    public EmbeddedDatabaseConfigSourceFactory() {}

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        if (ExecutionMode.current() != ExecutionMode.RUNTIME_INIT) {
            return List.of();
        }
        HttpPort.refuseWhenTaken(
                value(context, "quarkus.http.host"), value(context, "quarkus.http.port"), LaunchMode.current());
        if (value(context, "quarkus.datasource.jdbc.url").isPresent()) {
            DatabaseUsers users = DatabaseUsers.of(name -> value(context, name));
            users.refuseHalfAnOwner();
            users.warning().ifPresent(LOG::warn);
            return List.of();
        }
        return List.of(
                new PropertiesConfigSource(EmbeddedMariaDb.running(settings(context)), "embedded database", ORDINAL));
    }

    private static EmbeddedMariaDb.Settings settings(ConfigSourceContext context) {
        boolean fresh = value(context, "marge.data-fresh").map(Boolean::valueOf).orElse(false);
        if (fresh && LaunchMode.current() != LaunchMode.TEST) {
            throw new ConfigurationException("marge.data-fresh deletes the database at start and is for tests only."
                    + " Take MARGE_DATA_FRESH away.");
        }
        return new EmbeddedMariaDb.Settings(
                Path.of(required(context, "marge.data-dir")),
                fresh,
                required(context, "marge.buffer-pool"),
                required(context, "marge.redo-log"));
    }

    private static String required(ConfigSourceContext context, String name) {
        return value(context, name)
                .orElseThrow(() -> new ConfigurationException(name + " is empty. Give it a value or leave it out."));
    }

    private static Optional<String> value(ConfigSourceContext context, String name) {
        return Optional.ofNullable(context.getValue(name))
                .map(ConfigValue::getValue)
                .filter(text -> !text.isBlank());
    }
}
