package nl.marge.profitability.whatif.answer;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import nl.marge.platform.json.StrictJson;

/** Which report a body asks about, read but not yet checked. */
record ScopeRequest(
        Optional<String> from, Optional<String> to, String by, String membership, String filter, String scenario) {

    ScopeRequest {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(by, "by");
        requireNonNull(membership, "membership");
        requireNonNull(filter, "filter");
        requireNonNull(scenario, "scenario");
    }

    /** Reads the members of a body that tell the report. */
    static final class Reader {
        private Optional<String> from = Optional.empty();
        private Optional<String> to = Optional.empty();
        private String by = "";
        private String membership = "AS_WAS";
        private String filter = "";
        private String scenario = "ACTUAL";

        /** Reads a member, which stands next, if it is one of them; otherwise notes that it is unknown. */
        void readMember(String member, StrictJson json, String... others) {
            switch (member) {
                case "from" -> from = json.text();
                case "to" -> to = json.text();
                case "by" -> by = json.textOr("");
                case "membership" -> membership = json.textOr(membership);
                case "filter" -> filter = json.textOr("");
                case "scenario" -> scenario = json.textOr(scenario);
                default -> json.unknownMember(known(others));
            }
        }

        private static String[] known(String... others) {
            String[] known = new String[6 + others.length];
            System.arraycopy(new String[] {"from", "to", "by", "membership", "filter", "scenario"}, 0, known, 0, 6);
            System.arraycopy(others, 0, known, 6, others.length);
            return known;
        }

        ScopeRequest request() {
            return new ScopeRequest(from, to, by, membership, filter, scenario);
        }
    }
}
