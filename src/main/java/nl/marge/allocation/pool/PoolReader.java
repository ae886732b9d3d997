package nl.marge.allocation.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.marge.kernel.Place;
import nl.marge.platform.json.StrictJson;

/** Reads what a caller says of a cost pool. */
final class PoolReader {

    private String code;
    private Optional<String> name = Optional.empty();
    private final List<String> accounts = new ArrayList<>();
    private String filter = "";
    private Optional<String> unit = Optional.empty();

    private PoolReader(String pathCode) {
        code = pathCode;
    }

    /** The pool that stands next; {@code pathCode} is its code unless the body says one. */
    static PoolCommand read(StrictJson json, String pathCode) {
        PoolReader reader = new PoolReader(pathCode);
        json.object(member -> reader.readMember(member, json));
        return new PoolCommand(Place.REQUEST, reader.code, reader.name, reader.accounts, reader.filter, reader.unit);
    }

    private void readMember(String member, StrictJson json) {
        switch (member) {
            case "code" -> code = json.textOr(code);
            case "name" -> name = json.text();
            case "accounts" -> json.array(() -> json.text().ifPresent(accounts::add));
            case "filter" -> filter = json.textOr("");
            case "unit" -> unit = json.text();
            default -> json.unknownMember("code", "name", "accounts", "filter", "unit");
        }
    }
}
