package nl.marge.ledger.reclassification;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An entry that is reversed, reclassified by two reclassifications and brought back by the undo of both, in every order
 * there is: as soon as it is reversed every segment stands at zero in every membership mode, and stays so; until then it
 * stands, whole, where it was moved last. The customer changes segment between the steps, and backwards in time.
 */
@QuarkusTest
class ReclassificationOrdersIT {

    private static final List<String> MODES = List.of("AS_WAS", "AS_IS", "AS_OF:2026-01-15", "AS_OF:2026-06-30");

    private enum Act {
        REVERSE,
        APPLY_A,
        UNDO_A,
        APPLY_B,
        UNDO_B
    }

    private static final String A = """
            {"selection":{"lines":[{"number":1,"line":2}]},"set":{"SEGMENT":"MKB","CHANNEL":"SHOP"}}""";
    private static final String B = """
            {"selection":{"from":"2026-01","to":"2026-12","accounts":["8000"]},"set":{"CUSTOMER":"C2","SEGMENT":null}}""";

    private ReclassifiedBooks books;
    private String entry;
    private final Map<Act, String> ids = new HashMap<>();
    private final List<Act> standing = new ArrayList<>();
    private boolean reversed;

    static Stream<List<Act>> everyOrder() {
        List<List<Act>> orders = new ArrayList<>();
        permute(new ArrayList<>(), orders);
        assertEquals(30, orders.size());
        return orders.stream();
    }

    private static void permute(List<Act> begun, List<List<Act>> orders) {
        if (begun.size() == Act.values().length) {
            orders.add(List.copyOf(begun));
        }
        for (Act next : Act.values()) {
            boolean tooEarly = next == Act.UNDO_A && !begun.contains(Act.APPLY_A)
                    || next == Act.UNDO_B && !begun.contains(Act.APPLY_B);
            if (!begun.contains(next) && !tooEarly) {
                begun.add(next);
                permute(begun, orders);
                begun.remove(next);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyOrder")
    void leavesEverySegmentAtZeroInEveryOrder(List<Act> order) {
        books = new ReclassifiedBooks();
        entry = books.post("""
                {"externalId":"INV-1","postingDate":"2026-03-31","dimensions":{"CHANNEL":"WEB"},
                 "lines":[{"account":"1300","amount":"1250.00","dimensions":{"CUSTOMER":"C1"}},
                          {"account":"8000","credit":"1250.00","quantity":"10","dimensions":{"CUSTOMER":"C1"}}]}""");
        assertStands(order, 0);

        for (int i = 0; i < order.size(); i++) {
            act(order.get(i));
            changeMembership(i);
            assertStands(order, i + 1);
        }
        undoWhatIsLeft();

        assertEquals(List.of(), standing);
        assertStands(order, order.size() + 1);
    }

    private void act(Act act) {
        switch (act) {
            case REVERSE -> {
                books.reverse(entry, "2026-04-10").statusCode(201);
                reversed = true;
            }
            case APPLY_A -> apply(act, A);
            case APPLY_B -> apply(act, B);
            case UNDO_A -> undo(Act.APPLY_A);
            case UNDO_B -> undo(Act.APPLY_B);
        }
    }

    private void apply(Act act, String body) {
        ids.put(act, books.applied(body));
        standing.add(act);
    }

    /** Only the one applied last can be undone; the other stays, and goes when everything else is done. */
    private void undo(Act applied) {
        boolean latest = standing.get(standing.size() - 1) == applied;
        if (latest) {
            books.step(ids.get(applied), "undo").statusCode(200).body("state", equalTo("UNDONE"));
            standing.remove(applied);
        } else {
            books.step(ids.get(applied), "undo").statusCode(409).body("violations.code", contains("not_latest"));
        }
    }

    private void undoWhatIsLeft() {
        while (!standing.isEmpty()) {
            undo(standing.get(standing.size() - 1));
        }
    }

    /** Each step meets another membership of C1, the later ones from a day before the entry. */
    private void changeMembership(int step) {
        String segment = step % 2 == 0 ? "MKB" : "KEY";
        String from = step < 2 ? "2026-04-01" : "2026-02-01";
        books.books()
                .put(
                        "/dimensions/CUSTOMER/memberships/SEGMENT",
                        "[{\"value\":\"C1\",\"memberOf\":\"" + segment + "\",\"from\":\"" + from + "\"}]");
    }

    private void assertStands(List<Act> order, int step) {
        String after = "after " + step + " of " + order;
        for (String mode : MODES) {
            Map<String, String> profits = books.profits(mode);
            if (reversed) {
                assertEquals(Map.of(), profits, mode + " " + after);
            } else {
                assertEquals(List.of("1250.00"), List.copyOf(profits.values()), mode + " " + after);
                String key = profits.keySet().iterator().next();
                assertTrue(key.contains("CHANNEL=" + channel()), key + " " + mode + " " + after);
                assertTrue(key.contains("CUSTOMER=" + customer()), key + " " + mode + " " + after);
            }
        }
        assertEquals(reversed ? 0 : 2, books.openBalances().size(), after);
    }

    private String channel() {
        return standing.contains(Act.APPLY_A) ? "SHOP" : "WEB";
    }

    private String customer() {
        return standing.contains(Act.APPLY_B) ? "C2" : "C1";
    }
}
