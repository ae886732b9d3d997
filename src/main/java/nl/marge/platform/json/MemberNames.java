package nl.marge.platform.json;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The names seen so far in the objects that are open, kept on one reused stack: a few names are compared one by one
 * (mostly the same instances, since the parser shares them), further ones go into a set, so that no body is quadratic.
 */
final class MemberNames {

    private static final int COMPARED_LIMIT = 24;

    private final Map<Integer, Set<String>> further = new HashMap<>();
    private String[] names = new String[64];
    private int top;

    void clear() {
        top = 0;
        further.clear();
    }

    /** Opens an object within those that are open; its mark names it. */
    int open() {
        return top;
    }

    /** Closes the innermost object. */
    void close(int mark) {
        if (top - mark == COMPARED_LIMIT) {
            further.remove(mark);
        }
        top = mark;
    }

    /** Notes a name in the innermost object, that of {@code mark}; false when it is there already. */
    boolean add(int mark, String name) {
        for (int i = mark; i < top; i++) {
            if (names[i].equals(name)) {
                return false;
            }
        }
        if (top - mark == COMPARED_LIMIT) {
            return further.computeIfAbsent(mark, newMark -> new HashSet<>()).add(name);
        }
        if (top == names.length) {
            names = Arrays.copyOf(names, top * 2);
        }
        names[top++] = name;
        return true;
    }
}
