package nl.marge.ledger.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.marge.kernel.Money;
import nl.marge.kernel.exchange.ExchangeRate;
import nl.marge.ledger.setting.ExchangeRates.Quote;
import nl.marge.ledger.setting.ExchangeRates.Rate;
import nl.marge.ledger.setting.ExchangeRates.Step;
import org.junit.jupiter.api.Test;

/**
 * Conversions as a page an accountant can check with a calculator. {@code -Dgolden.accept=true} writes what comes out
 * now; the change is then reviewed as a diff.
 */
class ConversionGoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/nl/marge/ledger/setting/conversion.golden");
    private static final String BOOKS = "EUR";

    @Test
    void saysWhatTheGoldenCasesSay() throws IOException {
        String golden = Files.readString(GOLDEN);

        String said = converted(golden);

        if (System.getProperty("golden.accept", "").equals("true")) {
            Files.writeString(GOLDEN, said);
        }
        assertEquals(golden, said);
    }

    private static String converted(String golden) {
        List<Rate> rates = new ArrayList<>();
        StringBuilder page = new StringBuilder();
        for (String line : golden.split("\n", -1)) {
            if (line.startsWith("  ")) {
                continue;
            }
            page.append(line).append('\n');
            String[] words = line.split(" ");
            if (line.startsWith("rate: ")) {
                rates.add(new Rate(words[1], words[3], words[4], LocalDate.parse(words[2]), new BigDecimal(words[5])));
            } else if (line.startsWith("convert: ")) {
                page.append(answer(new ExchangeRates(rates, CurrencySetting.STANDARD), words));
            }
        }
        return page.substring(0, page.length() - 1);
    }

    private static String answer(ExchangeRates rates, String[] words) {
        String from = words[3];
        String to = words[4];
        Optional<Quote> quote = rates.quote(words[1], from, to, LocalDate.parse(words[2]), BOOKS);
        if (quote.isEmpty()) {
            return "  no rate\n";
        }
        List<String> texts = Arrays.asList(words).subList(5, words.length);
        int decimals = Money.decimalsOf(from);
        long[] amounts = texts.stream()
                .mapToLong(text -> ((Money.Reading.Amount) Money.read(text, decimals)).minorUnits())
                .toArray();
        int targetDecimals = Money.decimalsOf(to);
        long[] converted =
                quote.get().rate().convert(amounts, decimals, targetDecimals).orElseThrow();
        StringBuilder answer = new StringBuilder("  by " + steps(quote.get()) + "\n");
        for (int i = 0; i < amounts.length; i++) {
            answer.append("  %14s %s   exact %20s   %14s %s%n"
                    .formatted(
                            texts.get(i),
                            from,
                            exact(texts.get(i), quote.get().rate()),
                            Money.text(converted[i], targetDecimals),
                            to));
        }
        long sum = Arrays.stream(converted).sum();
        return answer.append("  sum %s %s%n".formatted(Money.text(sum, targetDecimals), to))
                .toString();
    }

    private static String steps(Quote quote) {
        return quote.steps().stream().map(ConversionGoldenTest::step).collect(Collectors.joining(", then "));
    }

    private static String step(Step step) {
        Rate rate = step.rate();
        String said = "1 %s = %s %s (%s)".formatted(rate.from(), rate.rate().toPlainString(), rate.to(), rate.date());
        return step.inverse() ? said + " the other way" : said;
    }

    private static String exact(String amount, ExchangeRate rate) {
        return new BigDecimal(amount)
                .multiply(new BigDecimal(rate.numerator()))
                .divide(new BigDecimal(rate.denominator()), 6, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
