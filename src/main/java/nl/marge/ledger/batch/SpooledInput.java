package nl.marge.ledger.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import nl.marge.kernel.Sha256;

/**
 * A stream that can be read again from its start: what comes in is copied to a temporary file as it is read. For atomic
 * batches, which may have to be weighed twice, and keyed ones, whose body must be known whole.
 */
final class SpooledInput extends InputStream {

    private static final int COPY_BYTES = 256 * 1024;

    private final InputStream source;
    private final FileChannel spool;
    private long spooled;
    private long position;

    SpooledInput(InputStream source) throws IOException {
        this.source = source;
        Path file = Files.createTempFile("marge-batch", ".spool");
        this.spool = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (position < spooled) {
            int read = spool.read(ByteBuffer.wrap(bytes, offset, length), position);
            position += read;
            return read;
        }
        int read = source.read(bytes, offset, length);
        if (read > 0) {
            ByteBuffer copy = ByteBuffer.wrap(bytes, offset, read);
            while (copy.hasRemaining()) {
                spooled += spool.write(copy, spooled);
            }
            position = spooled;
        }
        return read;
    }

    /** Goes back to the start. */
    void rewind() {
        position = 0;
    }

    /** The SHA-256 of the whole stream, after which it stands at its start. */
    byte[] sha256() {
        try {
            rewind();
            MessageDigest digest = Sha256.digest();
            byte[] buffer = new byte[COPY_BYTES];
            for (int read = read(buffer); read >= 0; read = read(buffer)) {
                digest.update(buffer, 0, read);
            }
            rewind();
            return digest.digest();
        } catch (IOException failure) {
            throw new UncheckedIOException("reading a body to its end", failure);
        }
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
