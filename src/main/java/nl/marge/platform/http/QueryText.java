package nl.marge.platform.http;

import jakarta.ws.rs.core.UriInfo;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the query of a request as callers write it: parameters stand between ampersands only. The framework also takes
 * the semicolon for one, by which {@code filter=REGION:EU;CHANNEL:WEB} would fall apart.
 */
public final class QueryText {

    private QueryText() {}

    /** The parameters by name, decoded, in the order given. */
    public static Map<String, List<String>> read(UriInfo uri) {
        return read(uri.getRequestUri().getRawQuery());
    }

    static Map<String, List<String>> read(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String parameter : query == null ? new String[0] : query.split("&")) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            String value = equals < 0 ? "" : parameter.substring(equals + 1);
            if (!parameter.isEmpty()) {
                parameters
                        .computeIfAbsent(decode(name), none -> new ArrayList<>())
                        .add(decode(value));
            }
        }
        return parameters;
    }

    /** What is not well encoded stays as it is, and is then refused as whatever it is not. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
