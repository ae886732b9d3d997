package nl.marge.ledger.entry;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import nl.marge.kernel.Sha256;

/**
 * By what an entry is recognised: unique for ever per company is (source, externalId); the content hash tells a repeat
 * from a reuse.
 */
public record EntryIdentity(String source, String externalId, byte[] contentHash) {

    public EntryIdentity {
        requireNonNull(source, "source");
        requireNonNull(externalId, "externalId");
        requireNonNull(contentHash, "contentHash");
    }

    /** 64 bits to look the identity up by; two identities may share them, so the texts are compared too. */
    public long externalKey() {
        String text = source.length() + ":" + source + externalId;
        return ByteBuffer.wrap(Sha256.of(text.getBytes(StandardCharsets.UTF_8))).getLong();
    }

    /** The name the entry goes by, in one text. */
    public Name name() {
        return new Name(source, externalId);
    }

    /** Whether the same content was sent. */
    public boolean hasContent(byte[] otherHash) {
        return Arrays.equals(contentHash, otherHash);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EntryIdentity that && name().equals(that.name()) && hasContent(that.contentHash);
    }

    @Override
    public int hashCode() {
        return name().hashCode();
    }

    @Override
    public String toString() {
        return source + "/" + externalId;
    }

    /** What must be unique in a company. */
    public record Name(String source, String externalId) {}
}
