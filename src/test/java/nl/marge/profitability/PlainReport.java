package nl.marge.profitability;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.marge.kernel.ColumnStep;
import nl.marge.ledger.Account;
import nl.marge.ledger.AccountType;
import nl.marge.ledger.Statement;
import nl.marge.ledger.StatementLine;
import nl.marge.seeded.SeededBooks;
import nl.marge.seeded.SeededBooks.Entry;
import nl.marge.seeded.SeededBooks.Line;

/** The segment P&amp;L told by going through the lines one by one, from the query's text: slow, and plain to read. */
final class PlainReport {

    private static final List<String> OTHERS = List.of("(others)");

    private final SeededBooks books;
    private final Map<String, String> query;
    private final ColumnStep step;
    private final int axes;
    private final Map<List<String>, Map<String, Map<String, BigInteger>>> sums = new HashMap<>();
    private BigInteger ledger = BigInteger.ZERO;
    private final Map<String, BigInteger> capacity = new HashMap<>();

    PlainReport(SeededBooks books, Map<String, String> query, int through) {
        this.books = books;
        this.query = query;
        this.step = ColumnStep.valueOf(query.getOrDefault("columns", "NONE"));
        String by = query.getOrDefault("by", "");
        this.axes = by.isEmpty() ? 0 : by.split(",").length;
        for (Entry entry : books.entries().subList(0, through)) {
            if (counts(entry)) {
                entry.lines().forEach(line -> add(entry, line));
            }
        }
    }

    private boolean counts(Entry entry) {
        String kinds = query.getOrDefault("kinds", "JOURNAL,COST,ALLOCATION,RECLASSIFICATION");
        boolean before = query.getOrDefault("allocation", "AFTER").equals("BEFORE");
        return List.of(kinds.split(",")).contains(entry.kind().name())
                && !(before && entry.kind().name().equals("ALLOCATION"))
                && entry.scenario().equals(query.getOrDefault("scenario", "ACTUAL"))
                && !entry.date().isBefore(date(query.get("from"), 1))
                && !entry.date().isAfter(date(query.get("to"), 31));
    }

    private static LocalDate date(String text, int day) {
        LocalDate first = LocalDate.parse(text.length() == 7 ? text + "-01" : text);
        return text.length() == 7 && day > 1 ? first.plusMonths(1).minusDays(1) : first;
    }

    private void add(Entry entry, Line line) {
        Account account = books.accounts().get(line.account() - 1);
        boolean revenueOrExpense = account.type() == AccountType.REVENUE || account.type() == AccountType.EXPENSE;
        String membership = query.getOrDefault("membership", "AS_WAS");
        int day = membership.equals("AS_WAS")
                ? line.membershipDay()
                : (int) LocalDate.parse(membership.substring(6)).toEpochDay();
        var set = books.dimensions().sets().get(line.set() - 1);
        if (revenueOrExpense && books.dimensions().passes(set, query.getOrDefault("filter", ""), day)) {
            ledger = ledger.subtract(BigInteger.valueOf(line.amount()));
            List<String> values = books.dimensions().dimensions().stream()
                    .map(dimension -> books.dimensions().valueOn(set, dimension.id(), day))
                    .map(value -> String.join("", last(books.dimensions().path(value))))
                    .toList();
            capacity.merge(capacityKind(values), BigInteger.valueOf(-line.amount()), BigInteger::add);
            String code = account.statementLine().orElseThrow();
            boolean revenue = code.equals("GROSS_REVENUE");
            sums.computeIfAbsent(books.dimensions().key(set, query.getOrDefault("by", ""), day), key -> new HashMap<>())
                    .computeIfAbsent(code, none -> new HashMap<>())
                    .merge(
                            books.company().calendar().columnOf(entry.date(), step),
                            BigInteger.valueOf(revenue ? -line.amount() : line.amount()),
                            BigInteger::add);
        }
    }

    private static List<String> last(List<String> path) {
        return path.isEmpty() ? path : path.subList(path.size() - 1, path.size());
    }

    /** The first reserved value among codes without its mark, or nothing. */
    private static String capacityKind(List<String> codes) {
        return codes.stream()
                .filter(code -> code.startsWith("~"))
                .map(code -> code.substring(1))
                .findFirst()
                .orElse("");
    }

    /** Every value as one text: row kind, key, line, column, value in cents, percentage; then the reconciliation. */
    List<String> told() {
        List<String> told = new ArrayList<>();
        for (List<String> key : order()) {
            tell(told, kind(key) + " " + key, groupsOf(key));
        }
        tell(told, "TOTAL", List.copyOf(sums.keySet()));
        BigInteger reported = value("NET_PROFIT", ColumnStep.TOTAL, List.copyOf(sums.keySet()));
        BigInteger unassigned =
                axes == 0 ? BigInteger.ZERO : value("NET_PROFIT", ColumnStep.TOTAL, groupsOf(unassigned()));
        told.add("ledger " + ledger + " reported " + reported + " difference 0 unassigned " + unassigned
                + " unused " + capacity.getOrDefault("UNUSED_CAPACITY", BigInteger.ZERO)
                + " overDriven " + capacity.getOrDefault("OVER_DRIVEN", BigInteger.ZERO));
        return told;
    }

