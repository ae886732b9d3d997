package nl.marge.ledger.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import nl.marge.kernel.Place;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.PostingBooks;
import nl.marge.ledger.reference.Reference;
import nl.marge.platform.json.StrictJson;
import org.junit.jupiter.api.Test;

/**
 * The smallest wrong entry for each violation code, as pages an accountant can read: a title, the entry, and what Marge
 * says. {@code -Dgolden.accept} writes what it says now; the change is then reviewed as a diff.
 */
class ViolationsGoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/nl/marge/ledger/rules/violations.golden");

    private static final Set<ViolationCode> POSTING_CODES = EnumSet.of(
            ViolationCode.JSON_UNREADABLE,
            ViolationCode.ENCODING_INVALID,
            ViolationCode.MEMBER_REPEATED,
            ViolationCode.MEMBER_UNKNOWN,
            ViolationCode.TYPE_WRONG,
            ViolationCode.EXTERNAL_ID_MISSING,
            ViolationCode.EXTERNAL_ID_INVALID,
            ViolationCode.SOURCE_INVALID,
            ViolationCode.KIND_UNKNOWN,
            ViolationCode.SCENARIO_INVALID,
            ViolationCode.POSTING_DATE_MISSING,
            ViolationCode.POSTING_DATE_INVALID,
            ViolationCode.MEMBERSHIP_DATE_INVALID,
            ViolationCode.CURRENCY_UNKNOWN,
            ViolationCode.CURRENCY_NOT_SUPPORTED,
            ViolationCode.RATE_TYPE_INVALID,
            ViolationCode.TEXT_INVALID,
            ViolationCode.SPLIT_INVALID,
            ViolationCode.ENTRY_WITHOUT_LINES,
            ViolationCode.AMOUNT_MISSING,
            ViolationCode.AMOUNT_MALFORMED,
            ViolationCode.AMOUNT_SCALE,
            ViolationCode.AMOUNT_LIMIT,
            ViolationCode.COMPANY_AMOUNT_MISSING,
            ViolationCode.COMPANY_AMOUNT_INVALID,
            ViolationCode.QUANTITY_MALFORMED,
            ViolationCode.ACCOUNT_UNKNOWN,
            ViolationCode.DIMENSION_UNKNOWN,
            ViolationCode.DIMENSION_VALUE_UNKNOWN,
            ViolationCode.EXCHANGE_RATE_MISSING,
            ViolationCode.EXCHANGE_RATE_UNUSABLE,
            ViolationCode.ACCOUNT_BLOCKED,
            ViolationCode.DIMENSION_BLOCKED,
            ViolationCode.DIMENSION_VALUE_BLOCKED,
            ViolationCode.DIMENSION_VALUE_NOT_VALID,
            ViolationCode.DIMENSION_VALUE_NOT_LEAF,
            ViolationCode.DIMENSION_REQUIRED,
            ViolationCode.DIMENSION_FIXED,
            ViolationCode.DIMENSION_FORBIDDEN,
            ViolationCode.DIMENSION_VALUE_NOT_ALLOWED,
            ViolationCode.COMBINATION_BLOCKED,
            ViolationCode.COMBINATION_LIMITED,
            ViolationCode.PERIOD_CLOSED,
            ViolationCode.PERIOD_SOFT_CLOSED,
            ViolationCode.PERIOD_FUTURE,
            ViolationCode.ACCOUNT_TYPE_NOT_ALLOWED,
            ViolationCode.ENTRY_UNBALANCED);

    private final Reference reference = PostingBooks.inEuros();

    @Test
    void saysWhatTheGoldenCasesSay() throws IOException {
        String golden = Files.readString(GOLDEN);

        String said = answered(golden);

        if (System.getProperty("golden.accept", "").equals("true")) {
            Files.writeString(GOLDEN, said);
        }
        assertEquals(golden, said);
    }

    @Test
    void hasACaseForEachCodeThatOneEntryCanReach() throws IOException {
        Set<String> told = Files.readAllLines(GOLDEN).stream()
                .filter(line -> line.startsWith("=> "))
                .map(line -> line.split(" ")[1])
                .collect(Collectors.toSet());

        for (ViolationCode code : POSTING_CODES) {
            assertTrue(told.contains(code.name().toLowerCase(Locale.ROOT)), "no golden case for " + code.code());
        }
    }

    /** The golden page with every answer as given now. */
    private String answered(String golden) {
        StringBuilder page = new StringBuilder();
        for (String line : golden.split("\n", -1)) {
            if (line.startsWith("{") || line.startsWith("[")) {
                page.append(line).append('\n').append(answer(line));
            } else if (!line.startsWith("=> ")) {
                page.append(line).append('\n');
            }
        }
        return page.substring(0, page.length() - 1);
    }

    private String answer(String entry) {
        StrictJson json = new StrictJson();
        EntryReader reader = new EntryReader(json);
        char[] characters = entry.toCharArray();
        Violations violations = json.read(characters, 0, characters.length, reader::read);
        if (violations.isEmpty()) {
            Weighing weighing = PostingRules.check(reference, reader.command());
            if (weighing instanceof Weighing.Accepted) {
                return "=> posted\n";
            }
            violations = ((Weighing.Refused) weighing).violations();
        }
        StringBuilder answer = new StringBuilder();
        for (Violation violation : violations.listed()) {
            answer.append("=> ")
                    .append(violation.code().code())
                    .append(' ')
                    .append(((Place.Pointer) violation.place()).pointer())
                    .append(" | ")
                    .append(violation.message())
                    .append('\n');
        }
        return answer.toString();
    }
}
