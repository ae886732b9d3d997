package nl.marge.ledger.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.marge.kernel.Codes;
import nl.marge.kernel.Dates;
import nl.marge.kernel.Texts;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.EntryKind;
import nl.marge.ledger.entry.EntryIdentity;
import nl.marge.ledger.entry.WeighedEntry;
import nl.marge.ledger.entry.WeighedLine;
import nl.marge.ledger.period.PeriodRules;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.rules.EntryCommand.LineCommand;
import nl.marge.ledger.setting.SourceSetting;
import nl.marge.ledger.setting.SourceSetting.Mode;

/**
 * The scales: whether an entry may be posted, weighed against one picture of the reference data. Pure; finds everything
 * that is wrong, in the documented order of precedence (docs/spec-posting.md).
 */
public final class PostingRules {

    /** Lines in an entry at most (api.md). */
    static final int LINES_LIMIT = 10_000;

    /** Characters of a description or text at most: the column's width. */
    static final int TEXT_LIMIT = 500;

    public static final String DEFAULT_SOURCE = "API";
    static final String DEFAULT_SCENARIO = "ACTUAL";
    private static final int EXTERNAL_ID_LIMIT = 200;

    /** The form of an externalId in words. */
    public static final String EXTERNAL_ID_FORM =
            "1 to " + EXTERNAL_ID_LIMIT + " printable characters without blanks at the ends";

    private final Reference reference;
    private final Violations violations = new Violations();
    private final EntryCommand command;

    private PostingRules(Reference reference, EntryCommand command) {
        this.reference = reference;
        this.command = command;
    }

    /** Weighs one entry. */
    public static Weighing check(Reference reference, EntryCommand command) {
        return new PostingRules(reference, command).weigh();
    }

    private Weighing weigh() {
        String externalId = externalId();
        String source = code(command.source(), DEFAULT_SOURCE, "/source", ViolationCode.SOURCE_INVALID);
        Optional<EntryKind> kind = kind();
        String scenario = code(command.scenario(), DEFAULT_SCENARIO, "/scenario", ViolationCode.SCENARIO_INVALID);
        Optional<LocalDate> postingDate = postingDate();
        EntryAmounts amounts = new EntryAmounts(reference, command, violations);
        amounts.convert(postingDate);
        checkText(command.description(), "/description");
        SourceSetting setting = reference.settings().sources().of(source);
        Optional<UnassignedRules> unassigned = postingDate
                .filter(date -> setting.mode() == Mode.ACCEPT_AS_UNASSIGNED)
                .map(date -> new UnassignedRules(reference, date, kind));
        LineRules rules = new LineRules(reference, command, postingDate, kind, unassigned, violations);
        List<WeighedLine> lines = weighLines(rules, amounts);
        List<Violation> leftOut = unassigned.isPresent() ? violations.takeOut(UnassignedRules::isTolerated) : List.of();
        Optional<EntryIdentity> identity = identity(source, externalId, amounts);
        PeriodRules periods = new PeriodRules(reference.settings().periods(), scenario);
        Optional<PeriodRules.Day> day = kind.flatMap(
                known -> postingDate.map(asked -> periods.take(asked, known, setting.lateLines(), violations)));
        Optional<WeighedLine> difference = checkBalance(kind, amounts, lines);
        if (!violations.isEmpty()) {
            return new Weighing.Refused(identity, violations);
        }
        return new Weighing.Accepted(new WeighedEntry(
                identity.orElseThrow(),
                kind.orElseThrow(),
                scenario,
                day.orElseThrow().postingDate(),
                day.orElseThrow().originalDate(),
                amounts.currency(),
                command.description(),
                Optional.empty(),
                command.lines().size(),
                difference.map(line -> with(lines, line)).orElse(lines),
                difference.isPresent() ? 1 : 0,
                leftOut));
    }

    /** By what the entry is recognised, when its form is good enough for that. */
    private Optional<EntryIdentity> identity(String source, String externalId, EntryAmounts amounts) {
        return amounts.isSound() && !isFormBroken(externalId)
                ? Optional.of(
                        new EntryIdentity(source, externalId, ContentHash.of(command, reference.company(), amounts)))
                : Optional.empty();
    }

    private boolean isFormBroken(String externalId) {
        return !violations.isEmpty()
                && violations.listed().stream()
                        .map(Violation::code)
                        .anyMatch(code -> code.compareTo(ViolationCode.ACCOUNT_UNKNOWN) < 0);
    }

