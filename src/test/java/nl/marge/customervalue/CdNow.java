package nl.marge.customervalue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.marge.customervalue.purchase.PurchaseGroups;
import nl.marge.customervalue.purchase.PurchaseHistory;

/**
 * The CDNOW data in the shapes that the published fits were made on; where they come from stands beside the files.
 */
public final class CdNow {

    /** The end of 39 weeks, and of 78. */
    public static final LocalDate CALIBRATION = LocalDate.of(1997, 9, 30);

    /** The end of the data. */
    public static final LocalDate END = LocalDate.of(1998, 6, 30);

    private CdNow() {}

    /** By 39 weeks, in hundredths of a week, as in the file that the published parameters are from. */
    public static PurchaseGroups summary() {
        PurchaseGroups.Builder groups = PurchaseGroups.of(0.01);
        for (String line : lines("cdnow_customers_summary.csv").stream().skip(1).toList()) {
            String[] cells = line.split(",");
            groups.add(new PurchaseHistory(Integer.parseInt(cells[1]), hundredths(cells[2]), hundredths(cells[3])));
        }
        return groups.build();
    }

    /** By the end of {@code day}, in days, from the purchases themselves. */
    public static PurchaseGroups until(LocalDate day) {
        PurchaseGroups.Builder groups = PurchaseGroups.ofDays();
        for (TreeSet<LocalDate> days : purchaseDays()) {
            var seen = days.headSet(day, true);
            groups.add(new PurchaseHistory(seen.size() - 1, days(seen.first(), seen.last()), days(seen.first(), day)));
        }
        return groups.build();
    }

    /** Each customer's purchase days, in the order of {@link #until}. */
    public static List<TreeSet<LocalDate>> purchaseDays() {
        Map<String, TreeSet<LocalDate>> days = new TreeMap<>();
        for (String line : lines("CDNOW_sample.txt")) {
            String[] cells = line.trim().split(" +");
            LocalDate day = LocalDate.parse(cells[2], DateTimeFormatter.BASIC_ISO_DATE);
            days.computeIfAbsent(cells[1], none -> new TreeSet<>()).add(day);
        }
        return List.copyOf(days.values());
    }

    /** Until 39 weeks: what each customer spent on each purchase day, in cents, in the order of {@link #until}. */
    public static List<TreeMap<LocalDate, Long>> centsByDay() {
        return centsByDay(CALIBRATION);
    }

    /** The same until the end of {@code last}. */
    public static List<TreeMap<LocalDate, Long>> centsByDay(LocalDate last) {
        Map<String, TreeMap<LocalDate, Long>> spent = new TreeMap<>();
        for (String line : lines("CDNOW_sample.txt")) {
            String[] cells = line.trim().split(" +");
            LocalDate day = LocalDate.parse(cells[2], DateTimeFormatter.BASIC_ISO_DATE);
            long cents = new BigDecimal(cells[4]).movePointRight(2).longValueExact();
            if (!day.isAfter(last)) {
                spent.computeIfAbsent(cells[1], none -> new TreeMap<>()).merge(day, cents, Long::sum);
            }
        }
        return List.copyOf(spent.values());
    }

    private static int days(LocalDate from, LocalDate to) {
        return (int) ChronoUnit.DAYS.between(from, to);
    }

    private static int hundredths(String weeks) {
        return new BigDecimal(weeks).movePointRight(2).intValueExact();
    }

    private static List<String> lines(String file) {
        try (InputStream stream = CdNow.class.getResourceAsStream("cdnow/" + file)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
            return new ArrayList<>(text.lines().filter(line -> !line.isBlank()).toList());
        } catch (IOException failure) {
            throw new IllegalStateException("cannot read " + file, failure);
        }
    }
}
