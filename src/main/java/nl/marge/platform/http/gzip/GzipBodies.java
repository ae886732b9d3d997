package nl.marge.platform.http.gzip;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;

/**
 * Undoes gzip of request bodies, while they stream and on the thread that reads them. The server's own decompression is
 * off: it works on the event loop, and takes a body that was cut off for one that ended.
 */
@Provider
final class GzipBodies implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        String encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        switch (encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT)) {
            case "identity" -> {}
            case "gzip", "x-gzip" -> request.setEntityStream(new GzipBody(request.getEntityStream()));
            default -> throw new NotSupportedException();
        }
    }
}
