package nl.marge.demo;

import static nl.marge.ledger.AccountType.ASSET;
import static nl.marge.ledger.AccountType.EQUITY;
import static nl.marge.ledger.AccountType.EXPENSE;
import static nl.marge.ledger.AccountType.LIABILITY;
import static nl.marge.ledger.AccountType.REVENUE;
import static nl.marge.ledger.AccountType.STATISTICAL;

import java.util.List;
import java.util.Optional;
import nl.marge.ledger.account.AccountCommand;

/** The demo's chart of accounts: every line of the standard statement has at least one. */
final class DemoChart {

    static final String EQUITY_CAPITAL = "0500";
    static final String BANK = "1000";
    static final String DEBTORS = "1300";
    static final String STOCK = "1400";
    static final String VAT = "1510";
    static final String CREDITORS = "1600";
    static final String ACCRUALS = "1700";
    static final String COMMISSION = "4100";
    static final String FREIGHT = "4200";
    static final String PAYMENT_FEES = "4210";
    static final String CAMPAIGNS = "4300";
    static final String LEADS = "4310";
    static final String CUSTOMER_SERVICE = "4400";
    static final String ORDER_DESK = "4500";
    static final String BAD_DEBT = "4600";
    static final String RENT = "4700";
    static final String SYSTEMS = "4710";
    static final String INTEREST = "4800";
    static final String INSURANCE = "4850";
    static final String TAX = "4900";
    static final String GOODS = "7000";
    static final String SUPPLIER_BONUS = "7010";
    static final String SALES = "8000";
    static final String DISCOUNTS = "8100";
    static final String RETURNS = "8110";
    static final String HOURS = "9000";

    private DemoChart() {}

    static List<AccountCommand> accounts() {
        return List.of(
                Given.account(EQUITY_CAPITAL, "Equity", EQUITY),
                Given.account(BANK, "Bank", ASSET),
                Given.account(DEBTORS, "Debtors", ASSET),
                Given.account(STOCK, "Stock", ASSET),
                Given.account(VAT, "Value added tax", LIABILITY),
                Given.account(CREDITORS, "Creditors", LIABILITY),
                Given.account(ACCRUALS, "Accruals", LIABILITY),
                Given.account(COMMISSION, "Sales commission", EXPENSE, "SALES_COMMISSION"),
                Given.account(FREIGHT, "Freight out", EXPENSE, "LOGISTICS"),
                Given.account(PAYMENT_FEES, "Payment fees", EXPENSE, "LOGISTICS"),
                Given.account(CAMPAIGNS, "Campaigns", EXPENSE, "MARKETING"),
                Given.account(LEADS, "Bought leads", EXPENSE, Optional.of("MARKETING"), Optional.of("ACQUISITION")),
                Given.account(CUSTOMER_SERVICE, "Customer service", EXPENSE, "CUSTOMER_SERVICE"),
                Given.account(ORDER_DESK, "Order desk", EXPENSE, "BACK_OFFICE"),
                Given.account(BAD_DEBT, "Bad debt", EXPENSE, "CREDIT_COLLECTION"),
                Given.account(RENT, "Rent and management", EXPENSE, "OVERHEAD"),
                Given.account(SYSTEMS, "Systems", EXPENSE, "OVERHEAD"),
                Given.account(INTEREST, "Interest", EXPENSE, "FINANCIAL_RESULT"),
                Given.account(INSURANCE, "Insurance paid out", EXPENSE, "OTHER_RESULT"),
                Given.account(TAX, "Income tax", EXPENSE, "INCOME_TAX"),
                Given.account(GOODS, "Cost of goods sold", EXPENSE, "COGS"),
                Given.account(SUPPLIER_BONUS, "Supplier bonus", EXPENSE, "COGS"),
                Given.account(SALES, "Sales", REVENUE, "GROSS_REVENUE"),
                Given.account(DISCOUNTS, "Discounts", REVENUE, "DEDUCTIONS"),
                Given.account(RETURNS, "Returns", REVENUE, "DEDUCTIONS"),
                Given.account(HOURS, "Hours worked", STATISTICAL));
    }
}
