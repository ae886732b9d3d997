package nl.marge.ledger.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.marge.company.Company;
import nl.marge.company.IdKind;
import nl.marge.company.ReferenceChanges;
import nl.marge.company.ReferenceChanges.ReferenceChange;
import nl.marge.kernel.Changes;
import nl.marge.kernel.Codes;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Upsert;
import nl.marge.kernel.Upsert.Counts;
import nl.marge.kernel.Versions;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.kernel.Violations;
import nl.marge.ledger.Account;
import nl.marge.ledger.reference.Reference;
import nl.marge.ledger.reference.References;

/** Upkeep of accounts. */
@ApplicationScoped
public class Accounts {

    private final ReferenceChanges changes;
    private final References references;
    private final AccountRepository repository;
    private final Event<Removal> removals;

    Accounts(ReferenceChanges changes, References references, AccountRepository repository, Event<Removal> removals) {
        this.changes = changes;
        this.references = references;
        this.repository = repository;
        this.removals = removals;
    }

    /**
     * Creates or replaces the account {@code code}.
     *
     * @param ifMatch the version it must still have, when the caller asks so
     * @throws Refusal with everything that is wrong
     */
    public Upsert<Account> put(Company company, String code, AccountCommand command, OptionalLong ifMatch) {
        return changes.change(company.id(), change -> {
            Reference picture = references.under(change, company);
            Optional<Account> before = picture.account(code);
            OptionalLong version = before.map(a -> OptionalLong.of(a.version())).orElse(OptionalLong.empty());
            Versions.require(ifMatch, version, "Account " + code);
            Violations violations = new Violations();
            Codes.checkRepeated(code, command.code(), violations);
            return write(change, picture, List.of(command), violations).one(before);
        });
    }

    /**
     * Creates or replaces each of these accounts, or none.
     *
     * @throws Refusal with everything that is wrong
     */
    public Counts putAll(Company company, List<AccountCommand> commands) {
        return changes.change(
                company.id(), change -> write(change, references.under(change, company), commands, new Violations())
                        .counts());
    }

    /**
     * Removes an account.
     *
     * @throws Refusal UNKNOWN when there is none of that code, CONFLICT when it has lines
     */
    public void remove(Company company, String code, OptionalLong ifMatch) {
        changes.change(company.id(), change -> {
            Reference picture = references.under(change, company);
            Account account = picture.requireAccount(code);
            Versions.require(ifMatch, OptionalLong.of(account.version()), "Account " + code);
            whyKept(picture, account).ifPresent(violation -> {
                throw Refusal.of(Reason.CONFLICT, violation);
            });
            removals.fire(new Removal(change, account));
            repository.remove(company.id(), account, change.version());
            change.touch(References.ACCOUNTS);
            return account;
        });
    }

    /** An account is about to be removed. Rooms above that name it in their settings say no by a Refusal CONFLICT. */
    public record Removal(ReferenceChange change, Account account) {}

    private Changes<Account> write(
            ReferenceChange change, Reference picture, List<AccountCommand> commands, Violations violations) {
        AccountPlan plan = new AccountPlan(picture, repository.usedIds(change.companyId()), violations);
        Changes<Account> planned = plan.changes(commands, changes.lastId(change, IdKind.ACCOUNT), change.version());
        violations.refuseContent();
        if (!planned.isEmpty()) {
            changes.reserve(change, IdKind.ACCOUNT, planned.created().size());
            repository.write(change.companyId(), planned, change.version());
            change.touch(References.ACCOUNTS);
        }
        return planned;
    }

    private Optional<Violation> whyKept(Reference picture, Account account) {
        if (repository.usedIds(picture.company().id()).contains(account.id())) {
            return inUse(account, "has ledger lines. Block it instead.");
        }
        Optional<String> rule = picture.settings().defaults().inForce().stream()
                .filter(found -> found.namesAccount(account.code()))
                .findFirst()
                .map(found -> "default rule " + found.code());
        return rule.or(() -> picture.settings().policies().all().stream()
                        .filter(found -> found.namesAccount(account.code()))
                        .findFirst()
                        .map(found -> "policy " + found.code()))
                .or(() -> Optional.of("the currency settings")
                        .filter(named -> picture.settings().rates().setting().namesAccount(account.code())))
                .flatMap(named -> inUse(account, "is named by " + named + ". Change or delete that first."));
    }

    private static Optional<Violation> inUse(Account account, String why) {
        return Optional.of(Violation.at("", ViolationCode.IN_USE, "Account " + account.code() + " " + why));
    }
}