    private String externalId() {
        if (command.externalId().isEmpty()) {
            violations.add(
                    "/externalId",
                    ViolationCode.EXTERNAL_ID_MISSING,
                    "The entry has no externalId. Give the number that the sending system keeps for ever.");
            return "";
        }
        String id = command.externalId().get();
        if (!isExternalId(id)) {
            violations.add(
                    "/externalId",
                    ViolationCode.EXTERNAL_ID_INVALID,
                    "externalId " + quoted(id) + " is not " + EXTERNAL_ID_FORM
                            + ". Send the number as the source system shows it.");
        }
        return id;
    }

    /** Whether {@code id} has the form of an externalId. */
    public static boolean isExternalId(String id) {
        int length = id.codePointCount(0, id.length());
        return length >= 1
                && length <= EXTERNAL_ID_LIMIT
                && id.codePoints().allMatch(PostingRules::isPrintable)
                && !Character.isSpaceChar(id.codePointAt(0))
                && !Character.isSpaceChar(id.codePointBefore(id.length()));
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private String code(Optional<String> given, String absent, String pointer, ViolationCode violation) {
        String code = given.orElse(absent);
        if (!Codes.isCode(code)) {
            violations.add(
                    pointer,
                    violation,
                    pointer.substring(1) + " " + quoted(code) + " is not a code: " + Codes.FORM + ".");
        }
        return code;
    }

    private Optional<EntryKind> kind() {
        String name = command.kind().orElse(EntryKind.JOURNAL.name());
        for (EntryKind kind : EntryKind.values()) {
            if (kind.isPostable() && kind.name().equals(name)) {
                return Optional.of(kind);
            }
        }
        violations.add(
                "/kind",
                ViolationCode.KIND_UNKNOWN,
                "kind " + quoted(name) + " cannot be posted. Use JOURNAL, COST or CLOSING.");
        return Optional.empty();
    }

    private Optional<LocalDate> postingDate() {
        if (command.postingDate().isEmpty()) {
            violations.add(
                    "/postingDate",
                    ViolationCode.POSTING_DATE_MISSING,
                    "The entry has no postingDate. Give " + Dates.FORM + ".");
            return Optional.empty();
        }
        Optional<LocalDate> date = Dates.read(command.postingDate().get());
        if (date.isEmpty()) {
            violations.add(
                    "/postingDate",
                    ViolationCode.POSTING_DATE_INVALID,
                    "postingDate " + quoted(command.postingDate().get()) + " is not " + Dates.FORM + ".");
        }
        return date;
    }

    private void checkText(Optional<String> text, String pointer) {
        if (text.isPresent() && text.get().length() > TEXT_LIMIT) {
            violations.add(
                    pointer,
                    ViolationCode.TEXT_INVALID,
                    pointer.substring(1) + " has " + text.get().length() + " characters. Shorten it to " + TEXT_LIMIT
                            + ".");
        }
    }

    private List<WeighedLine> weighLines(LineRules rules, EntryAmounts amounts) {
        List<LineCommand> lines = command.lines();
        if (lines.isEmpty()) {
            violations.add("/lines", ViolationCode.ENTRY_WITHOUT_LINES, "The entry has no lines. Give at least one.");
        }
        if (lines.size() > LINES_LIMIT) {
            violations.add(
                    "/lines",
                    ViolationCode.ENTRY_TOO_LARGE,
                    "The entry has " + lines.size() + " lines. Post it as several entries of at most " + LINES_LIMIT
                            + " lines.");
            return List.of();
        }
        rules.resolveHeader();
        List<WeighedLine> weighed = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            rules.weigh(i, lines.get(i), amounts.line(i)).ifPresent(line -> weighed.addAll(line.lines()));
        }
        checkCount(weighed);
        return weighed;
    }

    /** Splits may make more lines of an entry than it was sent with. */
    private void checkCount(List<WeighedLine> weighed) {
        if (weighed.size() > LINES_LIMIT) {
            violations.add(
                    "/lines",
                    ViolationCode.ENTRY_TOO_LARGE,
                    "With its splits the entry has " + weighed.size() + " lines. Post it as several entries of at most "
                            + LINES_LIMIT + " lines.");
        }
    }

    private Optional<WeighedLine> checkBalance(
            Optional<EntryKind> kind, EntryAmounts amounts, List<WeighedLine> lines) {
        if (kind.isEmpty()
                || kind.get() == EntryKind.COST
                || !amounts.isSound()
                || command.lines().isEmpty()) {
            return Optional.empty();
        }
        return new BalanceRules(reference, amounts, violations).check(lines);
    }

    private static List<WeighedLine> with(List<WeighedLine> lines, WeighedLine last) {
        List<WeighedLine> all = new ArrayList<>(lines);
        all.add(last);
        return all;
    }

    /** A caller's text as a message repeats it. */
    public static String quoted(String value) {
        return "\"" + Texts.excerpt(value) + "\"";
    }
}
