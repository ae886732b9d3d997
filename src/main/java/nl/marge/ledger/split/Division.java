package nl.marge.ledger.split;

import java.math.BigDecimal;
import java.util.List;
import nl.marge.kernel.apportion.Apportionment;

/** A line's splits, found sound and worked out: what each resulting line takes its dimensions from, and its weight. */
public record Division(List<Share> shares) {

    public Division {
        shares = List.copyOf(shares);
    }

    /** How amounts are divided over the shares. */
    public Apportionment apportionment() {
        return Apportionment.by(shares.stream().map(Share::weight).toList());
    }

    /** One resulting line: the positions of the parts it joins, one of each group, and its weight. */
    public record Share(List<Integer> parts, BigDecimal weight) {
        public Share {
            parts = List.copyOf(parts);
        }

        /** Where it stands below its line: at its part, or at the line when it joins several. */
        public String pointer() {
            return parts.size() == 1 ? "/splits/" + parts.get(0) : "";
        }

        /** What a message calls it behind its line: {@code , part 2}. */
        public String name() {
            List<String> numbers =
                    parts.stream().map(part -> Integer.toString(part + 1)).toList();
            return parts.size() == 1 ? ", part " + numbers.get(0) : ", parts " + String.join(" and ", numbers);
        }
    }
}
