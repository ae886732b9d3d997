package nl.marge.ledger.split;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.split.Division.Share;
import nl.marge.ledger.split.SplitsCommand.Part;

/**
 * Reads how a line is to be divided (domain.md R21, R22). Weights are percentages: the parts of a group sum to exactly
 * 100, or one of them is the remainder. PAIRED: the parts are one group, each a tuple of values. CROSS: the parts that
 * name the same dimensions are a group, each resulting line joins one part of every group, and their weights multiply.
 */
public final class SplitRules {

    /** Decimals of a weight at most: a fraction of a cent of the largest amount there is. */
    private static final int WEIGHT_DECIMALS_LIMIT = 15;

    /** How parts are taken unless the client says otherwise. */
    public static final String PAIRED = "PAIRED";

    private static final String CROSS = "CROSS";
    private static final int WEIGHT_LENGTH_LIMIT = 3 + 1 + WEIGHT_DECIMALS_LIMIT;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final String pointer;
    private final SplitsCommand splits;
    private final Violations violations;
    private boolean sound = true;

    /** For the line at {@code pointer}; what is wrong is noted in {@code violations}. */
    public SplitRules(String pointer, SplitsCommand splits, Violations violations) {
        this.pointer = pointer;
        this.splits = splits;
        this.violations = violations;
    }

    /** The resulting lines, at most as many as {@code limit} leaves of the entry; empty when something is wrong. */
    public Optional<Division> divide(int limit) {
        boolean cross = isCross();
        List<BigDecimal> weights = weights();
        Collection<Group> groups = cross ? groups() : List.of(new Group(Set.of(), all()));
        if (!sound) {
            return Optional.empty();
        }
        groups.forEach(group -> complete(group, weights));
        return sound && isWithin(limit, groups) ? Optional.of(division(groups, weights)) : Optional.empty();
    }

    private boolean isCross() {
        String mode = splits.mode().orElse(PAIRED);
        if (!mode.equals(PAIRED) && !mode.equals(CROSS)) {
            refuse("/splitMode", "splitMode " + quoted(mode) + " is not known. Give PAIRED or CROSS.");
        }
        return mode.equals(CROSS);
    }

    /** The weights as sent; the remainder's is zero until its group is known. */
    private List<BigDecimal> weights() {
        List<BigDecimal> weights = new ArrayList<>();
        for (int i = 0; i < splits.parts().size(); i++) {
            weights.add(weight(i, splits.parts().get(i)));
        }
        return weights;
    }

    private BigDecimal weight(int position, Part part) {
        String place = "/splits/" + position + "/weight";
        if (part.weight().isPresent() == part.remainder()) {
            refuse(
                    place,
                    part.remainder()
                            ? "The part is the remainder and has a weight. Give one of them."
                            : "The part has no weight. Give a percentage above 0, or \"remainder\":true.");
            return BigDecimal.ZERO;
        }
        if (part.remainder()) {
            return BigDecimal.ZERO;
        }
        String text = part.weight().get();
        Optional<BigDecimal> weight = percentage(text);
        if (weight.isEmpty()) {
            refuse(
                    place,
                    "Weight " + quoted(text) + " is not a percentage above 0 up to 100, a plain decimal of at most "
                            + WEIGHT_DECIMALS_LIMIT + " decimals. Write it like 33.3.");
        }
        return weight.orElse(BigDecimal.ZERO);
    }

