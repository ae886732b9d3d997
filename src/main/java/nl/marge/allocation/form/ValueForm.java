package nl.marge.allocation.form;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.DimensionReference;
import nl.marge.dimension.DimensionValue;
import nl.marge.dimension.grouping.DimensionFilter;
import nl.marge.kernel.Place;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;

/** Checks dimensions and their values. */
public final class ValueForm {

    private final SettingForm form;
    private final DimensionReference dimensions;

    public ValueForm(SettingForm form) {
        this.form = requireNonNull(form, "form");
        this.dimensions = form.reference().dimensions();
    }

    /** The dimension of that code. */
    public Optional<Dimension> dimension(Place place, String named, String code) {
        Optional<Dimension> dimension = dimensions.dimension(code);
        if (dimension.isEmpty()) {
            form.refuse(
                    place,
                    ViolationCode.DIMENSION_UNKNOWN,
                    "Dimension \"" + Texts.excerpt(code) + "\" of " + SettingForm.inside(named)
                            + " does not exist. Create it first, or correct the code.");
        }
        return dimension;
    }

    /** Checks dimensions, none of them twice. */
    public void dimensions(Place place, String named, List<String> codes) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < codes.size(); i++) {
            Place item = place.member(Integer.toString(i));
            dimension(item, named, codes.get(i));
            if (!seen.add(codes.get(i))) {
                form.refuse(
                        item,
                        ViolationCode.VALUE_INVALID,
                        named + " names dimension " + Texts.excerpt(codes.get(i)) + " twice. Name it once.");
            }
        }
    }

    /** Checks a value that cost shall arrive on: it exists, takes postings and is not blocked. */
    public void leaf(Place place, String named, Dimension dimension, String code) {
        Optional<DimensionValue> value = dimensions.value(dimension.id(), code);
        if (value.isEmpty()) {
            form.refuse(
                    place,
                    ViolationCode.DIMENSION_VALUE_UNKNOWN,
                    value(named, dimension, code) + " does not exist. Create it first, or correct the code.");
            return;
        }
        if (value.get().blocked()) {
            form.refuse(
                    place,
                    ViolationCode.DIMENSION_VALUE_BLOCKED,
                    value(named, dimension, code) + " is blocked. Unblock it, or name another.");
        }
        if (!dimensions.isLeaf(value.get().id())) {
            form.refuse(
                    place,
                    ViolationCode.DIMENSION_VALUE_NOT_LEAF,
                    value(named, dimension, code) + " has values below it and takes no postings. Name those.");
        }
    }

    private static String value(String named, Dimension dimension, String code) {
        return "Value \"" + Texts.excerpt(code) + "\" of dimension " + dimension.code() + " in "
                + SettingForm.inside(named);
    }

    /** The filter in normal form; what cannot be read is noted and left out. */
    public String filter(Place place, String named, String text) {
        Violations wrong = new Violations();
        DimensionFilter filter = DimensionFilter.read(text, dimensions, wrong);
        wrong.listed()
                .forEach(violation -> form.refuse(
                        place,
                        ViolationCode.VALUE_INVALID,
                        "The filter of " + SettingForm.inside(named) + ": " + violation.message()));
        return filter.text();
    }
}
