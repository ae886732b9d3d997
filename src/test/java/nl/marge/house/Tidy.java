package nl.marge.house;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/** The numbers of style rule 8 and names that say nothing, measured on a source file by the compiler's own parser. */
final class Tidy extends TreePathScanner<Void, Void> {

    static final int FILE_LINES_LIMIT = 300;
    static final int METHOD_LINES_LIMIT = 40;
    static final int LINE_LENGTH_LIMIT = 120;
    static final int PARAMETERS_LIMIT = 5;
    static final int NESTING_LIMIT = 3;
    static final int SQL_LINES_LIMIT = 25;

    private static final Pattern FORBIDDEN_NAME =
            Pattern.compile(".*(Util|Utils|Utilities|Helper|Helpers|Manager|Dto|DTO|Impl)");
    private static final Set<String> FORBIDDEN_PACKAGES =
            Set.of("util", "utils", "helper", "dto", "service", "services", "repository", "impl", "common");
    private static final Pattern STATEMENT =
            Pattern.compile("(?is)\\s*(select|insert( ignore)? into|update|delete from|with)\\s+\\w+.*");
    private static final Pattern UPPER_CASE_WORD = Pattern.compile(
            "\\b(SELECT|INSERT|UPDATE|DELETE|FROM|WHERE|GROUP BY|ORDER BY|VALUES|JOIN|INTO|SET|AND|OR|AS|LIMIT)\\b");

    private final String name;
    private final String source;
    private final CompilationUnitTree unit;
    private final DocTrees trees;
    private final SourcePositions positions;
    private final List<String> violations = new ArrayList<>();
    private final List<String> statements = new ArrayList<>();
    private int nesting;

    private Tidy(String name, String source, CompilationUnitTree unit, DocTrees trees) {
        this.name = name;
        this.source = source;
        this.unit = unit;
        this.trees = trees;
        positions = trees.getSourcePositions();
    }

    /** What is not tidy in {@code sources}, each with its place, the number found and the number allowed. */
    static List<String> violations(Map<String, String> sources) {
        List<String> violations = new ArrayList<>();
        measured(sources).forEach(tidy -> violations.addAll(tidy.violations));
        return violations;
    }

    /** The SQL statements that stand in the strings of {@code sources}, by path. */
    static Map<String, List<String>> statements(Map<String, String> sources) {
        Map<String, List<String>> statements = new TreeMap<>();
        measured(sources).forEach(tidy -> statements.put(tidy.name, tidy.statements));
        return statements;
    }

