package nl.marge.allocation.plan;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.marge.dimension.DimensionSet;
import nl.marge.kernel.Money;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.Account;
import nl.marge.ledger.AccountType;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.reference.StatementLayout;
import nl.marge.ledger.rules.CheckedLine;
import nl.marge.ledger.rules.PolicyRules;

/**
 * Whether what a run posts may stand where it arrives (policies and combinations), and whether it leaves unchanged what
 * an allocation must not change (domain.md R40): each account type and the operating profit. What leaves a source is
 * not checked: it stood there before. Pure.
 */
final class ArrivalRules {

    private static final String OPERATING_PROFIT = "OPERATING_PROFIT";

    /** Accounts that a message names at most. */
    private static final int NAMED_LIMIT = 20;

    private final Reference reference;
    private final PlannedRun run;
    private final Violations violations;

    private ArrivalRules(PlannedRun run, Violations violations) {
        this.run = run;
        this.reference = run.gathered().reference();
        this.violations = violations;
    }

    /** Checks a calculated run; all that is wrong is noted. */
    static void check(PlannedRun run, Violations violations) {
        ArrivalRules rules = new ArrivalRules(run, violations);
        if (PolicyRules.areThere(run.gathered().reference())) {
            rules.checkPolicies();
        }
        rules.checkSums(AccountSums.of(run));
    }

    private void checkPolicies() {
        RunLines lines = new RunLines(run);
        LocalDate last = run.gathered().request().last();
        PolicyRules policies = new PolicyRules(reference, last, violations);
        Set<String> seen = new HashSet<>();
        for (Iterator<RunLine> walk : List.of(lines.debits(), lines.credits())) {
            while (walk.hasNext()) {
                RunLine line = walk.next();
                if (isArrival(line) && seen.add(line.accountId() + "@" + line.dimensions())) {
                    policies.check(checked(line));
                }
            }
        }
    }

    /** What stands on reserved values belongs to no receiver and owes no account anything. */
    private boolean isArrival(RunLine line) {
        DimensionSet set = line.dimensions();
        for (int i = 0; i < set.size(); i++) {
            if (reference.dimensions().reservedKind(set.valueId(i)).isPresent()) {
                return false;
            }
        }
        return line.arrives();
    }

    private CheckedLine checked(RunLine line) {
        return new CheckedLine(
                "/cycle",
                "what rule " + line.rule() + " brings",
                Optional.of(reference.account(line.accountId())),
                line.dimensions(),
                new BitSet(),
                line.membershipDate(),
                Map.of());
    }

    private void checkSums(Map<Integer, BigInteger> sums) {
        Map<AccountType, BigInteger> byType = new TreeMap<>();
        StatementLayout layout = new StatementLayout(reference);
        int profit = reference.statement().lines().stream()
                .map(line -> line.code())
                .toList()
                .indexOf(OPERATING_PROFIT);
        BigInteger moved = BigInteger.ZERO;
        for (Map.Entry<Integer, BigInteger> sum : sums.entrySet()) {
            Account account = reference.account(sum.getKey());
            byType.merge(account.type(), sum.getValue(), BigInteger::add);
            int row = layout.rowByAccount()[account.id()];
            int factor = profit < 0 || row == StatementLayout.NO_ROW ? 0 : layout.factor(profit, row);
            moved = moved.add(sum.getValue().multiply(BigInteger.valueOf(factor)));
        }
        byType.forEach((type, sum) -> {
            if (sum.signum() != 0) {
                violations.add(
                        "/cycle",
                        ViolationCode.ACCOUNT_TYPE_NOT_ALLOWED,
                        "The run would move cost from or to accounts of type " + type + ": " + moved(sums, type)
                                + ". Let the rules' cost arrive on accounts of the type it comes from.");
            }
        });
        if (moved.signum() != 0) {
            violations.add(
                    "/cycle",
                    ViolationCode.OPERATING_PROFIT_MOVED,
                    "The run would change the operating profit of the company, because cost arrives on a line of the"
                            + " statement beyond it, or comes from there: "
                            + moved(sums, AccountType.REVENUE) + moved(sums, AccountType.EXPENSE)
                            + ". Let the rules' cost arrive on accounts of lines before it.");
        }
    }

    /** What comes to the accounts of a type: {@code 4500 -100.00, 9100 100.00}. */
    private String moved(Map<Integer, BigInteger> sums, AccountType type) {
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue().signum() != 0
                        && reference.account(sum.getKey()).type() == type)
                .map(sum -> reference.account(sum.getKey()).code() + " "
                        + Money.text(sum.getValue(), reference.company().decimals()))
                .limit(NAMED_LIMIT)
                .collect(Collectors.joining(", "));
    }
}
