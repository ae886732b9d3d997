package nl.marge.bench;

import java.time.YearMonth;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one asks of a run that is posted: the report with it, where its amounts came from, and what if. */
final class RunQuestions {

    private static final int TRACES = 20;
    private static final int WHAT_IFS = 10;

    private static final Pattern TOTAL = Pattern.compile("\"receivers\":([0-9]+),\"total\":\"(-?[0-9.]+)\"");

    private final AllocationSize size;
    private final MargeService service;
    private final AllocationChecks checks;
    private final CostWorkload workload;

    RunQuestions(AllocationSize size, MargeService service, AllocationChecks checks) {
        this.size = size;
        this.service = service;
        this.checks = checks;
        workload = new CostWorkload(size);
    }

    /** Asks all of it of the run of a round, and checks the answers. */
    void ask(int round, String run, Spent times) throws Exception {
        YearMonth month = CostWorkload.month(round);
        String report = CostBooks.COMPANY + "/profit-and-loss?by=SEGMENT&from=" + month + "&to=" + month;
        checks.report(round, times.on("segment P&L, first after the run", () -> service.get(report)));
        times.on("segment P&L, again", () -> service.get(report));
        whatIf(month, times);
        String path = CostBooks.COMPANY + "/allocation-runs/" + run;
        checks.run(round, service.get(path));
        traces(round, path + "/trace?receiver=", times);
    }

    private void whatIf(YearMonth month, Spent times) throws Exception {
        String path = CostBooks.COMPANY + "/what-if";
        for (int i = 0; i < WHAT_IFS; i++) {
            String question = "{\"from\":\"" + month + "\",\"to\":\"" + month + "\",\"by\":\"SEGMENT\",\"levers\":["
                    + "{\"lever\":\"BACK_OFFICE\",\"filter\":\"SEGMENT:S0\",\"driver\":\"D0\",\"changePercent\":\"-"
                    + (i + 1) + "\"}]}";
            String name = i == 0 ? "what-if on one driver, first" : "what-if on one driver, another change";
            String answer = times.on(name, () -> service.post(path, question));
            AllocationChecks.require(answer.contains("\"unexplained\":\"0.00\""), "the what-if", answer);
            times.on("what-if on one driver, the same again", () -> service.post(path, question));
        }
    }

    private void traces(int round, String path, Spent times) throws Exception {
        SplittableRandom random = new SplittableRandom(round);
        for (int i = 0; i < TRACES; i++) {
            int customer = random.nextInt(size.customers());
            String answer = times.on("trace of a customer", () -> service.get(path + "CUSTOMER:C" + customer));
            AllocationChecks.require(traced(answer).group(1).equals("1"), "the trace", answer);
        }
        long receivers = 0;
        long cents = 0;
        for (int i = 0; i < Math.max(TRACES, size.segments()); i++) {
            int segment = i % size.segments();
            String answer = times.on("trace of a segment", () -> service.get(path + "SEGMENT:S" + segment));
            Matcher traced = traced(answer);
            receivers += i < size.segments() ? Long.parseLong(traced.group(1)) : 0;
            cents += i < size.segments() ? Long.parseLong(traced.group(2).replace(".", "")) : 0;
        }
        AllocationChecks.require(
                receivers == size.customers() && cents == workload.totalCents(round),
                "the traces",
                receivers + " receivers got " + Workload.amount(cents));
    }

    private static Matcher traced(String answer) {
        Matcher traced = TOTAL.matcher(answer);
        AllocationChecks.require(traced.find(), "the trace", answer);
        return traced;
    }
}
