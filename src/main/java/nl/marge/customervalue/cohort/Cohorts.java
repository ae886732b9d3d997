package nl.marge.customervalue.cohort;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import nl.marge.allocation.memo.AllocationMemo;
import nl.marge.allocation.memo.AllocationMemos;
import nl.marge.cube.Questions;
import nl.marge.cube.asked.AskedReport;
import nl.marge.customervalue.history.Campaigns;
import nl.marge.customervalue.history.CustomerDays;
import nl.marge.customervalue.history.CustomerHistories;
import nl.marge.customervalue.history.Histories;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;

/** Makes tables of cohorts from the histories of customers. */
@ApplicationScoped
class Cohorts {

    /** Cells in one answer at most: what a client can still take in. */
    private static final long CELLS_LIMIT = 1_000_000;

    private final CustomerHistories histories;
    private final Campaigns campaigns;
    private final AllocationMemos memos;
    private final Questions questions;

    Cohorts(CustomerHistories histories, Campaigns campaigns, AllocationMemos memos, Questions questions) {
        this.histories = histories;
        this.campaigns = campaigns;
        this.memos = memos;
        this.questions = questions;
    }

    /** A table, and the sums and the proof of the histories behind it. */
    record Made(CohortQuery query, CohortTable table, Histories histories, AllocationMemo memo) {
        Made {
            requireNonNull(query, "query");
            requireNonNull(table, "table");
            requireNonNull(histories, "histories");
            requireNonNull(memo, "memo");
        }
    }

    /** The table that is asked for; kept while memory lasts, for who reads it as JSON reads it as CSV too. */
    Made made(CohortQuery query, AskedReport asked) {
        String key = asked.company().id() + "/" + asked.watermark() + "&cohorts&" + query.normalForm();
        return questions.remembered(key, Made.class, () -> make(query, asked));
    }

    private Made make(CohortQuery query, AskedReport asked) {
        Histories in = histories.of(query.histories(), asked.reference(), asked.view());
        BitSet boughtBefore = boughtBefore(query, asked);
        CohortTable table = new CohortTable(
                query.calendar(),
                query.silence().period(),
                query.rate(),
                query.histories().segments().isPresent());
        campaigns
                .of(query.histories(), asked.reference(), asked.view())
                .forEach(spend -> table.add(new UnclaimedSpend(spend.day(), spend.segment(), spend.amount())));
        in.customers().forEach(customer -> table.add(buyer(customer, boughtBefore)));
        refuseIfTooLarge(table);
        return new Made(
                query,
                table,
                in,
                memos.of(
                        asked.reference(),
                        query.histories().range(),
                        query.histories().selection(),
                        asked.view()));
    }

    private BitSet boughtBefore(CohortQuery query, AskedReport asked) {
        BitSet bought = new BitSet();
        query.earlier().ifPresent(earlier -> {
            for (CustomerDays customer :
                    histories.of(earlier, asked.reference(), asked.view()).customers()) {
                for (int i = 0; i < customer.size() && !bought.get(customer.customer()); i++) {
                    bought.set(customer.customer(), customer.isPurchase(i));
                }
            }
        });
        return bought;
    }

    private static CohortMember buyer(CustomerDays customer, BitSet boughtBefore) {
        List<CohortMember.Day> days = new ArrayList<>(customer.size());
        for (int i = 0; i < customer.size(); i++) {
            days.add(new CohortMember.Day(
                    customer.day(i),
                    customer.netRevenue(i),
                    customer.margin(i).subtract(customer.costToServe(i)),
                    customer.acquisition(i),
                    customer.isPurchase(i)));
        }
        return new CohortMember(customer.segment(), boughtBefore.get(customer.customer()), days);
    }

    private static void refuseIfTooLarge(CohortTable table) {
        long cohorts = table.calendar().size();
        long cells = cohorts * (cohorts + 1) / 2 * (1 + table.segments().size());
        if (cells > CELLS_LIMIT) {
            throw Refusal.of(
                    Reason.ENTRY_REFUSED,
                    Violation.parameter(
                            "segmentBy",
                            ViolationCode.REPORT_TOO_LARGE,
                            "The table has " + cells + " cells: " + cohorts + " cohorts with their ages, for all and"
                                    + " for " + table.segments().size() + " segments. A table has at most "
                                    + CELLS_LIMIT
                                    + ". Ask for fewer months, for grain=QUARTER, or filter."));
        }
    }
}
