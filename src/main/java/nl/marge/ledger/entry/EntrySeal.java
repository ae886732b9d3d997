package nl.marge.ledger.entry;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import nl.marge.kernel.Sha256;

/**
 * Seals the entries of a batch: a SHA-256 over everything that is stored of them, entry by entry in order, and over the
 * seal of the batch before. Whoever changes, removes or inserts an entry afterwards, in whichever table, breaks the
 * chain from there on (docs/spec-audit.md). Values are taken by content, not by id of what lines share.
 */
public final class EntrySeal {

    private final MessageDigest digest = Sha256.digest();
    private final StringBuilder form = new StringBuilder(512);

    /** Adds the next entry. */
    public void add(WeighedEntry entry) {
        form.setLength(0);
        form.append("entry/1");
        text(entry.identity().source());
        text(entry.identity().externalId());
        text(hex(entry.identity().contentHash()));
        text(entry.kind().name());
        text(entry.scenario());
        number(entry.postingDate().toEpochDay());
        text(entry.originalDate().map(Object::toString));
        text(entry.currency());
        text(entry.description());
        text(entry.reverses().map(reverses -> reverses.entry().toString()));
        text(entry.reverses().flatMap(WeighedEntry.Reverses::reason));
        number(entry.linesSent());
        number(entry.lines().size());
        entry.lines().forEach(this::add);
        digest.update(form.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void add(WeighedLine line) {
        number(line.accountId());
        text(line.dimensions().content());
        text(line.provenance().content());
        number(line.amount());
        number(line.currencyAmount());
        number(line.quantity());
        number(line.membershipDate().toEpochDay());
        text(line.lineId());
        text(line.text());
    }

    /** The seal of all entries added, without the chain; nothing can be added after. */
    public byte[] content() {
        return digest.digest();
    }

    /** The seal of a batch in the chain, 64 hexadecimal digits: over its content, its place and the seal before it. */
    public static String chained(String before, byte[] content, Place place) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * Long.BYTES)
                .putLong(place.firstNumber())
                .putLong(place.entries())
                .putLong(place.linesThrough())
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, place.recordedAt()));
        MessageDigest chain = Sha256.digest();
        chain.update(before.getBytes(StandardCharsets.US_ASCII));
        chain.update(content);
        chain.update(bytes.array());
        return hex(chain.digest());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private void text(Optional<String> text) {
        if (text.isPresent()) {
            text(text.get());
        } else {
            form.append('-');
        }
    }

    private void text(String text) {
        form.append(text.length()).append(':').append(text);
    }

    private void number(OptionalLong number) {
        if (number.isPresent()) {
            number(number.getAsLong());
        } else {
            form.append('-');
        }
    }

    private void number(long number) {
        form.append(number).append(';');
    }

    /** Where a batch stands: its first number, how many entries, the company's lines up to its end, and when. */
    public record Place(long firstNumber, long entries, long linesThrough, Instant recordedAt) {}
}
