package nl.marge.company;

import java.util.Optional;
import nl.marge.platform.json.StrictJson;

/** Reads what a caller says of a company. */
final class CompanyReader {

    private Optional<String> code = Optional.empty();
    private String name = "";
    private String currency = "";
    private int fiscalYearStartMonth = CompanyDetails.DEFAULT_START_MONTH;
    private String timeZone = CompanyDetails.DEFAULT_TIME_ZONE;

    CompanyDetails read(StrictJson json) {
        json.object(member -> {
            switch (member) {
                case "code" -> code = json.text();
                case "name" -> name = json.textOr("");
                case "currency" -> currency = json.textOr("");
                case "fiscalYearStartMonth" ->
                    fiscalYearStartMonth = json.integerOr(CompanyDetails.DEFAULT_START_MONTH, 1, 12);
                case "timeZone" -> timeZone = json.textOr(CompanyDetails.DEFAULT_TIME_ZONE);
                default -> json.unknownMember("code", "name", "currency", "fiscalYearStartMonth", "timeZone");
            }
        });
        return new CompanyDetails(code, name, currency, fiscalYearStartMonth, timeZone);
    }
}
