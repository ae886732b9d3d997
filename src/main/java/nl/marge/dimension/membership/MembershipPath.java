package nl.marge.dimension.membership;

import jakarta.ws.rs.PathParam;

/** Where the memberships of one dimension in another stand. */
record MembershipPath(
        @PathParam("company") String company,
        @PathParam("dimension") String source,
        @PathParam("target") String target) {}
