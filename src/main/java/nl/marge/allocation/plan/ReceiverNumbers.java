package nl.marge.allocation.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.marge.allocation.setting.Receiver;

/** Gives each receiver of values a dense number from 0, in order of appearance. */
public final class ReceiverNumbers {

    private final List<Receiver.Values> receivers = new ArrayList<>();
    private final Map<String, Integer> numberByText = new HashMap<>();

    /** The number of a receiver, known or new. */
    int numberOf(Receiver.Values receiver) {
        String text = receiver.text();
        Integer known = numberByText.get(text);
        if (known != null) {
            return known;
        }
        numberByText.put(text, receivers.size());
        receivers.add(receiver);
        return receivers.size() - 1;
    }

    /** The receiver of a number. */
    public Receiver.Values receiver(int number) {
        return receivers.get(number);
    }

    /** How many there are. */
    public int size() {
        return receivers.size();
    }
}
