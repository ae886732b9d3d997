package nl.marge.bench;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One allocation run over HTTP, from the request until its job has succeeded, beside the same allocation by the
 * database alone on the same server; then what one asks of a run. Each round is a month of one company, and is checked.
 */
final class AllocationLoad {

    private static final Pattern STATE = Pattern.compile("\"state\":\"([A-Z]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9]+)\"");
    private static final int POLL_MILLIS = 20;

    private final AllocationSize size;
    private final MargeService service;
    private final SqlAllocation sql;
    private final CostBooks books;
    private final AllocationChecks checks;
    private final RunQuestions questions;
    private final Spent spent = new Spent();

    AllocationLoad(AllocationSize size, MargeService service, DatabaseServer database, Path folder) {
        this.size = size;
        this.service = service;
        sql = new SqlAllocation(size, database);
        books = new CostBooks(size, service, folder);
        checks = new AllocationChecks(size, database);
        questions = new RunQuestions(size, service, checks);
    }

    /** Measures and gives the tables to print. */
    String measure() throws Exception {
        books.open();
        String sideBySide = new SideBySide("lines", size.lines())
                .with("insert ... select, exact", sql::allocate)
                .with("allocation run, posted", this::allocate)
                .table(size.rounds());
        String verified = spent.on(
                "verification of all seals of all months",
                () -> service.get(CostBooks.COMPANY + "/audit/verification"));
        AllocationChecks.require(verified.contains("\"intact\":true"), "the seals", verified);
        return sideBySide + "\n" + spent.table();
    }

    private long allocate(int round) throws Exception {
        books.openMonth(round);
        Spent times = new Spent();
        times.on("dry run: calculated and traced, not posted", () -> run(round, true));
        long start = System.nanoTime();
        String run = run(round, false);
        long nanos = System.nanoTime() - start;
        times.add("allocation run: posted and visible", nanos);
        questions.ask(round, run, times);
        checks.lines(round);
        checks.cube(times.on("cube-check", () -> service.get(CostBooks.COMPANY + "/cube-check")));
        times.report(round);
        if (round > 0) {
            spent.addAll(times);
        }
        return nanos;
    }

    /** Asks for a run and waits for it; gives its id. */
    private String run(int round, boolean dry) throws Exception {
        String request = "{\"cycle\":\"" + CostBooks.CYCLE + "\",\"period\":\"" + CostWorkload.month(round)
                + "\",\"dryRun\":" + dry + "}";
        String job = service.post(CostBooks.COMPANY + "/allocation-runs", request);
        String id = found(ID, job);
        while (isUnderWay(job)) {
            Thread.sleep(POLL_MILLIS);
            job = service.get(CostBooks.COMPANY + "/jobs/" + id);
        }
        AllocationChecks.require(found(STATE, job).equals("SUCCEEDED"), "the run", job);
        return id;
    }

    private static boolean isUnderWay(String job) {
        return found(STATE, job).equals("QUEUED") || found(STATE, job).equals("RUNNING");
    }

    private static String found(Pattern pattern, String json) {
        Matcher found = pattern.matcher(json);
        AllocationChecks.require(found.find(), "the answer", json);
        return found.group(1);
    }
}