    /** A plain decimal above 0 up to 100, without the zeros at its end. */
    public static Optional<BigDecimal> percentage(String text) {
        if (text.length() > WEIGHT_LENGTH_LIMIT || !text.matches("(0|[1-9][0-9]{0,2})(\\.[0-9]+)?")) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text).stripTrailingZeros())
                .filter(weight -> weight.signum() > 0
                        && weight.compareTo(HUNDRED) <= 0
                        && weight.scale() <= WEIGHT_DECIMALS_LIMIT);
    }

    private List<Integer> all() {
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < splits.parts().size(); i++) {
            positions.add(i);
        }
        return positions;
    }

    private Collection<Group> groups() {
        Map<Set<String>, Group> byDimensions = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < splits.parts().size(); i++) {
            Set<String> dimensions = splits.parts().get(i).dimensions().keySet();
            if (dimensions.isEmpty()) {
                refuse(
                        "/splits/" + i,
                        "The part names no dimension, so it belongs to no group of splitMode CROSS. Name the dimensions"
                                + " it divides.");
            }
            if (!byDimensions.containsKey(dimensions)) {
                checkApart(i, dimensions, seen);
            }
            byDimensions
                    .computeIfAbsent(dimensions, key -> new Group(key, new ArrayList<>()))
                    .positions()
                    .add(i);
        }
        return byDimensions.values();
    }

    private void checkApart(int position, Set<String> dimensions, Set<String> seen) {
        for (String dimension : dimensions) {
            if (!seen.add(dimension)) {
                refuse(
                        "/splits/" + position,
                        "Dimension " + quoted(dimension) + " is named by parts that name different dimensions, so"
                                + " splitMode CROSS cannot tell which to join. Name the same dimensions in all parts"
                                + " that name it.");
            }
        }
    }

    /** Gives the remainder what the others leave, and refuses what does not add up. */
    private void complete(Group group, List<BigDecimal> weights) {
        List<Integer> remainders = group.positions().stream()
                .filter(i -> splits.parts().get(i).remainder())
                .toList();
        BigDecimal sum = group.positions().stream().map(weights::get).reduce(BigDecimal.ZERO, BigDecimal::add);
        String parts = "The parts" + group.inWords();
        if (remainders.size() > 1) {
            refuse(
                    "/splits/" + remainders.get(1),
                    parts + " have " + remainders.size() + " remainders. Only one of them can take the rest: give the"
                            + " others a weight" + remedy());
        } else if (sum.compareTo(HUNDRED) > 0) {
            refuse(
                    "/splits",
                    parts + " sum to " + sum.toPlainString() + " percent, more than 100. Correct their weights"
                            + remedy());
        } else if (remainders.isEmpty() && sum.compareTo(HUNDRED) < 0) {
            refuse(
                    "/splits",
                    parts + " sum to " + sum.toPlainString() + " percent, so "
                            + HUNDRED.subtract(sum).toPlainString()
                            + " would be lost. Complete them to 100, or make one part the remainder.");
        } else if (!remainders.isEmpty()) {
            weights.set(remainders.get(0), HUNDRED.subtract(sum));
        }
    }

    private String remedy() {
        boolean apart = splits.parts().stream()
                        .map(part -> part.dimensions().keySet())
                        .distinct()
                        .count()
                > 1;
        return apart && splits.mode().isEmpty()
                ? ", or give \"splitMode\":\"CROSS\" if the dimensions are divided each by itself."
                : ".";
    }

    private boolean isWithin(int limit, Collection<Group> groups) {
        long lines = 1;
        for (Group group : groups) {
            lines = Math.min(lines * group.positions().size(), Integer.MAX_VALUE);
        }
        if (lines > limit) {
            violations.add(
                    pointer + "/splits",
                    ViolationCode.ENTRY_TOO_LARGE,
                    "These splits make " + lines + " lines, where the entry has room for " + limit
                            + " more. Post it as several entries, or divide it less finely.");
        }
        return lines <= limit;
    }

    /** Every way to join one part of each group; the parts of the first group vary slowest. */
    private static Division division(Collection<Group> groups, List<BigDecimal> weights) {
        List<Share> shares = List.of(new Share(List.of(), BigDecimal.ONE));
        for (Group group : groups) {
            List<Share> longer = new ArrayList<>();
            for (Share share : shares) {
                for (int position : group.positions()) {
                    List<Integer> parts = new ArrayList<>(share.parts());
                    parts.add(position);
                    longer.add(new Share(parts, share.weight().multiply(weights.get(position))));
                }
            }
            shares = longer;
        }
        return new Division(shares);
    }

    private static String quoted(String text) {
        return "\"" + Texts.excerpt(text) + "\"";
    }

    private void refuse(String place, String message) {
        sound = false;
        violations.add(pointer + place, ViolationCode.SPLIT_INVALID, message);
    }

    /** Parts whose weights make up a whole, and the dimensions they name (none: PAIRED, where they may differ). */
    private record Group(Set<String> dimensions, List<Integer> positions) {

        private String inWords() {
            return dimensions.isEmpty() ? "" : " of " + String.join(" and ", dimensions);
        }
    }
}
