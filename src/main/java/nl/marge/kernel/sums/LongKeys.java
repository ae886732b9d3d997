package nl.marge.kernel.sums;

import java.util.Arrays;

/** Gives each distinct {@code long} key a dense number from 0, in order of appearance, without an object per key. */
public final class LongKeys {

    private static final int START = 64;

    private long[] keys = new long[START];
    private int[] numbers = new int[2 * START];
    private int size;

    /** No keys yet. */
    public LongKeys() {
        Arrays.fill(numbers, -1);
    }

    /** How many distinct keys there are. */
    public int size() {
        return size;
    }

    /** The key of a number. */
    public long key(int number) {
        return keys[number];
    }

    /** The number of a key, the next one if it is new. */
    public int numberOf(long key) {
        int slot = slot(key);
        if (numbers[slot] < 0) {
            if (size == keys.length) {
                grow();
                slot = slot(key);
            }
            keys[size] = key;
            numbers[slot] = size++;
        }
        return numbers[slot];
    }

    /** The slot that holds the key, or the free one where it belongs; half of the slots are always free. */
    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & numbers.length - 1;
        while (numbers[slot] >= 0 && keys[numbers[slot]] != key) {
            slot = slot + 1 & numbers.length - 1;
        }
        return slot;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * keys.length);
        numbers = new int[2 * keys.length];
        Arrays.fill(numbers, -1);
        for (int number = 0; number < size; number++) {
            numbers[slot(keys[number])] = number;
        }
    }
}
