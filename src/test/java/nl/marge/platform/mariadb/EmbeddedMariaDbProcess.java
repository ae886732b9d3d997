package nl.marge.platform.mariadb;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A process of its own with a database of its own, which tests can kill. It lives until its input ends. */
final class EmbeddedMariaDbProcess {

    private EmbeddedMariaDbProcess() {}

    public static void main(String[] arguments) throws IOException {
        EmbeddedMariaDb.Settings settings =
                new EmbeddedMariaDb.Settings(Path.of(arguments[0]), false, arguments[1], "16M");
        try {
            Map<String, String> configuration = EmbeddedMariaDb.running(settings);
            if (!configuration.equals(EmbeddedMariaDb.running(settings))) {
                throw new IllegalStateException("the second question started another server");
            }
            System.out.println(configuration.get("quarkus.datasource.jdbc.url"));
            System.out.println(configuration.get("quarkus.flyway.username"));
            System.out.println(configuration.get("quarkus.flyway.password"));
        } catch (ConfigurationException refusal) {
            System.out.println(refusal.getMessage());
        }
        System.out.println("end");
        System.in.transferTo(System.out);
    }
}
