package nl.marge.allocation.driver;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.marge.allocation.setting.Driver;
import nl.marge.allocation.setting.Receiver;
import nl.marge.kernel.Place;
import nl.marge.kernel.Quantities;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.platform.csv.CsvBody;
import nl.marge.platform.csv.CsvStyle;
import nl.marge.platform.csv.CsvTable;

/**
 * Quantities of a driver as a table: columns {@code period} and {@code quantity}, one for each receiving dimension or
 * {@code pool} or both, and perhaps {@code unit}, in any order. An empty cell says nothing.
 */
final class QuantityCsv {

    private static final String PERIOD = "period";
    private static final String QUANTITY = "quantity";
    private static final String UNIT = "unit";

    private final List<String> dimensions;
    private final Violations violations = new Violations();
    private final List<QuantityCommand> commands = new ArrayList<>();
    private List<String> header = List.of();

    private QuantityCsv(Driver driver) {
        dimensions = driver.receivers();
    }

    /**
     * Reads a table.
     *
     * @throws nl.marge.kernel.Refusal as an invalid request, when it is no table of this form
     */
    static List<QuantityCommand> read(Driver driver, InputStream body) {
        QuantityCsv csv = new QuantityCsv(driver);
        CsvBody.read(body, csv::take);
        if (csv.header.isEmpty()) {
            csv.refuse(1, ViolationCode.VALUE_MISSING, "The table has no header. Begin with " + csv.form() + ".");
        }
        csv.violations.refuse(Reason.INVALID_REQUEST);
        return csv.commands;
    }

    /** Writes quantities as a table that {@link #read} takes. */
    static void write(Driver driver, List<PeriodQuantity> quantities, OutputStream out, CsvStyle style)
            throws IOException {
        List<String> header = new ArrayList<>(List.of(PERIOD));
        header.addAll(driver.receivers());
        header.addAll(List.of(Receiver.Pool.MEMBER, QUANTITY));
        try (CsvTable table = new CsvTable(out, style, header)) {
            for (PeriodQuantity quantity : quantities) {
                table.text(quantity.period().toString());
                Map<String, String> members = QuantityBody.members(Receiver.ofText(quantity.receiver()));
                driver.receivers().forEach(dimension -> table.text(members.getOrDefault(dimension, "")));
                table.text(members.getOrDefault(Receiver.Pool.MEMBER, ""));
                table.decimal(Quantities.text(quantity.quantity()));
                table.endRow();
            }
        }
    }

    private void take(long line, List<String> cells) {
        if (header.isEmpty()) {
            header = List.copyOf(cells);
            checkHeader(line);
        } else if (cells.size() != header.size()) {
            refuse(
                    line,
                    ViolationCode.TYPE_WRONG,
                    "The row has " + cells.size() + " cells, the header " + header.size() + ". Give as many.");
        } else {
            commands.add(command(line, cells));
        }
    }

    private QuantityCommand command(long line, List<String> cells) {
        Map<String, String> receiver = new HashMap<>();
        Map<String, String> others = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String name = header.get(i);
            boolean other = name.equals(PERIOD) || name.equals(QUANTITY) || name.equals(UNIT);
            if (!cells.get(i).isEmpty()) {
                (other ? others : receiver).put(name, unguarded(cells.get(i)));
            }
        }
        return new QuantityCommand(
                new Place.StreamLine(line, ""),
                Optional.ofNullable(others.get(PERIOD)),
                receiver,
                Optional.ofNullable(others.get(QUANTITY)),
                Optional.ofNullable(others.get(UNIT)));
    }

    /** Without the apostrophe that our own tables put before what a spreadsheet takes for a formula. */
    private static String unguarded(String cell) {
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }

    private void checkHeader(long line) {
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            boolean known =
                    List.of(PERIOD, QUANTITY, UNIT, Receiver.Pool.MEMBER).contains(name);
            if (!known && !dimensions.contains(name)) {
                refuse(line, ViolationCode.MEMBER_UNKNOWN, "Column " + shown(name) + " is not known. Give " + form());
            }
            if (!seen.add(name)) {
                refuse(line, ViolationCode.MEMBER_REPEATED, "Column " + shown(name) + " is repeated. Give it once.");
            }
        }
        boolean complete = seen.contains(PERIOD)
                && seen.contains(QUANTITY)
                && (seen.contains(Receiver.Pool.MEMBER) || seen.containsAll(dimensions));
        if (!complete) {
            refuse(line, ViolationCode.VALUE_MISSING, "The header lacks columns. Give " + form() + ".");
        }
    }

    private static String shown(String name) {
        return "\"" + Texts.excerpt(name) + "\"";
    }

    private String form() {
        return "the columns period," + String.join(",", dimensions) + ",quantity or period,pool,quantity";
    }

    private void refuse(long line, ViolationCode code, String message) {
        violations.add(new Place.StreamLine(line, ""), code, message);
    }
}
