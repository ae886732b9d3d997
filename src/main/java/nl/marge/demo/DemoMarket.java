package nl.marge.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.dimension.definition.ValueCommand;
import nl.marge.dimension.membership.MembershipCommand;

/** Whom the demo sells to, what, and through which channel; and who changes segment when. */
final class DemoMarket {

    static final String CUSTOMER = "CUSTOMER";
    static final String SEGMENT = "SEGMENT";
    static final String PRODUCT = "PRODUCT";
    static final String CHANNEL = "CHANNEL";

    static final String KEY = "KEY";
    static final String SMALL = "MKB";
    static final String WEB_SHOP = "WEB";

    private static final List<String> NAMES = List.of(
            "Bakker", "Brouwer", "Dekker", "Dijkstra", "Hendriks", "Jacobs", "Kuipers", "Maas", "Post", "Visser");
    private static final List<String> FORMS = List.of("BV", "en Zonen", "Techniek", "Handel");
    private static final List<String> COUNTRIES = List.of("NL", "NL", "NL", "BE", "DE");

    private DemoMarket() {}

    /** A customer, with the segment it began in. */
    record Customer(String code, String name, String segment) {}

    /** A product: price in cents, cost in thousandths of the price, the group it stands under. */
    record Product(String code, String name, String group, int price, int costPerMille) {}

    /** C001 to C040; the first few are large. */
    static List<Customer> customers() {
        List<Customer> customers = new ArrayList<>();
        for (int i = 1; i <= NAMES.size() * FORMS.size(); i++) {
            String name = NAMES.get((i - 1) % NAMES.size()) + " " + FORMS.get((i - 1) / NAMES.size());
            String segment = i <= 5 ? KEY : i <= 16 ? SMALL : WEB_SHOP;
            customers.add(new Customer(code(i), name, segment));
        }
        return customers;
    }

    static List<Product> products() {
        return List.of(
                new Product("P101", "Pump 40", "HARDWARE", 128_995, 612),
                new Product("P102", "Pump 60", "HARDWARE", 241_550, 587),
                new Product("P103", "Pump 25 (until 2024)", "HARDWARE", 84_999, 655),
                new Product("P201", "Seal set", "SPARES", 4_937, 348),
                new Product("P202", "Filter", "SPARES", 1_249, 291),
                new Product("P203", "Valve", "SPARES", 9_983, 402),
                new Product("P301", "Installation, per hour", "SERVICE", 8_650, 723),
                new Product("P302", "Yearly check", "SERVICE", 39_500, 561),
                new Product("P401", "Monitoring, per month", "SOFTWARE", 2_495, 97));
    }

    static List<Books.Axis> axes() {
        return List.of(
                new Books.Axis(
                        Given.dimension(CUSTOMER, "Customer"),
                        customers().stream().map(DemoMarket::value).toList()),
                new Books.Axis(
                        Given.dimension(SEGMENT, "Customer segment"),
                        List.of(
                                Given.value(KEY, "Key accounts"),
                                Given.value(SMALL, "Small business"),
                                Given.value(WEB_SHOP, "Web shop"))),
                new Books.Axis(Given.dimension(PRODUCT, "Product"), productValues()),
                new Books.Axis(
                        Given.dimension(CHANNEL, "Sales channel"),
                        List.of(
                                Given.value("FIELD", "Field sales"),
                                Given.value("PHONE", "Telephone"),
                                Given.value("WEB", "Web shop"))));
    }

    /** Most stay in their segment; some move in the middle of a month, one leaves, one joins late, one never does. */
    static Books.Members members() {
        List<MembershipCommand> memberships = new ArrayList<>();
        for (Customer customer : customers()) {
            switch (customer.code()) {
                case "C038" -> memberships.add(Given.member("C038", WEB_SHOP, "2024-06-10"));
                case "C040" -> {}
                default -> memberships.add(Given.member(customer.code(), customer.segment()));
            }
        }
        memberships.add(Given.member("C007", KEY, "2024-08-16"));
        memberships.add(Given.member("C019", SMALL, "2024-11-11"));
        memberships.add(Given.member("C023", SMALL, "2025-02-10"));
        memberships.add(Given.member("C003", SMALL, "2025-03-17"));
        memberships.add(Given.member("C012", KEY, "2025-05-20"));
        memberships.add(Given.memberOfNone("C030", "2025-09-15"));
        return new Books.Members(CUSTOMER, SEGMENT, memberships);
    }

    private static List<ValueCommand> productValues() {
        List<ValueCommand> values = new ArrayList<>(List.of(
                Given.value("HARDWARE", "Hardware"),
                Given.value("SPARES", "Spare parts"),
                Given.value("SERVICE", "Service"),
                Given.value("SOFTWARE", "Software")));
        for (Product product : products()) {
            Optional<String> validTo = product.code().equals("P103") ? Optional.of("2024-12-31") : Optional.empty();
            values.add(Given.value(product.code(), product.name(), Optional.of(product.group()), validTo, Map.of()));
        }
        return values;
    }

    private static ValueCommand value(Customer customer) {
        String country = COUNTRIES.get(customer.code().charAt(3) % COUNTRIES.size());
        return Given.value(
                customer.code(), customer.name(), Optional.empty(), Optional.empty(), Map.of("country", country));
    }

    private static String code(int number) {
        return "C" + (number < 10 ? "00" : "0") + number;
    }
}
