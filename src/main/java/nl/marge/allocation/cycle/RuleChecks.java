package nl.marge.allocation.cycle;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import nl.marge.allocation.form.AccountForm;
import nl.marge.allocation.form.QuantityForm;
import nl.marge.allocation.form.SettingForm;
import nl.marge.allocation.setting.CostPool;
import nl.marge.allocation.setting.Method;
import nl.marge.kernel.Place;
import nl.marge.kernel.Texts;
import nl.marge.kernel.ViolationCode;

/** Checks what a rule says of how cost is divided, and on which account it arrives. */
final class RuleChecks {

    /** Activities of a rule at most. */
    static final int ACTIVITIES_LIMIT = 200;

    /** Terms of an activity at most. */
    static final int TERMS_LIMIT = 20;

    private static final String MINUTE = "MINUTE";
    private static final Set<Method> BY_DRIVER = Set.of(Method.DIRECT, Method.STEP_DOWN, Method.RECIPROCAL);

    private final SettingForm form;
    private final AccountForm accounts;
    private final RuleCommand rule;
    private final String named;

    /** Checks a rule that messages call {@code named}. */
    RuleChecks(SettingForm form, RuleCommand rule, String named) {
        this.form = form;
        this.accounts = new AccountForm(form);
        this.rule = rule;
        this.named = named;
    }

    void check() {
        for (Method method : Method.values()) {
            if (rule.is(method)) {
                checkMembers(method);
            }
        }
        form.word(rule.place().member("group"), named, "group", rule.group());
        rule.driver().ifPresent(code -> checkDriver(rule.place().member("driver"), code));
        accounts.target(rule.place().member("account"), named, rule.account());
        checkActivities();
        if (rule.is(Method.TIME_DRIVEN)) {
            rule.pool().flatMap(form.settings()::pool).ifPresent(this::checkMinutes);
        }
    }

    private void checkMembers(Method method) {
        member(method, "group", rule.group().isPresent(), method == Method.RECIPROCAL);
        member(method, "driver", rule.driver().isPresent(), BY_DRIVER.contains(method));
        member(method, "activities", !rule.activities().isEmpty(), method == Method.TIME_DRIVEN);
        member(method, "weights", !rule.weights().isEmpty(), method == Method.FIXED);
    }

    private void member(Method method, String member, boolean given, boolean needed) {
        if (needed && !given) {
            form.refuse(
                    rule.place().member(member),
                    ViolationCode.VALUE_MISSING,
                    named + " is " + method + " and has no " + member + ". Give it.");
        } else if (given && !needed) {
            form.refuse(
                    rule.place().member(member),
                    ViolationCode.VALUE_INVALID,
                    named + " is " + method + ", to which " + member + " means nothing. Leave it out.");
        }
    }

    private void checkDriver(Place place, String code) {
        if (form.settings().driver(code).isEmpty()) {
            form.refuse(
                    place,
                    ViolationCode.DRIVER_UNKNOWN,
                    "Driver \"" + Texts.excerpt(code) + "\" of " + SettingForm.inside(named)
                            + " does not exist. Create it first, or correct the code.");
        }
    }

    private void checkMinutes(CostPool pool) {
        if (pool.unit().filter(Predicate.isEqual(MINUTE)).isEmpty()) {
            form.refuse(
                    rule.place().member("pool"),
                    ViolationCode.UNIT_MISMATCH,
                    named + " costs minutes, and cost pool " + pool.code() + " has "
                            + pool.unit().map(unit -> "unit " + unit).orElse("no unit")
                            + ". Give the pool unit MINUTE and its capacity in minutes.");
        }
    }

    private void checkActivities() {
        form.count(rule.place().member("activities"), named, rule.activities().size(), ACTIVITIES_LIMIT);
        Set<String> codes = new HashSet<>();
        for (RuleCommand.Activity activity : rule.activities()) {
            String activityNamed =
                    "Activity \"" + Texts.excerpt(activity.code()) + "\" of " + SettingForm.inside(named);
            form.code(activity.place().member("code"), activityNamed, activity.code(), codes);
            accounts.target(activity.place().member("account"), activityNamed, activity.account());
            checkTerms(activity, activityNamed);
        }
        Optional<Map.Entry<String, String>> differing =
                new ReceivingDimensions(form.settings(), rule).driversThatDiffer();
        differing.ifPresent(two -> form.refuse(
                rule.place().member("activities"),
                ViolationCode.DRIVER_RECEIVERS_DIFFER,
                named + " measures by driver " + receivers(two.getKey()) + " and by driver " + receivers(two.getValue())
                        + " at once. Use drivers of the same receivers, or divide the rule."));
    }

    private String receivers(String driver) {
        List<String> dimensions = form.settings().driver(driver).orElseThrow().receivers();
        return driver + ", which gives to " + String.join(" and ", dimensions) + ",";
    }

    private void checkTerms(RuleCommand.Activity activity, String activityNamed) {
        Place terms = activity.place().member("terms");
        if (activity.terms().isEmpty()) {
            form.refuse(
                    terms,
                    ViolationCode.VALUE_MISSING,
                    activityNamed + " has no terms. Say how many minutes a unit of which driver takes.");
        }
        form.count(terms, activityNamed, activity.terms().size(), TERMS_LIMIT);
        Set<String> drivers = new HashSet<>();
        for (RuleCommand.Term term : activity.terms()) {
            checkTerm(term, activityNamed, drivers);
        }
    }

    private void checkTerm(RuleCommand.Term term, String activityNamed, Set<String> drivers) {
        Place place = term.place().member("driver");
        if (term.driver().isEmpty()) {
            form.refuse(
                    place,
                    ViolationCode.VALUE_MISSING,
                    "A term of " + SettingForm.inside(activityNamed)
                            + " names no driver. Name what takes the minutes.");
        }
        term.driver().ifPresent(driver -> {
            checkDriver(place, driver);
            if (!drivers.add(driver)) {
                form.refuse(
                        place,
                        ViolationCode.VALUE_INVALID,
                        activityNamed + " has driver " + Texts.excerpt(driver) + " twice. Add the minutes up.");
            }
        });
        new QuantityForm(form)
                .positive(
                        term.place().member("minutes"),
                        "The minutes of " + SettingForm.inside(activityNamed),
                        term.minutes());
    }
}
