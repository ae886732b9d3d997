package nl.marge.platform.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.marge.kernel.Place;
import nl.marge.kernel.Refusal;
import nl.marge.kernel.Refusal.Reason;
import nl.marge.kernel.Violation;
import nl.marge.kernel.ViolationCode;

/**
 * Entity tags: the version of a resource, and the hash of all that a report depends on. A weak tag ({@code W/"5"}) is
 * taken for the strong one, since gateways that compress weaken tags on their way.
 */
public final class ETags {

    private static final Pattern TAG = Pattern.compile("\\s*(?:W/)?(\"[^\"]*\")\\s*(,|$)");
    private static final Pattern VERSION = Pattern.compile("\\s*(?:W/)?\"(.*)\"\\s*");
    private static final int HASH_BYTES = 18;

    private ETags() {}

    /** The tag of a resource's version. */
    public static String ofVersion(long version) {
        return "\"" + version + "\"";
    }

    /** The tag of a report: a hash of its watermark, normal query, media type and whatever else it depends on. */
    public static String ofReport(List<String> parts) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                hash.update(part.getBytes(StandardCharsets.UTF_8));
                hash.update((byte) 0);
            }
            byte[] digest = Arrays.copyOf(hash.digest(), HASH_BYTES);
            return "\"" + Base64.getUrlEncoder().encodeToString(digest) + "\"";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** Whether the caller has the answer of this tag already ({@code If-None-Match}), so that 304 is enough. */
    public static boolean isKnown(HttpHeaders headers, String tag) {
        return isKnown(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag);
    }

    /**
     * The version that the resource must still have ({@code If-Match}); empty when the caller does not ask.
     *
     * @throws Refusal as a failed precondition for a tag that is not of ours, and as an invalid request for a list or
     *     {@code *}, which name no version
     */
    public static OptionalLong ifMatch(HttpHeaders headers) {
        return ifMatch(headers.getHeaderString(HttpHeaders.IF_MATCH));
    }

    static boolean isKnown(String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        if (ifNoneMatch.strip().equals("*")) {
            return true;
        }
        Matcher tags = TAG.matcher(ifNoneMatch);
        while (tags.lookingAt()) {
            if (tags.group(1).equals(tag)) {
                return true;
            }
            tags.region(tags.end(), ifNoneMatch.length());
        }
        return false;
    }

    static OptionalLong ifMatch(String header) {
        if (header == null) {
            return OptionalLong.empty();
        }
        Matcher version = VERSION.matcher(header);
        if (!version.matches() || version.group(1).contains("\"")) {
            throw Refusal.of(
                    Reason.INVALID_REQUEST,
                    new Violation(
                            ViolationCode.PARAMETER_INVALID,
                            Place.REQUEST,
                            "If-Match is not one version. Give the ETag that the resource was read with, such as"
                                    + " \"5\", or leave it out."));
        }
        if (!version.group(1).matches("0|[1-9][0-9]{0,17}")) {
            throw Refusal.of(
                    Reason.PRECONDITION_FAILED,
                    new Violation(
                            ViolationCode.VERSION_CHANGED,
                            Place.REQUEST,
                            "If-Match names no version this resource ever had. Read it again."));
        }
        return OptionalLong.of(Long.parseLong(version.group(1)));
    }
}
