package nl.marge.cube.scenario;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.SortedSet;
import nl.marge.company.Company;
import nl.marge.cube.Cubes;
import nl.marge.kernel.Texts;
import nl.marge.ledger.lines.LineSelection;
import nl.marge.ledger.reference.References;
import nl.marge.platform.http.QueryParameters;

/**
 * Which scenarios a report may be asked for: ACTUAL, and every one that has an entry or of which a period was spoken. A
 * code misspelt would else be answered with zeros that look like figures.
 */
@ApplicationScoped
public class KnownScenarios {

    private final Cubes cubes;
    private final References references;

    KnownScenarios(Cubes cubes, References references) {
        this.cubes = cubes;
        this.references = references;
    }

    /**
     * Notes it with {@code query} when the scenario that {@code parameter} names is not known today; a report of an
     * earlier instant may name one that came later.
     */
    public void check(Company company, String scenario, String parameter, QueryParameters query) {
        if (scenario.equals(LineSelection.ACTUAL)) {
            return;
        }
        SortedSet<String> known = cubes.current(company).scenarioCodes();
        known.addAll(references.current(company).settings().periods().scenarios());
        known.add(LineSelection.ACTUAL);
        if (!known.contains(scenario)) {
            query.invalid(
                    parameter,
                    "Scenario \"" + Texts.excerpt(scenario) + "\" of parameter " + parameter
                            + " has neither entries nor periods. Known are " + String.join(", ", known) + ".");
        }
    }
}
