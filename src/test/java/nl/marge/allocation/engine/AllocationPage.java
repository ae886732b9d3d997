package nl.marge.allocation.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A page of allocations that an accountant can check. Each {@code ## case} has three tables that are given (pools, rules,
 * weights) and two that must come out (what became of each rule, where its cost arrived).
 */
record AllocationPage(String name, List<String> preface, List<Case> cases) {

    private static final Path FOLDER = Path.of("src/test/resources/nl/marge/allocation/engine");
    private static final int TABLES_GIVEN = 3;

    /** The lines of a case up to the last table that is given, and its tables. */
    record Case(String title, List<String> given, List<List<List<String>>> tables) {}

    static AllocationPage read(String name) {
        List<List<String>> sections = new ArrayList<>(List.of(new ArrayList<>()));
        for (String line : text(name).lines().toList()) {
            if (line.startsWith("## ")) {
                sections.add(new ArrayList<>());
            }
            sections.get(sections.size() - 1).add(line);
        }
        return new AllocationPage(
                name,
                sections.get(0),
                sections.stream().skip(1).map(AllocationPage::read).toList());
    }

    static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name + ".md"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The page as it has to be, with what comes out of each case. */
    String drawn() {
        List<String> lines = new ArrayList<>(preface);
        for (Case each : cases) {
            AllocationCase calculated = new AllocationCase(each.tables());
            lines.addAll(each.given());
            lines.add("");
            lines.addAll(drawn(calculated.results()));
            lines.add("");
            lines.addAll(drawn(calculated.arrivals()));
            lines.add("");
        }
        return String.join("\n", lines.subList(0, lines.size() - 1)) + "\n";
    }

    void write() {
        try {
            Files.writeString(FOLDER.resolve(name + ".md"), drawn());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Case read(List<String> section) {
        List<List<List<String>>> tables = new ArrayList<>();
        List<String> given = new ArrayList<>();
        boolean inTable = false;
        for (String line : section) {
            boolean row = line.startsWith("|");
            if (row && !inTable) {
                tables.add(new ArrayList<>());
            }
            if (row && !line.startsWith("| -")) {
                tables.get(tables.size() - 1).add(cells(line));
            }
            inTable = row;
            if (tables.size() < TABLES_GIVEN || tables.size() == TABLES_GIVEN && row) {
                given.add(line);
            }
        }
        return new Case(section.get(0), given, tables.subList(0, TABLES_GIVEN));
    }

    private static List<String> cells(String line) {
        String[] cells = line.substring(1, line.lastIndexOf('|')).split("\\|", -1);
        return List.of(cells).stream().map(String::strip).toList();
    }

    private static List<String> drawn(List<List<String>> table) {
        List<String> lines = new ArrayList<>();
        for (List<String> row : table) {
            lines.add(row.stream().collect(Collectors.joining(" | ", "| ", " |")));
            if (lines.size() == 1) {
                lines.add(row.stream().map(cell -> "---").collect(Collectors.joining(" | ", "| ", " |")));
            }
        }
        return lines;
    }
}
