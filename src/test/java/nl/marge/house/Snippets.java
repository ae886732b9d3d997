package nl.marge.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles bad (and good) examples that pose as classes of the service, so that rules can be shown to bite. */
final class Snippets {

    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|enum|interface) (\\w+)");

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** One for all examples: it indexes the class path, which takes longer than compiling. */
    private static final StandardJavaFileManager FILES = files();

    private Snippets() {}

    /** The classes of {@code sources}, each a whole source file that begins with its package. */
    static JavaClasses compile(String... sources) {
        Path output = temporaryFolder();
        try {
            List<JavaFileObject> files = new ArrayList<>();
            for (String source : sources) {
                files.add(file(source));
            }
            StringWriter messages = new StringWriter();
            FILES.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            if (!COMPILER.getTask(messages, FILES, null, List.of("-proc:none"), null, files)
                    .call()) {
                throw new IllegalArgumentException("The example does not compile: " + messages);
            }
            return new ClassFileImporter().importPath(output);
        } catch (IOException failure) {
            throw new IllegalStateException("the compiler refuses " + output, failure);
        } finally {
            delete(output);
        }
    }

    private static StandardJavaFileManager files() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        StandardJavaFileManager files = COMPILER.getStandardFileManager(null, null, null);
        try {
            List<File> entries = Stream.of(classPath.split(File.pathSeparator))
                    .map(File::new)
                    .toList();
            files.setLocation(StandardLocation.CLASS_PATH, entries);
        } catch (IOException failure) {
            throw new IllegalStateException("no class path for the compiler", failure);
        }
        return files;
    }

    private static JavaFileObject file(String source) {
        String name = found(PACKAGE, source).replace('.', '/') + "/" + found(TYPE, source) + ".java";
        return new SourceText(name, source);
    }

    private static String found(Pattern pattern, String source) {
        Matcher matcher = pattern.matcher(source);
        if (!matcher.find()) {
            throw new IllegalArgumentException(pattern + " is not in: " + source);
        }
        return matcher.group(1);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("house");
        } catch (IOException failure) {
            throw new IllegalStateException("no temporary folder", failure);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failure) {
            throw new IllegalStateException("cannot delete " + folder, failure);
        }
    }
}
