package nl.marge.allocation.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.marge.kernel.Place;
import nl.marge.platform.json.StrictJson;

/** Reads what a caller says of a driver. */
final class DriverReader {

    private static final String[] MEMBERS = {
        "code", "name", "unit", "source", "measure", "accounts", "filter", "receivers", "negative"
    };

    private String code;
    private Optional<String> name = Optional.empty();
    private Optional<String> unit = Optional.empty();
    private Optional<String> source = Optional.empty();
    private Optional<String> measure = Optional.empty();
    private final List<String> accounts = new ArrayList<>();
    private String filter = "";
    private final List<String> receivers = new ArrayList<>();
    private Optional<String> negative = Optional.empty();

    private DriverReader(String pathCode) {
        code = pathCode;
    }

    /** The driver that stands next; {@code pathCode} is its code unless the body says one. */
    static DriverCommand read(StrictJson json, String pathCode) {
        DriverReader reader = new DriverReader(pathCode);
        json.object(member -> reader.readMember(member, json));
        return reader.command();
    }

    private void readMember(String member, StrictJson json) {
        switch (member) {
            case "code" -> code = json.textOr(code);
            case "name" -> name = json.text();
            case "unit" -> unit = json.text();
            case "source" -> source = json.text();
            case "measure" -> measure = json.text();
            case "accounts" -> json.array(() -> json.text().ifPresent(accounts::add));
            case "filter" -> filter = json.textOr("");
            case "receivers" -> json.array(() -> json.text().ifPresent(receivers::add));
            case "negative" -> negative = json.text();
            default -> json.unknownMember(MEMBERS);
        }
    }

    private DriverCommand command() {
        return new DriverCommand(
                Place.REQUEST, code, name, unit, source, measure, accounts, filter, receivers, negative);
    }
}