    private static List<Tidy> measured(Map<String, String> sources) {
        List<SourceText> files = new ArrayList<>();
        sources.forEach((path, text) -> files.add(new SourceText(path, text)));
        JavacTask task = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of("-proc:none"), null, files);
        DocTrees trees = DocTrees.instance(task);
        List<Tidy> measured = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                String path = unit.getSourceFile().toUri().getPath().substring(1);
                Tidy tidy = new Tidy(path, sources.get(path), unit, trees);
                tidy.measureLines();
                tidy.measureTree();
                measured.add(tidy);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("the sources are in memory", impossible);
        }
        return measured;
    }

    private void measureLines() {
        List<String> lines = source.lines().toList();
        limit(1, "the file", lines.size(), "lines", FILE_LINES_LIMIT);
        for (int i = 0; i < lines.size(); i++) {
            limit(i + 1, "the line", lines.get(i).length(), "characters", LINE_LENGTH_LIMIT);
        }
    }

    private void measureTree() {
        if (unit.getPackageName() != null) {
            for (String part : unit.getPackageName().toString().split("\\.")) {
                refuse(1, FORBIDDEN_PACKAGES.contains(part), "the package name " + part + " says how, not what");
            }
        }
        if (name.endsWith("package-info.java")) {
            boolean described = source.stripLeading().startsWith("/**");
            refuse(1, !described, "a package-info tells the room's purpose, door and neighbours");
        }
        scan(unit, null);
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
        String simpleName = type.getSimpleName().toString();
        refuse(line(type), FORBIDDEN_NAME.matcher(simpleName).matches(), simpleName + " is a name that says nothing");
        DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
        boolean undocumented = type.getModifiers().getFlags().contains(Modifier.PUBLIC) && comment == null;
        refuse(line(type), undocumented, "the public type " + simpleName + " has no javadoc");
        return super.visitClass(type, nothing);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
        int outer = nesting;
        nesting = 0;
        int length = lineOf(positions.getEndPosition(unit, method)) - line(method) + 1;
        limit(line(method), what(method), length, "lines", METHOD_LINES_LIMIT);
        if (method.getReturnType() != null) {
            limit(line(method), what(method), method.getParameters().size(), "parameters", PARAMETERS_LIMIT);
        }
        super.visitMethod(method, nothing);
        nesting = outer;
        return null;
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Void nothing) {
        if (literal.getValue() instanceof String text && STATEMENT.matcher(text).matches()) {
            statements.add(text);
            limit(line(literal), "the SQL", (int) text.lines().count(), "lines", SQL_LINES_LIMIT);
            refuse(line(literal), UPPER_CASE_WORD.matcher(text).find(), "SQL is written in lower case");
        }
        return super.visitLiteral(literal, nothing);
    }

    @Override
    public Void visitIf(IfTree tree, Void nothing) {
        scan(tree.getCondition(), nothing);
        deeper(tree, () -> scan(tree.getThenStatement(), nothing));
        if (tree.getElseStatement() instanceof IfTree next) {
            return scan(next, nothing);
        }
        deeper(tree, () -> scan(tree.getElseStatement(), nothing));
        return null;
    }

    @Override
    public Void visitForLoop(ForLoopTree tree, Void nothing) {
        return deeper(tree, () -> super.visitForLoop(tree, nothing));
    }

    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void nothing) {
        return deeper(tree, () -> super.visitEnhancedForLoop(tree, nothing));
    }

    @Override
    public Void visitWhileLoop(WhileLoopTree tree, Void nothing) {
        return deeper(tree, () -> super.visitWhileLoop(tree, nothing));
    }

    @Override
    public Void visitDoWhileLoop(DoWhileLoopTree tree, Void nothing) {
        return deeper(tree, () -> super.visitDoWhileLoop(tree, nothing));
    }

    @Override
    public Void visitSwitch(SwitchTree tree, Void nothing) {
        return deeper(tree, () -> super.visitSwitch(tree, nothing));
    }

    @Override
    public Void visitTry(TryTree tree, Void nothing) {
        return deeper(tree, () -> super.visitTry(tree, nothing));
    }

    @Override
    public Void visitSynchronized(SynchronizedTree tree, Void nothing) {
        return deeper(tree, () -> super.visitSynchronized(tree, nothing));
    }

    private Void deeper(Tree tree, Runnable inside) {
        nesting++;
        limit(line(tree), "a statement", nesting, "levels of nesting", NESTING_LIMIT);
        inside.run();
        nesting--;
        return null;
    }

    private static String what(MethodTree method) {
        return "the method " + method.getName();
    }

    /** Where the thing itself begins, after its modifiers and annotations. */
    private int line(Tree tree) {
        long start = positions.getStartPosition(unit, tree);
        if (tree instanceof MethodTree method) {
            start = Math.max(start, positions.getEndPosition(unit, method.getModifiers()));
        }
        while (Character.isWhitespace(source.charAt((int) start))) {
            start++;
        }
        return lineOf(start);
    }

    private int lineOf(long position) {
        return (int) unit.getLineMap().getLineNumber(position);
    }

    private void limit(int line, String what, int found, String unitOfCount, int limit) {
        refuse(line, found > limit, what + " has " + found + " " + unitOfCount + ", at most " + limit);
    }

    private void refuse(int line, boolean found, String message) {
        if (found) {
            violations.add(name + ":" + line + ": " + message);
        }
    }
}
