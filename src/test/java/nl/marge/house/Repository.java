package nl.marge.house;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The project's own text files by path; what is built, loaded or private to an editor is left out. */
final class Repository {

    private static final Path TOP = Path.of("").toAbsolutePath();
    private static final Set<String> NOT_OURS =
            Set.of(".git", "target", "data", "node_modules", ".idea", ".vscode", ".settings", ".gradle");

    private static final Map<String, String> TEXT_FILES = Collections.unmodifiableMap(read());

    private Repository() {}

    /** The sources of the service, by path below {@code src/main/java}. */
    static Map<String, String> javaOfTheService() {
        return javaBelow("src/main/java/");
    }

    /** The sources of the bench, by path below its {@code src/main/java}. */
    static Map<String, String> javaOfTheBench() {
        return javaBelow("bench/src/main/java/");
    }

    private static Map<String, String> javaBelow(String folder) {
        Map<String, String> sources = new TreeMap<>();
        textFiles().forEach((path, text) -> {
            if (path.startsWith(folder) && path.endsWith(".java")) {
                sources.put(path.substring(folder.length()), text);
            }
        });
        return sources;
    }

    /** Every text file, by path from the top. */
    static Map<String, String> textFiles() {
        return TEXT_FILES;
    }

    private static Map<String, String> read() {
        Map<String, String> files = new TreeMap<>();
        try {
            Files.walkFileTree(TOP, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean skip = NOT_OURS.contains(folder.getFileName().toString());
                    return skip && !folder.equals(TOP) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (NOT_OURS.contains(file.getFileName().toString())) {
                        return FileVisitResult.CONTINUE;
                    }
                    try {
                        files.put(TOP.relativize(file).toString(), Files.readString(file));
                    } catch (CharacterCodingException binary) {
                        // A picture has no words to check.
                        return FileVisitResult.CONTINUE;
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failure) {
            throw new IllegalStateException("cannot read " + TOP, failure);
        }
        return files;
    }
}
