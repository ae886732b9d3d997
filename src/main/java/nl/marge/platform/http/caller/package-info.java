/** Who asks, as far as a request tells ({@link nl.marge.platform.http.caller.Caller}). */
package nl.marge.platform.http.caller;
