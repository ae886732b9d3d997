package nl.marge.profitability.ranking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import nl.marge.allocation.memo.AllocationMemo;
import nl.marge.allocation.memo.AllocationMemos;
import nl.marge.cube.Questions;
import nl.marge.cube.asked.AskedReport;
import nl.marge.profitability.ProfitAndLosses;
import nl.marge.profitability.answer.ReportProof;

/** Makes rankings of segment P&amp;Ls. */
@ApplicationScoped
class Rankings {

    private final ProfitAndLosses reports;
    private final AllocationMemos memos;
    private final Questions questions;

    Rankings(ProfitAndLosses reports, AllocationMemos memos, Questions questions) {
        this.reports = reports;
        this.memos = memos;
        this.questions = questions;
    }

    /** A ranking, what it is compared with, and what its report says of allocation. */
    record Made(RankingQuery query, Ranking ranking, Optional<Ranking> base, AllocationMemo memo) {

        /** What the report behind it misses of the ledger, in the company's currency. */
        String difference() {
            return ReportProof.difference(ranking.report());
        }
    }

    /** The ranking that is asked for. */
    Made made(RankingQuery query, AskedReport asked) {
        return new Made(
                query,
                ranking(query, asked),
                query.base().map(base -> ranking(base, asked)),
                memos.of(asked.reference(), query.range(), query.selection(), asked.view()));
    }

    /** The whale curve over what was made. */
    WhaleCurve curve(Made made, AskedReport asked) {
        return questions.remembered(key(made.query(), asked), WhaleCurve.class, () -> new WhaleCurve(made.ranking()));
    }

    /** Kept while memory lasts: a curve is looked at again with other points, and the rows behind it page by page. */
    private Ranking ranking(RankingQuery query, AskedReport asked) {
        return questions.remembered(key(query, asked), Ranking.class, () -> ranked(query, asked));
    }

    private static String key(RankingQuery query, AskedReport asked) {
        return asked.company().id() + "/" + asked.watermark() + "&" + query.normalForm();
    }

    private Ranking ranked(RankingQuery query, AskedReport asked) {
        return Ranking.of(
                reports.total(query.range(), query.by(), query.selection(), asked.reference(), asked.view()),
                RankedLines.of(query.measure(), asked.reference()));
    }
}
