package nl.marge.customervalue.fitting;

import java.util.List;
import java.util.Optional;
import nl.marge.customervalue.history.Histories;

/** Fits without jobs and tables. */
public final class FittingFixture {

    private FittingFixture() {}

    /** What a request makes of some histories. */
    public static FitDetail fit(FitRequest request, Histories histories) {
        return new ValueFitting(request, histories).fit(List.of(), Optional.empty());
    }
}
