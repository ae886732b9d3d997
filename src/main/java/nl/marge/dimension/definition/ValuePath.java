package nl.marge.dimension.definition;

import jakarta.ws.rs.PathParam;

/** Where a value stands. */
record ValuePath(
        @PathParam("company") String company,
        @PathParam("dimension") String dimension,
        @PathParam("value") String value) {}
