package nl.marge.ledger.quarantine;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import nl.marge.company.Company;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Texts;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;
import nl.marge.ledger.entry.EntryId;
import nl.marge.ledger.quarantine.QuarantineStore.Found;
import nl.marge.ledger.quarantine.QuarantineStore.NewEntry;
import nl.marge.ledger.quarantine.QuarantineStore.Wanted;
import nl.marge.ledger.quarantine.Step.Kind;
import nl.marge.ledger.quarantine.Step.Said;
import nl.marge.ledger.rules.EntryCommand;
import nl.marge.ledger.rules.PostingRules;
import nl.marge.platform.Database;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** The place of entries set aside. Whatever is done with one is appended as a step; nothing is erased. */
@ApplicationScoped
public class Quarantine {

    private static final Logger LOG = Logger.getLogger(Quarantine.class);

    /** Bits of chance in an id, below the milliseconds: replicas need not ask each other. */
    private static final int RANDOM_BITS = 20;

    private final Database database;
    private final QuarantineStore store;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Quarantine(Database database, QuarantineStore store, Clock clock) {
        this.database = database;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Sets entries aside and tells where each is kept. The same entry again is the same one, in whatever state it is by
     * now.
     */
    public List<Kept> hold(Company company, List<Refused> entries) {
        return entries.isEmpty() ? List.of() : database.inTransaction(handle -> hold(handle, company.id(), entries));
    }

    /** Sets one entry aside; {@code alongside} writes in the same transaction. */
    public Kept hold(Company company, Refused entry, BiConsumer<Handle, Kept> alongside) {
        return database.inTransaction(handle -> {
            Kept kept = hold(handle, company.id(), List.of(entry)).get(0);
            alongside.accept(handle, kept);
            return kept;
        });
    }

    private List<Kept> hold(Handle handle, int companyId, List<Refused> entries) {
        List<NewEntry> rows = entries.stream().map(Quarantine::row).toList();
        Map<ByteBuffer, Found> found = place(handle, companyId, rows);
        List<Kept> kept = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            Found place = found.get(ByteBuffer.wrap(rows.get(i).fingerprint()));
            if (place.isNew()) {
                appendFirst(handle, companyId, place.kept().id(), entries.get(i));
            }
            kept.add(place.kept());
        }
        LOG.infof("quarantine companyId=%d setAside=%d", companyId, entries.size());
        return kept;
    }

    /** Sees to it that each has a place; one whose id another had just taken tries again under the next. */
    private Map<ByteBuffer, Found> place(Handle handle, int companyId, List<NewEntry> rows) {
        Map<ByteBuffer, Found> found = new HashMap<>();
        List<NewEntry> missing = rows;
        while (!missing.isEmpty()) {
            store.insert(handle, companyId, missing, nextId());
            List<byte[]> fingerprints =
                    missing.stream().map(NewEntry::fingerprint).toList();
            found.putAll(store.find(handle, companyId, fingerprints));
            missing = missing.stream()
                    .filter(row -> !found.containsKey(ByteBuffer.wrap(row.fingerprint())))
                    .toList();
        }
        return found;
    }

    private static NewEntry row(Refused entry) {
        return new NewEntry(
                entry.command().source().orElse(PostingRules.DEFAULT_SOURCE),
                entry.command().externalId().orElse(""),
                EntryText.fingerprint(EntryText.of(entry.command())));
    }

    /** The same entry twice in one request is new both times; its first step is there after the first. */
    private void appendFirst(Handle handle, int companyId, long id, Refused entry) {
        Step step = Step.of(1, Kind.HELD, now(), Optional.empty());
        store.append(handle, companyId, id, step.saying(new Said(entry.command(), entry.violations())));
    }

    /**
     * What is settled of {@code commands}, each as it was sent: released, or discarded and not in the books. Its sender
     * is told so and nothing is posted; the others are absent.
     */
    public Map<EntryCommand, Kept> settled(Company company, List<EntryCommand> commands) {
        return database.read(handle -> {
            if (commands.isEmpty() || !store.hasAny(handle, company.id())) {
                return Map.of();
            }
            List<byte[]> fingerprints = commands.stream()
                    .map(command -> EntryText.fingerprint(EntryText.of(command)))
                    .toList();
            Map<ByteBuffer, Found> found = store.find(handle, company.id(), fingerprints);
            Map<EntryCommand, Kept> settled = new HashMap<>();
            for (int i = 0; i < fingerprints.size(); i++) {
                Found place = found.get(ByteBuffer.wrap(fingerprints.get(i)));
                if (place != null && place.isSettled()) {
                    settled.put(commands.get(i), place.kept());
                }
            }
            return settled;
        });
    }

