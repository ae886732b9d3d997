package nl.marge.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.demo.DemoMarket.Customer;
import nl.marge.demo.DemoMarket.Product;
import nl.marge.demo.DraftEntry.DraftLine;

/** The demo's invoices and credit notes. */
final class DemoSales {

    private static final int VAT_PERCENT = 21;

    /** The invoice that was sent twice by mistake, in the month in which its customer changes segment. */
    static final String MISTAKE = "INV-2025-05-TWICE";

    private static final LocalDate MISTAKE_DATE = LocalDate.of(2025, 5, 12);
    private static final YearMonth LARGE_ORDER = YearMonth.of(2025, 6);
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);
    private static final LocalDate PUMP_25_UNTIL = LocalDate.of(2024, 12, 31);

    private final Dice dice;
    private final List<Product> products = DemoMarket.products();
    private final List<DraftEntry> drafts = new ArrayList<>();
    private int number;

    DemoSales(Dice dice) {
        this.dice = dice;
    }

    /** The invoices and credit notes of a month. */
    List<DraftEntry> of(YearMonth month) {
        drafts.clear();
        number = 0;
        for (Customer customer : DemoMarket.customers()) {
            int invoices =
                    switch (customer.segment()) {
                        case DemoMarket.KEY -> dice.between(5, 8);
                        case DemoMarket.SMALL -> dice.between(2, 4);
                        default -> dice.between(1, 3);
                    };
            for (int i = 0; i < invoices; i++) {
                sell(customer, month.atDay(dice.between(1, month.lengthOfMonth())));
            }
        }
        if (month.equals(YearMonth.from(MISTAKE_DATE))) {
            drafts.add(mistake());
        }
        if (month.equals(LARGE_ORDER)) {
            drafts.add(largeOrder());
        }
        return List.copyOf(drafts);
    }

    private void sell(Customer customer, LocalDate date) {
        Map<String, String> header =
                Map.of(DemoMarket.CUSTOMER, customer.code(), DemoMarket.CHANNEL, channel(customer.segment()));
        DraftEntry invoice = new DraftEntry(id("INV", date), date, "Invoice to " + customer.name(), header);
        int lines = dice.between(1, 3);
        for (int i = 0; i < lines; i++) {
            sellProduct(invoice, customer);
        }
        if (dice.chance(20)) {
            invoice.line(sale("P202", 0, "1"));
        }
        discount(invoice, customer);
        drafts.add(invoiced(invoice));
        if (dice.chance(35)) {
            creditNote(invoice, header);
        }
    }

    private void sellProduct(DraftEntry invoice, Customer customer) {
        Product product = dice.oneOf(products);
        if (product.code().equals("P103") && invoice.date().isAfter(PUMP_25_UNTIL)) {
            product = products.get(0);
        }
        int tenths = 10 * dice.between(1, customer.segment().equals(DemoMarket.KEY) ? 6 : 3);
        if (product.code().equals("P301")) {
            tenths += 5;
        }
        long price = Math.floorDiv((long) product.price() * tenths, 10);
        String quantity = tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10);
        invoice.line(sale(product.code(), -price, quantity));
        invoice.line(
                DemoChart.GOODS,
                Math.floorDiv(price * product.costPerMille(), 1_000),
                Map.of(DemoMarket.PRODUCT, product.code()));
    }

    private void discount(DraftEntry invoice, Customer customer) {
        int perMille =
                switch (customer.segment()) {
                    case DemoMarket.KEY -> dice.between(80, 145);
                    case DemoMarket.SMALL -> dice.between(0, 60);
                    default -> 0;
                };
        if (perMille > 0) {
            invoice.line(DemoChart.DISCOUNTS, Math.floorDiv(-total(invoice, DemoChart.SALES) * perMille, 1_000));
        }
    }

    /** Completes an invoice: goods leave the stock, tax is owed, the rest is claimed from the customer. */
    private static DraftEntry invoiced(DraftEntry invoice) {
        long net = total(invoice, DemoChart.SALES) + total(invoice, DemoChart.DISCOUNTS);
        invoice.line(DemoChart.STOCK, -total(invoice, DemoChart.GOODS));
        invoice.line(DemoChart.VAT, Math.floorDiv(net * VAT_PERCENT, 100));
        return invoice.balancedBy(DemoChart.DEBTORS);
    }

    /** The first product comes back some weeks later; the margin returns to the segment it was earned in. */
    private void creditNote(DraftEntry invoice, Map<String, String> header) {
        LocalDate date = invoice.date().plusDays(dice.between(5, 40));
        if (date.isAfter(LAST_DAY) || invoice.lines().get(0).dimensions().containsValue("P103")) {
            return;
        }
        DraftEntry note = new DraftEntry(id("CRN", invoice.date()), date, "Returned goods", header);
        DraftLine sold = invoice.lines().get(0);
        DraftLine goods = invoice.lines().get(1);
        note.line(sold.undone(DemoChart.RETURNS, invoice.date()));
        note.line(goods.undone(DemoChart.GOODS, invoice.date()));
        note.line(DemoChart.STOCK, goods.cents());
        note.line(DemoChart.VAT, Math.floorDiv(-sold.cents() * VAT_PERCENT, 100));
        drafts.add(note.balancedBy(DemoChart.DEBTORS));
    }

    private static DraftEntry mistake() {
        DraftEntry twice =
                new DraftEntry(MISTAKE, MISTAKE_DATE, "Invoice sent twice", Map.of(DemoMarket.CUSTOMER, "C012"));
        twice.line(sale("P102", -241_550, "1"));
        twice.line(DemoChart.GOODS, 141_790, Map.of(DemoMarket.PRODUCT, "P102"));
        return invoiced(twice);
    }

    private static DraftEntry largeOrder() {
        DraftEntry order = new DraftEntry(
                "INV-2025-06-LARGE",
                LARGE_ORDER.atDay(30),
                "Pumps for a whole plant",
                Map.of(DemoMarket.CUSTOMER, "C001", DemoMarket.CHANNEL, "FIELD"));
        order.line(sale("P102", -1_234_567_89, "480"));
        order.line(DemoChart.GOODS, 987_654_32, Map.of(DemoMarket.PRODUCT, "P102"));
        return invoiced(order);
    }

    private static DraftLine sale(String product, long cents, String quantity) {
        return new DraftLine(
                DemoChart.SALES, cents, Optional.of(quantity), Optional.empty(), Map.of(DemoMarket.PRODUCT, product));
    }

    private String channel(String segment) {
        return switch (segment) {
            case DemoMarket.KEY -> dice.chance(800) ? "FIELD" : "PHONE";
            case DemoMarket.SMALL -> dice.oneOf(List.of("FIELD", "PHONE", "WEB"));
            default -> dice.chance(900) ? "WEB" : "PHONE";
        };
    }

    private String id(String kind, LocalDate date) {
        number++;
        return kind + "-" + YearMonth.from(date) + "-" + number;
    }

    private static long total(DraftEntry entry, String account) {
        return entry.lines().stream()
                .filter(line -> line.account().equals(account))
                .mapToLong(DraftLine::cents)
                .sum();
    }
}
