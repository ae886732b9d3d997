package nl.marge.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A page an accountant can check: what is given, and the tables that must come out. It is Markdown; each section begins
 * with {@code ## Given ...} or {@code ## Then ...} and may hold one table.
 */
record GoldenPage(String name, List<Section> sections) {

    static final String GIVEN = "Given ";
    static final String THEN = "Then ";
    static final String RECONCILIATION = "Reconciliation: ";

    private static final Path FOLDER = Path.of("src/test/resources/nl/marge/demo");

    static GoldenPage read(String name) {
        try {
            List<Section> sections = new ArrayList<>();
            Section section = new Section("", new ArrayList<>());
            for (String line : Files.readAllLines(FOLDER.resolve(name + ".md"))) {
                if (line.startsWith("## ")) {
                    sections.add(section);
                    section = new Section(line.substring(3), new ArrayList<>());
                } else {
                    section.lines().add(line);
                }
            }
            sections.add(section);
            return new GoldenPage(name, sections);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void write() {
        try {
            Files.writeString(FOLDER.resolve(name + ".md"), text());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String text() {
        return sections.stream().map(Section::text).collect(Collectors.joining());
    }

    List<Section> sections(String kind) {
        return sections.stream()
                .filter(section -> section.title().startsWith(kind))
                .toList();
    }

    /** A section: its title, and its lines below. */
    record Section(String title, List<String> lines) {

        /** The rows of the table, each cell by its column; an empty cell is empty text. */
        List<Map<String, String>> rows() {
            List<List<String>> cells = table();
            List<Map<String, String>> rows = new ArrayList<>();
            for (List<String> row : cells.subList(Math.min(1, cells.size()), cells.size())) {
                Map<String, String> byColumn = new LinkedHashMap<>();
                for (int i = 0; i < row.size(); i++) {
                    byColumn.put(cells.get(0).get(i), row.get(i));
                }
                rows.add(byColumn);
            }
            return rows;
        }

        /** What stands in the block of JSON. */
        Object json() {
            try {
                return new ObjectMapper()
                        .readValue(
                                lines.stream()
                                        .filter(line -> !line.startsWith("```"))
                                        .collect(Collectors.joining("\n")),
                                Object.class);
            } catch (JsonProcessingException mistake) {
                throw new IllegalArgumentException("section " + title + " holds no JSON", mistake);
            }
        }

        List<String> columns() {
            return table().get(0);
        }

        /** The same section with these rows in the table and this reconciliation. */
        Section with(List<List<String>> rows, String reconciliation) {
            List<List<String>> cells = new ArrayList<>(List.of(columns()));
            cells.addAll(rows);
            List<String> told = new ArrayList<>(drawn(cells));
            boolean inTable = false;
            List<String> after = new ArrayList<>();
            for (String line : lines) {
                boolean row = line.startsWith("|");
                inTable |= row;
                if (inTable && !row) {
                    after.add(line.startsWith(RECONCILIATION) ? RECONCILIATION + reconciliation : line);
                }
            }
            told.addAll(after);
            return new Section(title, told);
        }

        private String text() {
            String head = title.isEmpty() ? "" : "## " + title + "\n";
            return head + lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        }

        private List<List<String>> table() {
            return lines.stream()
                    .filter(line -> line.startsWith("|") && !line.startsWith("| -"))
                    .map(line ->
                            List.of(line.substring(1, line.lastIndexOf('|')).split("\\|", -1)))
                    .map(cells -> cells.stream().map(String::strip).toList())
                    .toList();
        }

        private static List<String> drawn(List<List<String>> cells) {
            int[] widths = new int[cells.get(0).size()];
            for (List<String> row : cells) {
                for (int i = 0; i < widths.length; i++) {
                    widths[i] = Math.max(widths[i], row.get(i).length());
                }
            }
            List<String> drawn = new ArrayList<>();
            for (List<String> row : cells) {
                drawn.add(line(row, widths, " "));
                if (drawn.size() == 1) {
                    drawn.add(line(row.stream().map(cell -> "").toList(), widths, "-"));
                }
            }
            return drawn;
        }

        private static String line(List<String> row, int[] widths, String filling) {
            StringBuilder line = new StringBuilder("|");
            for (int i = 0; i < widths.length; i++) {
                String cell = row.get(i);
                line.append(' ')
                        .append(cell)
                        .append(filling.repeat(widths[i] - cell.length()))
                        .append(" |");
            }
            return line.toString();
        }
    }
}