    private List<String> unassigned() {
        return Collections.nCopies(axes, "");
    }

    private String kind(List<String> key) {
        if (key == OTHERS) {
            return "OTHERS";
        }
        String kind = capacityKind(key);
        return !kind.isEmpty() ? kind : axes > 0 && key.equals(unassigned()) ? "UNASSIGNED" : "VALUE";
    }

    private static Comparator<List<String>> byKey() {
        return Comparator.comparing(
                key -> key.stream().map(code -> code.isEmpty() ? "~~~" : code).collect(Collectors.joining("\u0000")));
    }

    private List<List<String>> sortedValues() {
        Comparator<List<String>> byKey = byKey();
        String sort = query.getOrDefault("sort", "");
        Comparator<List<String>> order = sort.isEmpty()
                ? byKey
                : Comparator.<List<String>, BigInteger>comparing(
                                key -> value(sort.replace("-", ""), ColumnStep.TOTAL, List.of(key)))
                        .thenComparing(byKey);
        if (sort.startsWith("-")) {
            order = Comparator.<List<String>, BigInteger>comparing(
                            key -> value(sort.substring(1), ColumnStep.TOTAL, List.of(key)))
                    .reversed()
                    .thenComparing(byKey);
        }
        return sums.keySet().stream()
                .filter(key -> kind(key).equals("VALUE"))
                .sorted(order)
                .toList();
    }

    private List<List<String>> order() {
        List<List<String>> values = sortedValues();
        int limit = Integer.parseInt(query.getOrDefault("limit", "1000000"));
        List<List<String>> order = new ArrayList<>(values.subList(0, Math.min(limit, values.size())));
        if (limit < values.size()) {
            order.add(OTHERS);
        }
        if (axes > 0) {
            order.add(unassigned());
        } else if (order.isEmpty()) {
            order.add(List.of());
        }
        for (String kind : List.of("UNUSED_CAPACITY", "OVER_DRIVEN")) {
            sums.keySet().stream()
                    .filter(key -> kind(key).equals(kind))
                    .sorted(byKey())
                    .forEach(order::add);
        }
        return order;
    }

    private List<List<String>> groupsOf(List<String> key) {
        int limit = Integer.parseInt(query.getOrDefault("limit", "1000000"));
        return key == OTHERS ? sortedValues().subList(limit, sortedValues().size()) : List.of(key);
    }

    private List<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        LocalDate last = date(query.get("to"), 31);
        for (LocalDate day = date(query.get("from"), 1); !day.isAfter(last); day = day.plusDays(1)) {
            columns.add(books.company().calendar().columnOf(day, step));
        }
        columns.add(ColumnStep.TOTAL);
        return List.copyOf(columns);
    }

    private void tell(List<String> told, String row, List<List<String>> groups) {
        for (StatementLine line : Statement.standard().lines()) {
            for (String column : columns()) {
                BigInteger value = value(line.code(), column, groups);
                BigInteger net = value("NET_REVENUE", column, groups);
                String percent = line instanceof StatementLine.Subtotal && net.signum() != 0
                        ? new BigDecimal(value)
                                .multiply(BigDecimal.valueOf(100))
                                .divide(new BigDecimal(net), 2, RoundingMode.HALF_UP)
                                .toPlainString()
                        : "-";
                told.add(row + " " + line.code() + " " + column + " " + value + " " + percent);
            }
        }
    }

    private BigInteger value(String code, String column, List<List<String>> groups) {
        StatementLine line = Statement.standard().line(code).orElseThrow();
        if (line instanceof StatementLine.Subtotal subtotal) {
            BigInteger plus = subtotal.plus().stream()
                    .map(part -> value(part, column, groups))
                    .reduce(BigInteger.ZERO, BigInteger::add);
            return subtotal.minus().stream()
                    .map(part -> value(part, column, groups))
                    .reduce(plus, BigInteger::subtract);
        }
        BigInteger sum = BigInteger.ZERO;
        for (List<String> group : groups) {
            Map<String, BigInteger> columns =
                    new TreeMap<>(sums.getOrDefault(group, Map.of()).getOrDefault(code, Map.of()));
            for (Map.Entry<String, BigInteger> cell : columns.entrySet()) {
                boolean in = column.equals(ColumnStep.TOTAL) || cell.getKey().equals(column);
                sum = in ? sum.add(cell.getValue()) : sum;
            }
        }
        return sum;
    }
}
