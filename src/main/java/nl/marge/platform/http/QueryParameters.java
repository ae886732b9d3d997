package nl.marge.platform.http;

import jakarta.ws.rs.core.UriInfo;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.marge.kernel.Codes;
import nl.marge.kernel.DateRange;
import nl.marge.kernel.Dates;
import nl.marge.kernel.Place;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Texts;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;

/**
 * Reads query parameters strictly. A parameter is known by being asked for; whoever reads asks for all that the
 * operation has and then calls {@link #refuseIfWrong}, which refuses what is unknown, repeated or ill-formed in one
 * answer. Until then an ill-formed parameter reads as absent, and {@link #invalid} adds what only the reader can know,
 * such as an unknown code.
 */
public final class QueryParameters {

    private final Map<String, List<String>> given;
    private final Set<String> known = new LinkedHashSet<>();
    private final Violations violations = new Violations();

    /** The parameters as decoded from the query, by name. */
    public QueryParameters(Map<String, List<String>> given) {
        this.given = given;
    }

    /** The parameters of a request. */
    public static QueryParameters of(UriInfo uri) {
        return new QueryParameters(given(uri.getRequestUri().getRawQuery()));
    }

    /**
     * The parameters of a query as written, decoded, in the order given. They stand between ampersands only: the
     * framework also takes the semicolon, by which {@code filter=REGION:EU;CHANNEL:WEB} would fall apart.
     */
    public static Map<String, List<String>> given(String rawQuery) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        for (String parameter : rawQuery == null ? new String[0] : rawQuery.split("&")) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            String value = equals < 0 ? "" : parameter.substring(equals + 1);
            if (!parameter.isEmpty()) {
                given.computeIfAbsent(decoded(name), none -> new ArrayList<>()).add(decoded(value));
            }
        }
        return given;
    }

    /** What is not well encoded stays as it is, and is then refused as whatever it is not. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    /** The text of a parameter; it may be empty. */
    public Optional<String> text(String name) {
        boolean asked = !known.add(name);
        List<String> values = given.getOrDefault(name, List.of());
        if (values.size() > 1 && !asked) {
            String message = "Parameter " + name + " is given " + values.size() + " times. Give it once.";
            violations.add(Violation.parameter(name, ViolationCode.PARAMETER_INVALID, message));
        }
        return values.size() > 1 ? Optional.empty() : values.stream().findFirst();
    }

    /** The text of a parameter that must be there; empty text when it is not, which is noted. */
    public String requiredText(String name) {
        Optional<String> text = text(name);
        if (!given.containsKey(name)) {
            invalid(name, "Parameter " + name + " is missing. It is required here.");
        }
        return text.orElse("");
    }

    /** A parameter in the form that {@code reader} knows; {@code form} tells it in words, as what to give. */
    public <T> Optional<T> value(String name, Function<String, Optional<T>> reader, String form) {
        Optional<String> text = text(name);
        Optional<T> value = text.flatMap(reader);
        if (text.isPresent() && value.isEmpty()) {
            invalid(name, "Parameter " + name + " is \"" + Texts.excerpt(text.get()) + "\". Give " + form + ".");
        }
        return value;
    }

    /** True or false; false when absent. */
    public boolean flag(String name) {
        return value(name, QueryParameters::flagOf, "true or false").orElse(false);
    }

    /** A whole number between two limits, both included. */
    public int integer(String name, int absent, int least, int most) {
        return value(name, text -> integerOf(text, least, most), "a whole number from " + least + " to " + most)
                .orElse(absent);
    }

    /** One of the constants of an enum, by its name. */
    public <E extends Enum<E>> E choice(String name, E absent) {
        return choice(name, absent.getDeclaringClass()).orElse(absent);
    }

    /** One of the constants of an enum, by its name. */
    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        return value(name, text -> constantOf(text, type), "one of " + names(type));
    }

    /** Some of the constants of an enum, separated by commas; empty when absent. */
    public <E extends Enum<E>> List<E> choices(String name, Class<E> type) {
        return list(name, text -> constantOf(text, type), "some of " + names(type) + ", separated by commas");
    }

    /** Codes separated by commas, in the order given; empty when absent or empty. */
    public List<String> codes(String name) {
        return list(name, text -> Optional.of(text).filter(Codes::isCode), "codes separated by commas");
    }

    /** Texts separated by commas, each read by {@code reader} and none twice; empty when absent or empty. */
    public <T> List<T> list(String name, Function<String, Optional<T>> reader, String form) {
        List<T> values = new ArrayList<>();
        String text = text(name).orElse("");
        for (String item : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            Optional<T> value = reader.apply(item);
            if (value.isEmpty() || values.contains(value.get())) {
                String fault = value.isEmpty() ? "holds \"" : "repeats \"";
                invalid(name, "Parameter " + name + " " + fault + Texts.excerpt(item) + "\". Give " + form + ".");
                return List.of();
            }
            values.add(value.get());
        }
        return values;
    }

    /** A day. */
    public Optional<LocalDate> date(String name) {
        return value(name, Dates::read, Dates.FORM);
    }

    /** An instant of RFC 3339 in UTC: {@code 2026-03-31T12:00:00Z}. */
    public Optional<Instant> instant(String name) {
        return value(name, QueryParameters::instantOf, "an instant such as 2026-03-31T12:00:00Z");
    }

    /** The range {@code from} to {@code to}, both required. */
    public DateRange range() {
        String from = requiredText("from");
        String to = requiredText("to");
        return from.isEmpty() || to.isEmpty() ? noRange(from, to) : rangeOf(from, to);
    }

    /** The range {@code from} to {@code to}; one that is absent leaves that side open. */
    public DateRange rangeOrAlways() {
        DateRange always = DateRange.always();
        String from = text("from").orElse(always.from());
        String to = text("to").orElse(always.to());
        if (!given.containsKey("from") && DateRange.isPeriod(to)) {
            from = always.from().substring(0, 7);
        }
        if (!given.containsKey("to") && DateRange.isPeriod(from)) {
            to = always.to().substring(0, 7);
        }
        return rangeOf(from, to);
    }

    /** Which page of a list is asked for; the list's key has {@code keyParts} texts. */
    public PageRequest page(int keyParts) {
        int limit = integer("limit", PageRequest.LIMIT_DEFAULT, 1, PageRequest.LIMIT_MAX);
        List<String> after = value(
                        "cursor", text -> Cursor.read(text, keyParts), "what \"next\" of the page before said")
                .orElse(List.of());
        return new PageRequest(limit, after);
    }

    /** Whether a parameter is there, whatever it says. */
    public boolean isGiven(String name) {
        return given.containsKey(name);
    }

    /** Notes what is wrong with a parameter; of one given twice nothing more, as it only reads as absent. */
    public void invalid(String name, String message) {
        if (given.getOrDefault(name, List.of()).size() <= 1) {
            violations.add(Violation.parameter(name, ViolationCode.PARAMETER_INVALID, message));
        }
    }

    /** Whether anything is wrong with a parameter so far, so that what it reads as means nothing. */
    public boolean isWrong(String name) {
        return violations.listed().stream().anyMatch(one -> one.place().equals(new Place.Parameter(name)));
    }

    /**
     * Ends the reading.
     *
     * @throws Refusal as an invalid request, when a parameter is unknown, repeated or ill-formed, with all of them
     */
    public void refuseIfWrong() {
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                violations.add(Violation.parameter(
                        Texts.excerpt(name),
                        ViolationCode.PARAMETER_UNKNOWN,
                        "Parameter " + Texts.excerpt(name) + " is not known here. "
                                + (known.isEmpty() ? "None is." : "Known are: " + String.join(", ", known) + ".")));
            }
        }
        violations.refuse(Refusal.Reason.INVALID_REQUEST);
    }

    private DateRange rangeOf(String from, String to) {
        Optional<LocalDate> first =
                DateRange.period(from).map(period -> period.atDay(1)).or(() -> Dates.read(from));
        Optional<LocalDate> last =
                DateRange.period(to).map(period -> period.atEndOfMonth()).or(() -> Dates.read(to));
        if (first.isEmpty() || last.isEmpty()) {
            return noRange(from, to);
        }
        if (DateRange.isPeriod(from) != DateRange.isPeriod(to)) {
            invalid("to", "from " + from + " and to " + to + " are a period and a day. Give two periods or two days.");
            return DateRange.always();
        }
        if (first.get().isAfter(last.get())) {
            invalid("from", "from " + from + " is after to " + to + ". Give the earlier first.");
            return DateRange.always();
        }
        return new DateRange(from, to, first.get(), last.get());
    }

    private DateRange noRange(String from, String to) {
        noteIfNoDate("from", from);
        noteIfNoDate("to", to);
        return DateRange.always();
    }

    private void noteIfNoDate(String name, String text) {
        boolean readable = DateRange.isPeriod(text) || Dates.read(text).isPresent();
        if (!readable && given.getOrDefault(name, List.of()).size() == 1) {
            invalid(
                    name,
                    "Parameter " + name + " is \"" + Texts.excerpt(text) + "\". Give a period such as 2026-03, or "
                            + Dates.FORM + ".");
        }
    }

    private static Optional<Boolean> flagOf(String text) {
        return Optional.of(text).filter(Set.of("true", "false")::contains).map(Boolean::valueOf);
    }

    private static Optional<Integer> integerOf(String text, int least, int most) {
        if (text.length() > 10 || !text.matches("-?(0|[1-9][0-9]*)")) {
            return Optional.empty();
        }
        long number = Long.parseLong(text);
        return number < least || number > most ? Optional.empty() : Optional.of((int) number);
    }

    private static <E extends Enum<E>> Optional<E> constantOf(String text, Class<E> type) {
        return constants(type).filter(constant -> constant.name().equals(text)).findFirst();
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return constants(type).map(Enum::name).collect(Collectors.joining(", "));
    }

    private static <E extends Enum<E>> Stream<E> constants(Class<E> type) {
        return Arrays.stream(type.getEnumConstants());
    }

    private static Optional<Instant> instantOf(String text) {
        try {
            return text.endsWith("Z") ? Optional.of(Instant.parse(text)) : Optional.empty();
        } catch (DateTimeException notAnInstant) {
            return Optional.empty();
        }
    }
}
