package nl.marge.ledger.entry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Whole numbers in as few bytes as they need: seven bits a byte, the lowest first, the sign in the last bit. */
final class PackedNumbers {

    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;

    private PackedNumbers() {}

    /** Writes numbers one after the other. */
    static final class Writer {
        private byte[] bytes = new byte[4096];
        private int size;

        void number(long number) {
            long rest = number << 1 ^ number >> Long.SIZE - 1;
            while ((rest & -MORE) != 0) {
                put((int) (rest | MORE));
                rest >>>= BITS;
            }
            put((int) rest);
        }

        /** Each number as its difference to the one before. */
        void differences(int[] numbers) {
            int before = 0;
            for (int number : numbers) {
                number((long) number - before);
                before = number;
            }
        }

        void text(String text) {
            byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
            number(encoded.length);
            for (byte one : encoded) {
                put(one);
            }
        }

        /** Writes what comes again and again once, by {@code first}, and then its place among the others. */
        void repeated(Map<Object, Integer> known, Object value, Runnable first) {
            Integer place = known.get(value);
            number(place == null ? known.size() : place);
            if (place == null) {
                known.put(value, known.size());
                first.run();
            }
        }

        byte[] bytes() {
            return Arrays.copyOf(bytes, size);
        }

        private void put(int one) {
            if (size == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * size);
            }
            bytes[size++] = (byte) one;
        }
    }

    /** Reads them again. */
    static final class Reader {
        private final byte[] bytes;
        private int at;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        long number() {
            long rest = 0;
            int shift = 0;
            byte one;
            do {
                one = bytes[at++];
                rest |= (long) (one & MORE - 1) << shift;
                shift += BITS;
            } while (one < 0);
            return rest >>> 1 ^ -(rest & 1);
        }

        void differences(int[] numbers) {
            int before = 0;
            for (int i = 0; i < numbers.length; i++) {
                before = Math.toIntExact(before + number());
                numbers[i] = before;
            }
        }

        String text() {
            int length = Math.toIntExact(number());
            at += length;
            return new String(bytes, at - length, length, StandardCharsets.UTF_8);
        }

        <T> T repeated(List<T> known, Supplier<T> first) {
            int place = Math.toIntExact(number());
            if (place == known.size()) {
                known.add(first.get());
            }
            return known.get(place);
        }
    }
}
