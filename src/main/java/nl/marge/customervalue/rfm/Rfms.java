package nl.marge.customervalue.rfm;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import nl.marge.allocation.memo.AllocationMemo;
import nl.marge.allocation.memo.AllocationMemos;
import nl.marge.cube.Questions;
import nl.marge.cube.asked.AskedReport;
import nl.marge.customervalue.history.CustomerDays;
import nl.marge.customervalue.history.CustomerHistories;
import nl.marge.customervalue.history.Histories;
import nl.marge.customervalue.rfm.RfmTable.Bought;

/** Scores the customers of a range. */
@ApplicationScoped
class Rfms {

    private final CustomerHistories histories;
    private final AllocationMemos memos;
    private final Questions questions;

    Rfms(CustomerHistories histories, AllocationMemos memos, Questions questions) {
        this.histories = histories;
        this.memos = memos;
        this.questions = questions;
    }

    /** Scores, and the sums and the proof of the histories behind them. */
    record Made(RfmQuery query, RfmTable table, Histories histories, AllocationMemo memo) {
        Made {
            requireNonNull(query, "query");
            requireNonNull(table, "table");
            requireNonNull(histories, "histories");
            requireNonNull(memo, "memo");
        }
    }

    /** The scores that are asked for; kept while memory lasts, for who looks at them then writes them back. */
    Made made(RfmQuery query, AskedReport asked) {
        String key = asked.company().id() + "/" + asked.watermark() + "&rfm&" + query.normalForm();
        return questions.remembered(key, Made.class, () -> make(query, asked));
    }

    private Made make(RfmQuery query, AskedReport asked) {
        Histories in = histories.of(query.histories(), asked.reference(), asked.view());
        List<Bought> customers =
                in.customers().stream().map(customer -> bought(customer, query)).toList();
        return new Made(
                query,
                new RfmTable(customers, query.method()),
                in,
                memos.of(
                        asked.reference(),
                        query.histories().range(),
                        query.histories().selection(),
                        asked.view()));
    }

    private static Bought bought(CustomerDays customer, RfmQuery query) {
        int frequency = 0;
        int last = 0;
        BigInteger netRevenue = BigInteger.ZERO;
        BigInteger margin = BigInteger.ZERO;
        for (int i = 0; i < customer.size(); i++) {
            netRevenue = netRevenue.add(customer.netRevenue(i));
            margin = margin.add(customer.margin(i)).subtract(customer.costToServe(i));
            if (customer.isPurchase(i)) {
                frequency++;
                last = customer.day(i);
            }
        }
        long recency = frequency == 0 ? 0 : query.asOf().toEpochDay() - last;
        return new Bought(customer.customer(), recency, frequency, netRevenue, margin);
    }
}
