package nl.marge.platform.http.gzip;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * A gzip body as it was before. It is opened by the first read, since that reads already; several members one after the
 * other are one body; an end before the end is a failure, never an early end.
 */
final class GzipBody extends InputStream {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final Compressed compressed;
    private GZIPInputStream plain;

    GzipBody(InputStream compressed) {
        this.compressed = new Compressed(compressed);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (plain == null) {
            plain = new GZIPInputStream(compressed, BUFFER_BYTES);
        }
        int read = plain.read(target, offset, length);
        if (read < 0) {
            compressed.requireNoFailure();
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        compressed.close();
    }

    /**
     * Says that more may come until the end was seen: otherwise a pause of the network between two members would pass
     * for the end. It also remembers a failure, which the search for a next member would swallow.
     */
    private static final class Compressed extends FilterInputStream {

        private IOException failure;
        private boolean ended;

        Compressed(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                int read = in.read(target, offset, length);
                ended = read < 0;
                return read;
            } catch (IOException brokenOff) {
                failure = brokenOff;
                throw brokenOff;
            }
        }

        @Override
        public int available() {
            return ended ? 0 : 1;
        }

        void requireNoFailure() throws IOException {
            if (failure != null) {
                throw failure;
            }
        }
    }
}
