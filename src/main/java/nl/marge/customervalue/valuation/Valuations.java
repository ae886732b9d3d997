package nl.marge.customervalue.valuation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import nl.marge.cube.CubeView;
import nl.marge.cube.Questions;
import nl.marge.cube.asked.AskedReport;
import nl.marge.customervalue.fit.Fit;
import nl.marge.customervalue.fitting.FitRequest;
import nl.marge.customervalue.fitting.KeptFit;
import nl.marge.customervalue.fitting.ValueFits;
import nl.marge.customervalue.history.CustomerHistories;
import nl.marge.customervalue.history.Histories;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;

/** Values customers by kept fits; remembered while memory lasts. */
@ApplicationScoped
public class Valuations {

    private final ValueFits fits;
    private final CustomerHistories histories;
    private final Questions questions;

    Valuations(ValueFits fits, CustomerHistories histories, Questions questions) {
        this.fits = fits;
        this.histories = histories;
        this.questions = questions;
    }

    /**
     * The valuation by a fit. As of the end of what was fitted it is made of the very entries the fit saw, so that it
     * is the same for ever; as of another day of all that is posted now.
     *
     * @throws Refusal when the fit has no parameters, with why and what to change
     */
    Valuation of(AskedReport asked, String fitId, Terms terms) {
        KeptFit fit = fits.require(asked.company(), fitId);
        FitRequest request = ValueFits.request(fit, asked);
        LocalDate last = terms.asOf().orElse(request.histories().range().last());
        if (!request.canEnd(last)) {
            asked.query()
                    .invalid(
                            Terms.AS_OF,
                            "asOf is " + last + ", before the fit begins on "
                                    + request.histories().range().first() + ". Give a day from then on.");
        }
        if (last.isAfter(asked.moment().today())) {
            asked.query()
                    .invalid(
                            Terms.AS_OF,
                            "asOf is " + last + ", which is after today, "
                                    + asked.moment().today()
                                    + ". Of days to come nothing is known, and customers would look gone. Give a day up"
                                    + " to today.");
        }
        asked.query().refuseIfWrong();
        requireUsable(fit);
        CubeView view = terms.asOf().isPresent()
                ? asked.view()
                : asked.view().upTo(Math.min(asked.view().number(), fit.ledgerNumber()));
        String key = asked.company().id() + "/" + asked.reference().version() + "/" + view.number() + "&" + fitId + "&"
                + last + "&" + terms;
        return questions.remembered(key, Valuation.class, () -> {
            Histories found = histories.of(request.historiesTo(last), asked.reference(), view);
            return new Valuation(fit.detail(), request.period(), found, terms);
        });
    }

    private static void requireUsable(KeptFit fit) {
        Fit pooled = fit.detail().pooled();
        if (!pooled.status().isUsable()) {
            throw Refusal.of(
                    Refusal.Reason.ENTRY_REFUSED,
                    Violation.at(
                            "",
                            ViolationCode.VALUE_INVALID,
                            "Fit " + fit.id() + " is " + pooled.status() + " and has no parameters to value customers"
                                    + " by. " + String.join(" ", pooled.warnings())));
        }
    }
}
