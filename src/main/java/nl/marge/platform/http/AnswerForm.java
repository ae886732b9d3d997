package nl.marge.platform.http;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.marge.platform.csv.CsvStyle;

/** The forms in which a table is answered. */
public enum AnswerForm {
    JSON(MediaType.APPLICATION_JSON),
    NDJSON("application/x-ndjson"),
    CSV("text/csv");

    private static final String UTF_8 = ";charset=UTF-8";

    private final String mediaType;

    AnswerForm(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The form's media type, as the Content-Type of the answer says it. */
    public String contentType() {
        return this == CSV ? mediaType + UTF_8 : mediaType;
    }

    /**
     * The form that is asked for, of those {@code offered}: by the parameter {@code format=csv}, else by
     * {@code Accept}, else the first offered. The resource declares all it offers in {@code @Produces}.
     *
     * @throws NotAcceptableException when Accept names none of them
     */
    public static AnswerForm of(QueryParameters query, HttpHeaders headers, List<AnswerForm> offered) {
        String names = String.join(", ", offered.stream().map(AnswerForm::lower).toList());
        Optional<AnswerForm> named = query.value("format", text -> named(text, offered), "one of " + names);
        return named.orElseGet(() -> accepted(headers.getAcceptableMediaTypes(), offered));
    }

    /** How CSV is wanted: the parameters {@code bom}, {@code decimal} and {@code separator}. */
    public static CsvStyle csvStyle(QueryParameters query) {
        boolean byteOrderMark = query.flag("bom");
        boolean comma =
                query.value("decimal", AnswerForm::isComma, "comma or point").orElse(false);
        char separator = query.value("separator", AnswerForm::separatorOf, "comma, semicolon or tab")
                .orElse(',');
        return new CsvStyle(byteOrderMark, comma, separator);
    }

    /** Accept, best first, as a client writes it; nothing at all accepts everything. */
    static AnswerForm accepted(List<MediaType> accepted, List<AnswerForm> offered) {
        if (accepted.isEmpty()) {
            return offered.get(0);
        }
        for (MediaType wanted : accepted) {
            for (AnswerForm form : offered) {
                if (wanted.isCompatible(MediaType.valueOf(form.mediaType))) {
                    return form;
                }
            }
        }
        throw new NotAcceptableException();
    }

    private String lower() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Optional<AnswerForm> named(String text, List<AnswerForm> offered) {
        return offered.stream().filter(form -> form.lower().equals(text)).findFirst();
    }

    private static Optional<Boolean> isComma(String text) {
        return switch (text) {
            case "comma" -> Optional.of(true);
            case "point" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Character> separatorOf(String text) {
        return switch (text) {
            case "comma" -> Optional.of(',');
            case "semicolon" -> Optional.of(';');
            case "tab" -> Optional.of('\t');
            default -> Optional.empty();
        };
    }
}
