package nl.marge.profitability;

import nl.marge.cube.Questions;

/** Reports without a container. */
public final class ReportsFixture {

    private ReportsFixture() {}

    /** Reports that remember by {@code questions}. */
    public static ProfitAndLosses reports(Questions questions) {
        return new ProfitAndLosses(questions);
    }
}
