package nl.marge.dimension;

import static java.util.Objects.requireNonNull;

/** An axis of description, such as CUSTOMER. {@code id} is dense per company and never leaves the service. */
public record Dimension(int id, String code, String name, boolean blocked, long version) {
    public Dimension {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
    }
}