    /**
     * The entry set aside under that id.
     *
     * @throws Refusal UNKNOWN when there is none
     */
    public HeldEntry require(Company company, String shownId) {
        return Kept.read(shownId)
                .flatMap(id -> database.read(handle -> store.entry(handle, company.id(), id)))
                .orElseThrow(() -> new Refusal(
                        Refusal.Reason.UNKNOWN,
                        "Company " + company.code() + " has no entry \"" + Texts.excerpt(shownId)
                                + "\" in quarantine. Look it up with GET .../quarantine."));
    }

    /** At most {@code limit} entries in {@code state}, of one source or all, after the id {@code after}, by age. */
    public List<HeldEntry> list(
            Company company, QuarantineState state, Optional<String> source, long after, int limit) {
        return database.read(handle -> store.list(handle, company.id(), new Wanted(state, source, after, limit)));
    }

    /**
     * Replaces what an entry says.
     *
     * @throws Refusal CONFLICT when it is released, discarded or superseded
     */
    public HeldEntry mend(Company company, HeldEntry held, Said said, Optional<String> by) {
        return append(company, held, current -> {
            requireHeld(current);
            return next(current, Kind.MENDED, by).saying(said);
        });
    }

    /**
     * Puts an entry away for good; again, nothing happens.
     *
     * @throws Refusal CONFLICT when it is released or superseded
     */
    public HeldEntry discard(Company company, HeldEntry held, Optional<String> reason, Optional<String> by) {
        if (held.kept().state() == QuarantineState.DISCARDED) {
            return held;
        }
        return append(company, held, current -> {
            requireHeld(current);
            return next(current, Kind.DISCARDED, by).because(reason);
        });
    }

    /** Notes that an entry was posted, whatever else was done with it meanwhile. */
    public HeldEntry release(Company company, HeldEntry held, EntryId posted, Optional<String> by) {
        return append(company, held, current -> next(current, Kind.RELEASED, by).posting(posted));
    }

    /**
     * Lets an entry be dealt with only as long as nobody has.
     *
     * @throws Refusal CONFLICT when it is released, discarded or superseded
     */
    public static void requireHeld(HeldEntry entry) {
        if (entry.kept().state() != QuarantineState.HELD) {
            throw Refusal.of(Refusal.Reason.CONFLICT, settled(entry.kept()));
        }
    }

    /** Says what became of an entry that nothing more is to be done with. */
    public static Violation settled(Kept kept) {
        String posted = kept.posted().map(EntryId::toString).orElse("");
        String fate =
                switch (kept.state()) {
                    case HELD -> throw new IllegalStateException("still held: " + kept);
                    case RELEASED -> "was released as journal entry " + posted + ". Reverse that one instead";
                    case SUPERSEDED ->
                        "is superseded: its sender posted journal entry " + posted
                                + " under the same externalId. Reverse that one if it is wrong";
                    case DISCARDED -> "was discarded. Send it anew under another externalId if it is needed after all";
                };
        return Violation.at(
                "", ViolationCode.QUARANTINE_SETTLED, "Entry " + kept.shownId() + " in quarantine " + fate + ".");
    }

    /** Appends the step that {@code decision} finds right, and decides anew when another one came between. */
    private HeldEntry append(Company company, HeldEntry held, Function<HeldEntry, Step> decision) {
        HeldEntry current = held;
        while (true) {
            Step step = decision.apply(current);
            long id = current.kept().id();
            boolean appended = database.inTransaction(handle -> store.append(handle, company.id(), id, step));
            current = require(company, current.kept().shownId());
            if (appended) {
                LOG.infof(
                        "quarantine companyId=%d entry=%s step=%s",
                        company.id(), current.kept().shownId(), step.kind());
                return current;
            }
        }
    }

    private Step next(HeldEntry entry, Kind kind, Optional<String> by) {
        return Step.of(entry.storedSteps() + 1, kind, now(), by);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private long nextId() {
        return clock.instant().toEpochMilli() << RANDOM_BITS | random.nextInt(1 << RANDOM_BITS);
    }
}
