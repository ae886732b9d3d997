package nl.marge.ledger.segmentation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.marge.kernel.Money.Reading;
import nl.marge.kernel.Quantities;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.ledger.segmentation.Method.Cut;

/** Checks tiers: each once, thresholds of one kind, each below the one before it, and the rest last. Pure. */
final class TierForm {

    /** Tiers at most: beyond that nobody treats customers differently. */
    static final int TIERS_LIMIT = 100;

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private final SegmentationForm form;

    TierForm(SegmentationForm form) {
        this.form = form;
    }

    /** The tiers; of use only when nothing is wrong. */
    Method tiers(List<SegmentationBody.Tier> said) {
        form.count("/tiers", "tiers", said.size(), TIERS_LIMIT);
        Set<String> seen = new HashSet<>();
        List<Method.Tier> tiers = new ArrayList<>();
        for (int i = 0; i < Math.min(said.size(), TIERS_LIMIT); i++) {
            SegmentationBody.Tier tier = said.get(i);
            String pointer = "/tiers/" + i;
            form.segment(pointer, named(i, tier.segment()), tier.segment());
            if (!tier.segment().isEmpty() && !seen.add(tier.segment())) {
                form.refuse(
                        pointer + "/segment",
                        ViolationCode.CODE_REPEATED,
                        named(i, tier.segment()) + " is given twice. Give each segment one tier.");
            }
            Optional<Cut> cut = cut(pointer, i, said);
            cut.filter(read -> !tiers.isEmpty()).ifPresent(read -> checkOrder(pointer, said, tiers, read));
            tiers.add(new Method.Tier(tier.segment(), cut.orElseGet(Cut.Rest::new)));
        }
        return new Method.Tiers(tiers);
    }

    private Optional<Cut> cut(String pointer, int index, List<SegmentationBody.Tier> said) {
        SegmentationBody.Tier tier = said.get(index);
        if (tier.topPercent().isPresent() && tier.above().isPresent()) {
            form.refuse(
                    pointer + "/above",
                    ViolationCode.VALUE_INVALID,
                    named(index, tier.segment()) + " has above beside topPercent. Give one of them.");
            return Optional.empty();
        }
        if (tier.topPercent().isPresent()) {
            return percent(pointer + "/topPercent", tier.topPercent().get()).map(Cut.Top::new);
        }
        if (tier.above().isPresent()) {
            return form.amount(pointer + "/above", tier.above().get()).map(Cut.Above::new);
        }
        if (index < said.size() - 1) {
            form.refuse(
                    pointer,
                    ViolationCode.VALUE_MISSING,
                    named(index, tier.segment()) + " has no threshold and would leave nothing to the tiers after it."
                            + " Give topPercent or above, or put it last.");
            return Optional.empty();
        }
        return Optional.of(new Cut.Rest());
    }

    private Optional<BigDecimal> percent(String pointer, String text) {
        Optional<BigDecimal> percent = Quantities.read(text) instanceof Reading.Amount read
                ? Optional.of(Quantities.decimal(read.minorUnits()))
                        .filter(number -> number.signum() > 0 && number.compareTo(ALL) <= 0)
                : Optional.empty();
        if (percent.isEmpty()) {
            form.refuse(
                    pointer,
                    ViolationCode.VALUE_INVALID,
                    "topPercent is \"" + Texts.excerpt(text)
                            + "\". Give a decimal above 0, at most 100, with at most 6 digits after the point.");
        }
        return percent;
    }

    private void checkOrder(String pointer, List<SegmentationBody.Tier> said, List<Method.Tier> before, Cut cut) {
        int last = before.size() - 1;
        Cut above = before.get(last).cut();
        String here = named(last + 1, said.get(last + 1).segment());
        String there = named(last, before.get(last).segment());
        if (cut instanceof Cut.Top top && above instanceof Cut.Top than) {
            if (top.percent().compareTo(than.percent()) <= 0) {
                overlap(pointer + "/topPercent", here, there, "topPercent", "a larger");
            }
        } else if (cut instanceof Cut.Above amount && above instanceof Cut.Above than) {
            if (amount.amount().compareTo(than.amount()) >= 0) {
                overlap(pointer + "/above", here, there, "above", "a smaller");
            }
        } else if (cut instanceof Cut.Rest) {
            checkRest(pointer, here, there, above);
        } else if (!(above instanceof Cut.Rest)) {
            form.refuse(
                    pointer,
                    ViolationCode.VALUE_INVALID,
                    here + " has another kind of threshold than " + inside(there)
                            + ". Give all tiers topPercent, or all above.");
        }
    }

    private void checkRest(String pointer, String here, String there, Cut above) {
        if (above instanceof Cut.Top top && top.percent().compareTo(ALL) == 0) {
            form.refuse(
                    pointer,
                    ViolationCode.VALUE_INVALID,
                    here + " takes the rest, but " + inside(there)
                            + " takes all 100 percent. Leave one of them out, or lower its topPercent.");
        }
    }

    private void overlap(String pointer, String here, String there, String member, String remedy) {
        form.refuse(
                pointer,
                ViolationCode.VALUE_INVALID,
                here + " overlaps with " + inside(there) + " or stands before its place: its " + member
                        + " leaves nothing between them. Give it " + remedy + " one, or change their order.");
    }

    private static String named(int index, String segment) {
        return "Tier " + (index + 1) + " (" + Texts.excerpt(segment) + ")";
    }

    private static String inside(String named) {
        return "t" + named.substring(1);
    }
}
