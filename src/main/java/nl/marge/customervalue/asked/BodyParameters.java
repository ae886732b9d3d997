package nl.marge.customervalue.asked;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.marge.kernel.Place;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.platform.http.QueryParameters;

/** The parameters of a report that stand in a body as its members, so that they are read and refused as in a query. */
public final class BodyParameters {

    private final Map<String, String> members;

    /** The members that a body has, by name. */
    public BodyParameters(Map<String, String> members) {
        this.members = Map.copyOf(members);
    }

    /** As a query, read anew. */
    public QueryParameters query() {
        Map<String, List<String>> given = new HashMap<>();
        members.forEach((name, text) -> given.put(name, List.of(text)));
        return new QueryParameters(given);
    }

    /** What is wrong with a query of these members that was read to its end, each at its member. */
    public List<Violation> wrong(QueryParameters query) {
        try {
            query.refuseIfWrong();
            return List.of();
        } catch (Refusal refusal) {
            return refusal.violations().stream().map(this::atMember).toList();
        }
    }

    private Violation atMember(Violation violation) {
        String name = violation.place() instanceof Place.Parameter parameter ? parameter.name() : "";
        return new Violation(
                members.containsKey(name) ? ViolationCode.VALUE_INVALID : ViolationCode.VALUE_MISSING,
                Place.REQUEST.member(name),
                violation.message());
    }
}
