package nl.marge.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What may stand in the repository's text: migrations, owners of tables, and no place but our own. */
class RepositoryTest {

    private static final String OPERATIONS = "docs/operations.md";
    private static final String MIGRATIONS = "src/main/resources/db/migration/";

    /** Hosts that a file may name: standards, examples, ourselves. Never a registry: which one is each machine's matter. */
    private static final Set<String> HOSTS_ALLOWED = Set.of(
            "maven.apache.org",
            "www.apache.org",
            "www.w3.org",
            "localhost",
            "127.0.0.1",
            "example.com",
            "www.example.com");

    private static final Pattern URL = Pattern.compile("https?://([A-Za-z0-9.-]+)");
    private static final Pattern MACHINE_PATH = Pattern.compile("(?<![\\w.}-])/(work|root|home/\\w+|Users/\\w+)/");
    private static final Pattern WRITE =
            Pattern.compile("\\b(?:insert(?: ignore)? into|update|delete from)\\s+([a-z_]+)\\b");
    private static final Pattern SQL_NOT_CODE =
            Pattern.compile("--[^\\n]*|/\\*.*?\\*/|'(?:[^']|'')*'|\\$\\{[^}]*}", Pattern.DOTALL);

    @Test
    void filesNameNoForeignHostAndNoPathOfAMachine() {
        assertEquals("", String.join("\n", foreignPlaces(Repository.textFiles())));
    }

    @Test
    void refusesForeignHostAndPathOfAMachine() {
        String path = "/" + "root" + "/x";

        assertEquals(
                List.of("a.md names the host some.registry", "b.sh names a path of one machine: /" + "root/"),
                foreignPlaces(new TreeMap<>(Map.of(
                        "a.md", "see https://" + "some.registry/x", "b.sh", "cd " + path, "c", "a/" + "work/b"))));
    }

    @Test
    void migrationsAreNumberedWithoutGapAndInLowerCase() {
        assertEquals("", String.join("\n", migrationViolations(migrations())));
    }

    @Test
    void refusesMigrationsWithAGapOrInUpperCase() {
        Map<String, String> files = new TreeMap<>(Map.of(
                "V001__a.sql",
                "select 1; -- In a Comment\nselect 'A', ${B};",
                "V003__b.sql",
                "CREATE table c (id int)"));

        assertEquals(
                List.of("V003__b.sql is not number 2", "V003__b.sql is not in lower case: CREATE"),
                migrationViolations(files));
    }

    @Test
    void tablesAreWrittenByTheirOwnersOnly() {
        assertEquals("", String.join("\n", foreignWrites(Repository.javaOfTheService())));
    }

    @Test
    void refusesWriteToTheTableOfAnotherRoom() {
        Map<String, String> sources = new TreeMap<>(Map.of(
                "nl/marge/cube/Bad.java", "class A { String s = \"insert into ledger_line (amount)\"; }",
                "nl/marge/ledger/Good.java", "class A { String s = \"insert into ledger_line (amount)\"; }",
                "nl/marge/ledger/New.java", "class A { String s = \"delete from unknown_table where\"; }"));

        assertEquals(
                List.of(
                        "nl/marge/cube/Bad.java writes ledger_line, which belongs to ledger",
                        "nl/marge/ledger/New.java writes unknown_table, which belongs to nobody in Rooms"),
                foreignWrites(sources));
    }

    @Test
    void everyTableHasAnOwner() {
        Set<String> tables = new TreeSet<>();
        Pattern created = Pattern.compile("create table (\\w+)");
        migrations()
                .values()
                .forEach(sql -> created.matcher(sql).results().forEach(found -> tables.add(found.group(1))));

        assertEquals(new TreeSet<>(Rooms.OWNER_OF_TABLE.keySet()), tables);
    }

    @Test
    void everySettingOfOursIsDocumented() {
        assertEquals(
                "",
                String.join(
                        "\n", undocumented(settings(), Repository.textFiles().get(OPERATIONS))));
    }

    @Test
    void refusesSettingWithoutDocumentation() {
        assertEquals(
                List.of("MARGE_DATA_DIR is not in docs/operations.md"),
                undocumented("a.b=1\nmarge.data-dir=data\n%test.marge.x=1\n", "MARGE_DATABASE_"));
    }

    /** .ci/run takes its test command from here. */
    @Test
    void readmeBeginsWithTwoCommandsOneToStartAndOneToTest() {
        String block = Repository.textFiles().get("README.md").split("(?m)^```.*$", 3)[1];
        List<String> commands = block.lines()
                .map(line -> line.replaceAll(" *#.*", ""))
                .filter(line -> !line.isBlank())
                .toList();

        assertEquals(List.of("./mvnw quarkus:dev", "./mvnw -B verify"), commands);
    }

    private static String settings() {
        return Repository.textFiles().get("src/main/resources/application.properties");
    }

    private static List<String> undocumented(String settings, String documentation) {
        return Pattern.compile("(?m)^(marge\\.[a-z.-]+)=")
                .matcher(settings)
                .results()
                .map(found -> found.group(1).toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
                .filter(variable -> !documentation.contains(variable))
                .map(variable -> variable + " is not in " + OPERATIONS)
                .toList();
    }

    private static Map<String, String> migrations() {
        Map<String, String> migrations = new TreeMap<>();
        Repository.textFiles().forEach((path, text) -> {
            if (path.startsWith(MIGRATIONS)) {
                migrations.put(path.substring(MIGRATIONS.length()), text);
            }
        });
        return migrations;
    }

    private static List<String> migrationViolations(Map<String, String> migrations) {
        List<String> violations = new ArrayList<>();
        int number = 0;
        for (Map.Entry<String, String> migration : migrations.entrySet()) {
            String name = migration.getKey();
            boolean versioned = name.startsWith("V");
            if (versioned && !name.matches(String.format(Locale.ROOT, "V%03d__[a-z_]+\\.sql", ++number))) {
                violations.add(name + " is not number " + number);
            }
            String code = SQL_NOT_CODE.matcher(migration.getValue()).replaceAll(" ");
            Matcher upper = Pattern.compile("\\w*[A-Z]\\w*").matcher(code);
            if (upper.find()) {
                violations.add(name + " is not in lower case: " + upper.group());
            }
        }
        return violations;
    }

    private static List<String> foreignWrites(Map<String, String> sources) {
        List<String> violations = new ArrayList<>();
        Tidy.statements(sources).forEach((path, statements) -> {
            String room = Rooms.of(path.substring(0, path.lastIndexOf('/')).replace('/', '.'));
            for (String statement : statements) {
                Matcher write = WRITE.matcher(statement);
                String owner = write.find() ? Rooms.ownerOfTable(write.group(1)) : room;
                if (!owner.equals(room)) {
                    violations.add(path + " writes " + write.group(1) + ", which belongs to " + owner);
                }
            }
        });
        return violations;
    }

    private static List<String> foreignPlaces(Map<String, String> files) {
        List<String> violations = new ArrayList<>();
        files.forEach((path, text) -> {
            URL.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .filter(host -> !HOSTS_ALLOWED.contains(host))
                    .forEach(host -> violations.add(path + " names the host " + host));
            MACHINE_PATH
                    .matcher(text)
                    .results()
                    .forEach(found -> violations.add(path + " names a path of one machine: " + found.group()));
        });
        return violations;
    }
}
