package nl.marge.ledger.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import nl.marge.dimension.KnownSets;
import nl.marge.ledger.EntryKind;

/**
 * All lines of one entry in one value, column by column, about ten bytes a line: how entries of allocation are stored
 * (docs/adr/0009). Numbers are variable in length, those of neighbours as the difference, and what repeats stands once.
 */
public final class PackedLines {

    /** The first number of every value, so that another form could be told from this one. */
    private static final int FORM = 1;

    private static final String NO_LINE_ID = "";

    private final int[] accountIds;
    private final int[] setIds;
    private final long[] amounts;
    private final int[] membershipDays;
    private final long[] provenanceIds;
    private final String[] lineIds;

    private PackedLines(int count) {
        accountIds = new int[count];
        setIds = new int[count];
        amounts = new long[count];
        membershipDays = new int[count];
        provenanceIds = new long[count];
        lineIds = new String[count];
    }

    /** Whether entries of a kind are stored so. Those of older databases may lie line by line all the same. */
    public static boolean holds(EntryKind kind) {
        return kind == EntryKind.ALLOCATION;
    }

    /**
     * The lines of an entry as they are stored.
     *
     * @param sets knows the set of every line
     * @throws IllegalArgumentException if a line has what only lines of clients have: a quantity, a text, or an amount
     *     in another currency
     */
    public static byte[] pack(WeighedEntry entry, KnownSets sets) {
        PackedLines lines = new PackedLines(entry.lines().size());
        for (int i = 0; i < lines.count(); i++) {
            lines.put(i, entry.lines().get(i), sets);
        }
        return lines.written();
    }

    /**
     * Reads what {@link #pack} made.
     *
     * @throws IllegalStateException if it is of another form
     */
    public static PackedLines read(byte[] packed) {
        PackedNumbers.Reader in = new PackedNumbers.Reader(packed);
        long form = in.number();
        if (form != FORM) {
            throw new IllegalStateException("lines are packed in form " + form + ", but only " + FORM + " is known");
        }
        PackedLines lines = new PackedLines(Math.toIntExact(in.number()));
        in.differences(lines.accountIds);
        in.differences(lines.setIds);
        for (int i = 0; i < lines.count(); i++) {
            lines.amounts[i] = in.number();
        }
        in.differences(lines.membershipDays);
        List<Long> provenances = new ArrayList<>();
        for (int i = 0; i < lines.count(); i++) {
            lines.provenanceIds[i] = in.repeated(provenances, in::number);
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < lines.count(); i++) {
            lines.lineIds[i] = in.repeated(texts, in::text);
        }
        return lines;
    }

    /** How many there are. */
    public int count() {
        return amounts.length;
    }

    /** The account of a line, counted from 0. */
    public int accountId(int line) {
        return accountIds[line];
    }

    /** The id of its dimension set. */
    public int setId(int line) {
        return setIds[line];
    }

    /** Its amount in minor units of the company's currency, debit +. */
    public long amount(int line) {
        return amounts[line];
    }

    /** The epoch day of its membership date. */
    public int membershipDay(int line) {
        return membershipDays[line];
    }

    /** The id of its provenance; 0 = every value stood on the line. */
    public long provenanceId(int line) {
        return provenanceIds[line];
    }

    /** Its name in the entry. */
    public Optional<String> lineId(int line) {
        return Optional.of(lineIds[line]).filter(text -> !text.equals(NO_LINE_ID));
    }

    /** The lines as they were weighed. */
    public List<WeighedLine> weighed(KnownSets sets, LongFunction<Provenance> provenances) {
        List<WeighedLine> weighed = new ArrayList<>(count());
        for (int i = 0; i < count(); i++) {
            weighed.add(new WeighedLine(
                    accountIds[i],
                    sets.set(setIds[i]),
                    provenances.apply(provenanceIds[i]),
                    amounts[i],
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    LocalDate.ofEpochDay(membershipDays[i]),
                    lineId(i),
                    Optional.empty()));
        }
        return weighed;
    }

    private void put(int place, WeighedLine line, KnownSets sets) {
        if (line.currencyAmount().isPresent()
                || line.quantity().isPresent()
                || line.text().isPresent()) {
            throw new IllegalArgumentException("a line with a quantity, a text or another currency cannot be packed");
        }
        accountIds[place] = line.accountId();
        setIds[place] = sets.idOf(line.dimensions());
        amounts[place] = line.amount();
        membershipDays[place] = Math.toIntExact(line.membershipDate().toEpochDay());
        provenanceIds[place] = line.provenance().storedId();
        lineIds[place] = line.lineId().orElse(NO_LINE_ID);
    }

    private byte[] written() {
        PackedNumbers.Writer out = new PackedNumbers.Writer();
        out.number(FORM);
        out.number(count());
        out.differences(accountIds);
        out.differences(setIds);
        for (long amount : amounts) {
            out.number(amount);
        }
        out.differences(membershipDays);
        Map<Object, Integer> provenances = new HashMap<>();
        for (long provenance : provenanceIds) {
            out.repeated(provenances, provenance, () -> out.number(provenance));
        }
        Map<Object, Integer> texts = new HashMap<>();
        for (String lineId : lineIds) {
            out.repeated(texts, lineId, () -> out.text(lineId));
        }
        return out.bytes();
    }
}
