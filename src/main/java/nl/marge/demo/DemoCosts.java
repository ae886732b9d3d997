package nl.marge.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.marge.demo.DraftEntry.DraftLine;
import nl.marge.ledger.EntryKind;

/** What the demo spends: by customer, by channel, by segment, or on nobody in particular. */
final class DemoCosts {

    private static final int PARCEL = 6_95;

    private final Dice dice;
    private final List<DraftEntry> drafts = new ArrayList<>();

    DemoCosts(Dice dice) {
        this.dice = dice;
    }

    /** The cost entries of a month whose invoices are {@code sales}. */
    List<DraftEntry> of(YearMonth month, List<DraftEntry> sales) {
        drafts.clear();
        drafts.add(freight(month));
        drafts.add(paymentFees(month, sales.size()));
        drafts.add(commission(month));
        drafts.add(marketing(month));
        badDebt(month);
        paid(month, "SERVICE", DemoChart.CUSTOMER_SERVICE, dice.between(9_500_00, 11_500_99));
        paid(month, "DESK", DemoChart.ORDER_DESK, dice.between(14_000_00, 16_500_99));
        paid(month, "RENT", DemoChart.RENT, 12_345_67);
        paid(month, "SYSTEMS", DemoChart.SYSTEMS, dice.between(3_900_00, 4_400_99));
        drafts.add(hours(month));
        if (month.getMonthValue() % 3 == 0) {
            paid(month, "INTEREST", DemoChart.INTEREST, 2_187_53);
        }
        if (month.getMonthValue() == 12) {
            yearEnd(month);
        }
        return List.copyOf(drafts);
    }

    /** The carrier's system knows parcels per customer and posts no balance sheet. */
    private DraftEntry freight(YearMonth month) {
        DraftEntry freight = new DraftEntry(
                "PARCELS-" + month, "CARRIER", EntryKind.COST, month.atEndOfMonth(), "Parcels delivered", Map.of());
        for (DemoMarket.Customer customer : DemoMarket.customers()) {
            int parcels = dice.between(1, customer.segment().equals(DemoMarket.WEB_SHOP) ? 14 : 25);
            freight.line(new DraftLine(
                    DemoChart.FREIGHT,
                    (long) parcels * PARCEL,
                    Optional.of(Integer.toString(parcels)),
                    Optional.empty(),
                    Map.of(DemoMarket.CUSTOMER, customer.code())));
        }
        return freight;
    }

    private DraftEntry paymentFees(YearMonth month, int invoices) {
        Map<String, String> web = Map.of(DemoMarket.CHANNEL, "WEB");
        return new DraftEntry(
                        "FEES-" + month,
                        "PAYMENTS",
                        EntryKind.COST,
                        month.atEndOfMonth(),
                        "Card and transfer fees",
                        web)
                .line(DemoChart.PAYMENT_FEES, invoices * 29L + dice.between(10_000, 19_999));
    }

    private DraftEntry commission(YearMonth month) {
        DraftEntry commission = new DraftEntry("COM-" + month, month.atEndOfMonth(), "Agents", Map.of());
        for (DemoMarket.Customer customer : DemoMarket.customers()) {
            if (!customer.segment().equals(DemoMarket.WEB_SHOP)) {
                int most = customer.segment().equals(DemoMarket.KEY) ? 900_00 : 350_00;
                commission.line(
                        DemoChart.COMMISSION,
                        dice.between(0, most),
                        Map.of(DemoMarket.CUSTOMER, customer.code(), DemoMarket.CHANNEL, "FIELD"));
            }
        }
        return commission.balancedBy(DemoChart.ACCRUALS);
    }

    /** A campaign is aimed at a segment, so its lines say so themselves. */
    private DraftEntry marketing(YearMonth month) {
        return new DraftEntry("CAM-" + month, month.atDay(15), "Campaigns and leads", Map.of())
                .line(DemoChart.CAMPAIGNS, dice.between(500_00, 900_99), segment(DemoMarket.KEY))
                .line(DemoChart.CAMPAIGNS, dice.between(1_000_00, 1_900_99), segment(DemoMarket.SMALL))
                .line(DemoChart.CAMPAIGNS, dice.between(2_500_00, 4_400_99), segment(DemoMarket.WEB_SHOP))
                .line(DemoChart.LEADS, dice.between(1_500_00, 2_600_99), segment(DemoMarket.WEB_SHOP))
                .balancedBy(DemoChart.CREDITORS);
    }

    private void badDebt(YearMonth month) {
        if (dice.chance(400)) {
            DemoMarket.Customer customer = dice.oneOf(DemoMarket.customers());
            drafts.add(new DraftEntry(
                            "BAD-" + month,
                            month.atDay(28),
                            "Written off: " + customer.name(),
                            Map.of(DemoMarket.CUSTOMER, customer.code()))
                    .line(DemoChart.BAD_DEBT, dice.between(50_00, 2_500_99))
                    .balancedBy(DemoChart.DEBTORS));
        }
    }

    private void paid(YearMonth month, String what, String account, long cents) {
        drafts.add(new DraftEntry(what + "-" + month, month.atEndOfMonth(), "Paid from the bank", Map.of())
                .line(account, cents)
                .balancedBy(DemoChart.BANK));
    }

    private DraftEntry hours(YearMonth month) {
        DraftEntry hours = new DraftEntry("HOURS-" + month, month.atEndOfMonth(), "Hours at the order desk", Map.of());
        String worked = dice.between(610, 690) + "." + dice.between(1, 9);
        return hours.line(new DraftLine(DemoChart.HOURS, 0, Optional.of(worked), Optional.empty(), Map.of()));
    }

    private void yearEnd(YearMonth month) {
        LocalDate date = month.atEndOfMonth();
        drafts.add(new DraftEntry(
                        "BONUS-" + month.getYear(),
                        date,
                        "Bonus of the pump supplier: negative cost",
                        Map.of(DemoMarket.PRODUCT, "P102"))
                .line(DemoChart.SUPPLIER_BONUS, -dice.between(20_000_00, 30_000_99))
                .balancedBy(DemoChart.CREDITORS));
        drafts.add(new DraftEntry("CLAIM-" + month.getYear(), date, "Water damage, paid by the insurer", Map.of())
                .line(DemoChart.INSURANCE, -7_500_01)
                .balancedBy(DemoChart.BANK));
        drafts.add(new DraftEntry("TAX-" + month.getYear(), date, "Income tax", Map.of())
                .line(DemoChart.TAX, 48_211_00)
                .balancedBy(DemoChart.ACCRUALS));
    }

    private static Map<String, String> segment(String segment) {
        return Map.of(DemoMarket.SEGMENT, segment);
    }
}
