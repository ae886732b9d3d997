package nl.marge.demo;

import static java.util.Objects.requireNonNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What loading did to one company. */
@Schema(description = "A loaded company, and how many of its entries were posted now or before.")
record LoadedBooks(String company, String name, int posted, int unchanged) {
    LoadedBooks {
        requireNonNull(company, "company");
        requireNonNull(name, "name");
    }
}
