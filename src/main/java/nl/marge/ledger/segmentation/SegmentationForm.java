package nl.marge.ledger.segmentation;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.marge.dimension.Dimension;
import nl.marge.dimension.membership.DerivationRule;
import nl.marge.kernel.Codes;
import nl.marge.kernel.Money;
import nl.marge.kernel.Place;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.StatementLine;
import nl.marge.ledger.reference.Reference;

/**
 * Checks a segmentation against the company's reference data, when it is said and again when it is used: what it names
 * may be gone since. What is wrong is noted. Pure.
 */
final class SegmentationForm {

    /** Months that count at most: ten years. */
    static final int MONTHS_LIMIT = 120;

    private final Reference reference;
    private final Violations violations;

    SegmentationForm(Reference reference, Violations violations) {
        this.reference = requireNonNull(reference, "reference");
        this.violations = requireNonNull(violations, "violations");
    }

    /** By what a segmentation goes. */
    private enum Kind {
        DECILES,
        TIERS,
        RULES
    }

    Reference reference() {
        return reference;
    }

    Violations violations() {
        return violations;
    }

    /** The segmentation that {@code body} says; empty when anything in it is wrong. */
    Optional<Segmentation> checked(SegmentationBody body) {
        int before = violations.total();
        if (!Codes.isCode(body.code())) {
            refuse(
                    "/code",
                    ViolationCode.CODE_INVALID,
                    "The code of the segmentation is \"" + Texts.excerpt(body.code()) + "\". Give " + Codes.FORM + ".");
        }
        Texts.nameFault(body.name())
                .ifPresent(fault ->
                        refuse("/name", ViolationCode.VALUE_INVALID, "The name of the segmentation " + fault + "."));
        Optional<Dimension> of = dimension("of", body.of());
        Optional<Dimension> into = dimension("into", body.into());
        if (of.isPresent() && into.isPresent()) {
            DerivationRule.check(reference.dimensions(), of.get(), into.get(), Place.at("/into"), violations);
        }
        line("/measure", body.measure());
        if (body.months() < 1 || body.months() > MONTHS_LIMIT) {
            refuse(
                    "/months",
                    ViolationCode.VALUE_INVALID,
                    "months is " + body.months() + ". Give 1 to " + MONTHS_LIMIT + ".");
        }
        Optional<Segmentation.WithoutLines> withoutLines =
                choice("withoutLines", body.withoutLines(), Segmentation.WithoutLines.class);
        Optional<Method> method = method(body, of);
        return violations.total() > before
                ? Optional.empty()
                : Optional.of(new Segmentation(
                        body.code(),
                        of.orElseThrow(),
                        into.orElseThrow(),
                        body.measure(),
                        body.months(),
                        withoutLines.orElseThrow(),
                        method.orElseThrow()));
    }

    private Optional<Method> method(SegmentationBody body, Optional<Dimension> of) {
        Optional<Kind> kind = choice("method", body.method(), Kind.class);
        kind.filter(found -> found != Kind.TIERS && !body.tiers().isEmpty())
                .ifPresent(found -> refuseMember("/tiers", found));
        kind.filter(found -> found != Kind.RULES && !body.rules().isEmpty())
                .ifPresent(found -> refuseMember("/rules", found));
        return kind.map(found -> switch (found) {
            case DECILES -> new Method.Deciles();
            case TIERS -> new TierForm(this).tiers(body.tiers());
            case RULES -> new RuleForm(this, of).rules(body.rules());
        });
    }

    private void refuseMember(String pointer, Kind kind) {
        refuse(
                pointer,
                ViolationCode.VALUE_INVALID,
                "Method " + kind + " takes no " + pointer.substring(1) + ". Leave them out, or give the method they"
                        + " belong to.");
    }

    private Optional<Dimension> dimension(String member, String code) {
        Optional<Dimension> dimension = reference.dimensions().dimension(code);
        if (code.isEmpty()) {
            refuse("/" + member, ViolationCode.VALUE_MISSING, member + " is missing. Name a dimension.");
        } else if (dimension.isEmpty()) {
            refuse(
                    "/" + member,
                    ViolationCode.DIMENSION_UNKNOWN,
                    "Dimension \"" + Texts.excerpt(code) + "\" in " + member
                            + " does not exist. Create it first, or correct the code.");
        }
        return dimension;
    }

    /** The place in the template of the line of that code, or -1. */
    int line(String pointer, String code) {
        List<String> lines =
                reference.statement().lines().stream().map(StatementLine::code).toList();
        if (!lines.contains(code)) {
            refuse(
                    pointer,
                    ViolationCode.STATEMENT_LINE_UNKNOWN,
                    "measure is \"" + Texts.excerpt(code) + "\". Give a line of the statement: "
                            + String.join(", ", lines) + ".");
        }
        return lines.indexOf(code);
    }

    /** The amount in minor units that {@code text} writes. */
    Optional<BigInteger> amount(String pointer, String text) {
        int decimals = reference.company().decimals();
        Money.Reading reading = Money.read(text, decimals);
        if (reading instanceof Money.Reading.Amount amount) {
            return Optional.of(BigInteger.valueOf(amount.minorUnits()));
        }
        refuse(
                pointer,
                switch (((Money.Reading.Unreadable) reading).fault()) {
                    case MALFORMED -> ViolationCode.AMOUNT_MALFORMED;
                    case TOO_MANY_DECIMALS -> ViolationCode.AMOUNT_SCALE;
                    case TOO_LARGE -> ViolationCode.AMOUNT_LIMIT;
                },
                "The amount is \"" + Texts.excerpt(text) + "\". Give a decimal such as 5000.00 with at most "
                        + Money.INTEGER_DIGITS_LIMIT + " digits before and " + decimals + " after the point.");
        return Optional.empty();
    }

    /** Checks the code of a segment. */
    void segment(String pointer, String named, String code) {
        if (!Codes.isCode(code)) {
            refuse(
                    pointer + "/segment",
                    code.isEmpty() ? ViolationCode.VALUE_MISSING : ViolationCode.CODE_INVALID,
                    named
                            + (code.isEmpty()
                                    ? " has no segment"
                                    : " has segment \"" + Texts.excerpt(code) + "\", which is no code")
                            + ". Give the code of a value: " + Codes.FORM + ".");
        }
    }

    /** Refuses lists that are longer than anybody can look after, and empty ones. */
    void count(String pointer, String what, int count, int limit) {
        if (count == 0) {
            refuse(pointer, ViolationCode.VALUE_MISSING, "There are no " + what + ". Give at least one.");
        } else if (count > limit) {
            refuse(
                    pointer,
                    ViolationCode.VALUE_INVALID,
                    "There are " + count + " " + what + ". Give at most " + limit + ".");
        }
    }

    void refuse(String pointer, ViolationCode code, String message) {
        violations.add(pointer, code, message);
    }

    private <E extends Enum<E>> Optional<E> choice(String member, String text, Class<E> choices) {
        Optional<E> found = Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equals(text))
                .findFirst();
        if (found.isEmpty()) {
            refuse(
                    "/" + member,
                    text.isEmpty() ? ViolationCode.VALUE_MISSING : ViolationCode.VALUE_INVALID,
                    (text.isEmpty() ? member + " is missing" : member + " is \"" + Texts.excerpt(text) + "\"")
                            + ". Give one of "
                            + Arrays.stream(choices.getEnumConstants())
                                    .map(Enum::name)
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        return found;
    }
}
