package nl.marge.customervalue.valuation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
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
import nl.marge.ledger.moment.LedgerMoment;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.reference.References;

/** Values customers by kept fits; remembered while memory lasts. */
@ApplicationScoped
public class Valuations {

    private final ValueFits fits;
    private final CustomerHistories histories;
    private final References references;
    private final Questions questions;

    Valuations(ValueFits fits, CustomerHistories histories, References references, Questions questions) {
        this.fits = fits;
        this.histories = histories;
        this.references = references;
        this.questions = questions;
    }

    /**
     * The valuation by a fit. As of the end of what was fitted it is made of the very entries, values and memberships
     * the fit saw, so that it is the same for ever; as of another day of all that is known now.
     *
     * @throws Refusal when the fit has no parameters, with why and what to change
     */
    Valuation of(AskedReport asked, String fitId, Terms terms) {
        KeptFit fit = fits.require(asked.company(), fitId);
        AskedReport books = terms.asOf().isPresent() ? asked : asFitted(asked, fit);
        FitRequest request = ValueFits.request(fit, books);
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
        String key = asked.company().id() + "/" + books.reference().version() + "/"
                + books.view().number() + "&" + fitId + "&" + last + "&" + terms;
        return questions.remembered(key, Valuation.class, () -> {
            Histories found = histories.of(request.historiesTo(last), books.reference(), books.view());
            return new Valuation(fit.detail(), request.period(), found, terms);
        });
    }

    /** The books as the fit saw them; where an earlier moment is asked for, no later than that. */
    private AskedReport asFitted(AskedReport asked, KeptFit fit) {
        LedgerMoment moment = asked.moment();
        if (asked.view().number() < fit.ledgerNumber() || moment.reference().version() < fit.referenceVersion()) {
            return asked;
        }
        Reference reference = moment.reference().version() == fit.referenceVersion()
                ? moment.reference()
                : references.asOf(asked.company(), fit.referenceVersion());
        return new AskedReport(
                asked.company(),
                asked.query(),
                new LedgerMoment(reference, fit.ledgerNumber(), moment.today(), moment.asOfRecorded()),
                asked.view().upTo(fit.ledgerNumber()));
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
