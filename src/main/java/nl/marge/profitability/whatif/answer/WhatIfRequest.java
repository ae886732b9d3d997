package nl.marge.profitability.whatif.answer;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import nl.marge.allocation.lever.LeverCommand;
import nl.marge.kernel.Place;
import nl.marge.platform.json.StrictJson;

/** A what-if as it is asked, read but not yet checked. */
record WhatIfRequest(ScopeRequest scope, List<LeverCommand> levers) {

    WhatIfRequest {
        requireNonNull(scope, "scope");
        levers = List.copyOf(levers);
    }

    /** The request that stands next. */
    static WhatIfRequest read(StrictJson json) {
        ScopeRequest.Reader scope = new ScopeRequest.Reader();
        List<LeverCommand> levers = new ArrayList<>();
        json.object(member -> {
            if (member.equals("levers")) {
                json.array(() -> levers.add(LeverCommand.read(json, Place.at("/levers/" + levers.size()))));
            } else {
                scope.readMember(member, json, "levers");
            }
        });
        return new WhatIfRequest(scope.request(), levers);
    }

    /** The report that stands next, of a question without levers. */
    static ScopeRequest readScope(StrictJson json) {
        ScopeRequest.Reader scope = new ScopeRequest.Reader();
        json.object(member -> scope.readMember(member, json));
        return scope.request();
    }
}
