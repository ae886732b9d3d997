package nl.marge.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/**
 * {@code bench/run}'s program: starts a database server and the packaged service on it, measures, prints a table to
 * standard output (progress goes to standard error) and stops both.
 */
final class Bench {

    /** What the service sets for a server of its own: both candidates run on a server as users get it. */
    private static final List<String> SERVER_SETTINGS = List.of(
            "--innodb-flush-log-at-trx-commit=1",
            "--innodb-buffer-pool-size=512M",
            "--innodb-log-file-size=1G",
            "--innodb-log-buffer-size=64M");

    private static final String SERVICE_HEAP = "4g";

    private Bench() {}

    /** Arguments: the folder of the engine, the service's jar, an empty folder, {@code allocation}, {@code whale} or neither, sizes. */
    public static void main(String[] arguments) throws Exception {
        Path engine = Path.of(arguments[0]);
        Path jar = Path.of(arguments[1]);
        Path folder = Files.createDirectories(Path.of(arguments[2]));
        String subject = arguments.length > 3 && !arguments[3].contains("=") ? arguments[3] : "";
        boolean allocates = subject.equals("allocation");
        String[] sizes = Arrays.copyOfRange(arguments, subject.isEmpty() ? 3 : 4, arguments.length);
        Object size = allocates ? AllocationSize.of(sizes) : Size.of(sizes);
        try (DatabaseServer database = DatabaseServer.start(engine, folder.resolve("server"), SERVER_SETTINGS);
                MargeService service = MargeService.start(jar, SERVICE_HEAP, database, folder.resolve("service.log"))) {
            System.out.println(size + "\n" + conditions(database, service));
            System.out.println(
                    size instanceof AllocationSize allocation
                            ? new AllocationLoad(allocation, service, database, folder).measure()
                            : measured(subject, (Size) size, service, database, folder));
        }
    }

    private static String measured(
            String subject, Size size, MargeService service, DatabaseServer database, Path folder) throws Exception {
        return subject.equals("whale")
                ? new WhaleLoad(size, service, database, folder).measure()
                : new BatchLoad(size, service, database, folder).measure();
    }

    private static String conditions(DatabaseServer database, MargeService service) throws Exception {
        Runtime machine = Runtime.getRuntime();
        return "Machine: " + machine.availableProcessors() + " processors, load "
                + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage() + ", "
                + System.getProperty("os.name") + "\nService: " + service.get("") + ", heap " + SERVICE_HEAP
                + "\nServer: MariaDB " + version(database) + " " + String.join(" ", SERVER_SETTINGS) + "\n";
    }

    private static String version(DatabaseServer database) throws Exception {
        try (Connection connection = database.connect("bench");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select version()")) {
            row.next();
            return row.getString(1);
        }
    }
}
