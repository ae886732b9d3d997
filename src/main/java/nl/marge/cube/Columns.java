package nl.marge.cube;

/** The lines of all entries up to {@code number}, in chunks; {@code lastSet} is the highest dimension set on them. */
record Columns(Chunk[] chunks, long lines, long number, int lastSet) {

    static final Columns NONE = new Columns(new Chunk[0], 0, 0, 0);

    /** Bytes held. */
    long bytes() {
        long bytes = 0;
        for (Chunk chunk : chunks) {
            bytes += chunk.bytes();
        }
        return bytes;
    }
}
