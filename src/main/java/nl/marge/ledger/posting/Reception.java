package nl.marge.ledger.posting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import nl.marge.company.Company;
import nl.marge.company.CompanyCounters;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.ViolationCode;
import nl.marge.ledger.quarantine.Kept;
import nl.marge.ledger.quarantine.Quarantine;
import nl.marge.ledger.quarantine.QuarantineState;
import nl.marge.ledger.quarantine.Refused;
import nl.marge.ledger.reference.References;
import nl.marge.ledger.rules.EntryCommand;
import nl.marge.ledger.rules.PostingRules;
import nl.marge.ledger.setting.SourceSetting;
import nl.marge.platform.http.ListedViolation;
import nl.marge.platform.idempotency.IdempotencyKeys;
import nl.marge.platform.idempotency.RepeatedRequest;
import org.jdbi.v3.core.Handle;

/**
 * Receives single entries from their sources: what the {@link Ledger} refuses goes to quarantine when the source wants
 * it so. Conflicts with what is stored and requests that cannot be read are told the sender in every case.
 */
@ApplicationScoped
class Reception {

    private final Ledger ledger;
    private final References references;
    private final Quarantine quarantine;
    private final IdempotencyKeys idempotencyKeys;
    private final CompanyCounters counters;

    Reception(
            Ledger ledger,
            References references,
            Quarantine quarantine,
            IdempotencyKeys idempotencyKeys,
            CompanyCounters counters) {
        this.ledger = ledger;
        this.references = references;
        this.quarantine = quarantine;
        this.idempotencyKeys = idempotencyKeys;
        this.counters = counters;
    }

    /** Posts one entry, or sets it aside. */
    Received post(Company company, EntryCommand command, Optional<AnswerKeeper<Received>> keeper) {
        Optional<Received> settled = settled(company, command);
        if (settled.isPresent()) {
            return settled.get();
        }
        try {
            return ledger.post(company, command, keeper);
        } catch (Refusal refusal) {
            requireQuarantine(company, command, refusal);
            return setAside(company, command, ListedViolation.of(refusal.violations()), keeper);
        }
    }

    /** Tells what {@link #post} would do, and does nothing. */
    Received dryRun(Company company, EntryCommand command) {
        Optional<Received> settled = settled(company, command);
        if (settled.isPresent()) {
            return settled.get();
        }
        try {
            return ledger.dryRun(company, command);
        } catch (Refusal refusal) {
            requireQuarantine(company, command, refusal);
            return SetAside.of(command, Optional.empty(), ListedViolation.of(refusal.violations()));
        }
    }

    /**
     * The answer to an entry that was set aside and released before: what it became.
     *
     * @throws Refusal CONFLICT for one that was discarded: it is not to be posted, whatever has changed since
     */
    private Optional<Received> settled(Company company, EntryCommand command) {
        Optional<Kept> settled = Optional.ofNullable(
                quarantine.settled(company, List.of(command)).get(command));
        settled.filter(kept -> kept.state() == QuarantineState.DISCARDED).ifPresent(Reception::refuse);
        return settled.map(kept -> ledger.unchanged(company, kept.posted().orElseThrow()));
    }

    private static void refuse(Kept settled) {
        throw Refusal.of(Refusal.Reason.CONFLICT, Quarantine.settled(settled));
    }

    private void requireQuarantine(Company company, EntryCommand command, Refusal refusal) {
        SourceSetting source = references
                .current(company)
                .settings()
                .sources()
                .of(command.source().orElse(PostingRules.DEFAULT_SOURCE));
        boolean conflict =
                refusal.violations().stream().anyMatch(wrong -> wrong.code() == ViolationCode.EXTERNAL_ID_REUSED);
        if (refusal.reason() != Refusal.Reason.ENTRY_REFUSED
                || conflict
                || source.mode() != SourceSetting.Mode.QUARANTINE) {
            throw refusal;
        }
    }

    /** What somebody settled at this very moment is not told as held. */
    private Received setAside(
            Company company,
            EntryCommand command,
            List<ListedViolation> violations,
            Optional<AnswerKeeper<Received>> keeper) {
        Kept kept = quarantine.hold(company, new Refused(command, violations), (handle, place) -> {
            if (place.state() == QuarantineState.HELD) {
                keeper.ifPresent(owned -> keep(handle, owned, SetAside.of(command, Optional.of(place), violations)));
            } else if (place.state() != QuarantineState.RELEASED) {
                refuse(place);
            }
        });
        return kept.posted()
                .<Received>map(posted -> ledger.unchanged(company, posted))
                .orElseGet(() -> SetAside.of(command, Optional.of(kept), violations));
    }

    /** Under the company's lock, so that of the same request on two replicas the second gets the first's answer. */
    private void keep(Handle handle, AnswerKeeper<Received> keeper, SetAside answer) {
        counters.lock(handle, keeper.key().companyId());
        idempotencyKeys.find(handle, keeper.key()).ifPresent(kept -> {
            throw new RepeatedRequest(kept);
        });
        idempotencyKeys.keep(handle, keeper.key(), keeper.answer(answer));
    }
}
