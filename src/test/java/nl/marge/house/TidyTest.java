package nl.marge.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The house is small, with numbers; and each number is shown to be measured. */
class TidyTest {

    private static final int PACKAGE_FILES_LIMIT = 20;

    @Test
    void sourceIsSmallAndNamesSaySomething() {
        assertEquals("", String.join("\n", Tidy.violations(Repository.javaOfTheService())));
        assertEquals("", String.join("\n", Tidy.violations(Repository.javaOfTheBench())));
    }

    @Test
    void packagesAreSmallAndDescribed() {
        assertEquals("", String.join("\n", packageViolations(Repository.javaOfTheService())));
    }

    @Test
    void refusesPackageWithTwentyOneFilesOrWithoutDescription() {
        Map<String, String> files = new TreeMap<>();
        for (int i = 1; i <= 21; i++) {
            files.put("nl/marge/ledger/File" + i + ".java", "");
        }

        List<String> violations = packageViolations(files);

        assertEquals(
                List.of("nl/marge/ledger has 21 files, at most 20", "nl/marge/ledger has no package-info.java"),
                violations);
    }

    @Test
    void refusesLongFile() {
        refuses("class A {}\n".concat("\n".repeat(300)), "the file has 301 lines, at most 300");
        allows("class A {}\n".concat("\n".repeat(299)));
    }

    @Test
    void refusesLongLine() {
        refuses("class A {} //" + "x".repeat(108), "the line has 121 characters, at most 120");
        allows("class A {} //" + "x".repeat(107));
    }

    @Test
    void refusesLongMethodNotCountingItsAnnotations() {
        String body = " void m() {\n" + "int i;\n".repeat(38) + "}";
        allows("class A {" + body + "}");
        allows("class A { @Deprecated\n@Deprecated\n" + body + "}");
        refuses("class A {" + body.replace("}", "int j;\n\n}") + "}", "the method m has 42 lines, at most 40");
    }

    @Test
    void refusesSixParametersButNotOfConstructorsAndRecords() {
        String six = "(int a, int b, int c, int d, int e, int f)";
        refuses("class A { void m" + six + " {} }", "the method m has 6 parameters, at most 5");
        allows("class A { A" + six + " {} }");
        allows("record A" + six + " {}");
    }

    @Test
    void refusesDeepNestingButNotALongElseIf() {
        refuses(
                "class A { void m() { for (;;) { while (true) { if (true) { try { } finally { } } } } } }",
                "a statement has 4 levels of nesting, at most 3");
        allows(
                "class A { void m() { for (;;) { if (a) { } else if (b) { } else if (c) { } else { while (d) { } } } } }");
    }

    @Test
    void refusesNamesThatSayNothing() {
        for (String name :
                List.of("DateUtil", "DateUtils", "PostingHelper", "LedgerManager", "LineDto", "LedgerImpl")) {
            refuses("class " + name + " {}", name + " is a name that says nothing");
        }
        refuses("class A { static class LineDto {} }", "LineDto is a name that says nothing");
        refuses("package nl.marge.ledger.service; class A {}", "the package name service says how, not what");
    }

    @Test
    void refusesPublicTypeWithoutJavadoc() {
        refuses("public class A {}", "the public type A has no javadoc");
        refuses("class A { public record B() {} }", "the public type B has no javadoc");
        allows("/** Says why. */ public class A {}");
    }

    @Test
    void refusesPackageInfoWithoutDescription() {
        assertTrue(Tidy.violations(Map.of("package-info.java", "package nl.marge.ledger;"))
                        .size()
                == 1);
    }

    @Test
    void refusesUpperCaseAndLongSql() {
        refuses("class A { String s = \"SELECT id from account\"; }", "SQL is written in lower case");
        refuses("class A { String s = \"select id from account WHERE id = :id\"; }", "SQL is written in lower case");
        refuses(
                "class A { String s = \"\"\"\nselect id\n" + "\n".repeat(24) + "from account\n\"\"\"; }",
                "the SQL has 26 lines, at most 25");
        allows(
                "class A { String s = \"select id from account where type = 'ASSET'\"; String t = \"Set it AND be done\"; }");
    }

    private static List<String> packageViolations(Map<String, String> sources) {
        Map<String, List<String>> filesByPackage = new TreeMap<>();
        for (String path : sources.keySet()) {
            int slash = path.lastIndexOf('/');
            filesByPackage
                    .computeIfAbsent(path.substring(0, slash), key -> new ArrayList<>())
                    .add(path.substring(slash + 1));
        }
        List<String> violations = new ArrayList<>();
        filesByPackage.forEach((name, files) -> {
            boolean described = files.remove("package-info.java");
            if (files.size() > PACKAGE_FILES_LIMIT) {
                violations.add(name + " has " + files.size() + " files, at most " + PACKAGE_FILES_LIMIT);
            }
            if (!described) {
                violations.add(name + " has no package-info.java");
            }
        });
        return violations;
    }

    private static void refuses(String source, String message) {
        List<String> violations = Tidy.violations(Map.of("A.java", source));
        assertTrue(violations.toString().contains(message), () -> "found " + violations + ", not: " + message);
    }

    private static void allows(String source) {
        assertEquals(List.of(), Tidy.violations(Map.of("A.java", source)));
    }
}
