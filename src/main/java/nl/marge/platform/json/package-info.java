/**
 * How request bodies are read: strictly, all faults at once, and fast enough for a million journal lines a second. A
 * room that takes commands writes one reader per command and never sees the parser:
 *
 * <pre>{@code
 * final class DimensionReader {
 *     private String name = "";
 *     private boolean blocked;
 *
 *     DimensionDetails read(StrictJson json) {
 *         json.object(member -> {
 *             switch (member) {
 *                 case "name" -> name = json.textOr("");
 *                 case "blocked" -> blocked = json.flagOr(false);
 *                 default -> json.unknownMember("name", "blocked");
 *             }
 *         });
 *         return new DimensionDetails(name, blocked);
 *     }
 * }
 * }</pre>
 *
 * <p>{@link nl.marge.platform.json.JsonBody} reads a body that is one document, {@link
 * nl.marge.platform.json.CollectionBody} an array or NDJSON of items, each with its place for later violations; both
 * refuse with all violations of shape (400). {@link nl.marge.platform.json.NdjsonLines} with {@link
 * nl.marge.platform.json.StrictJson#read(NdjsonLines, Runnable)} is the door for streams of any length, where a line's
 * fault is that line's alone. What a readable text means is no business of this room. It knows the kernel only.
 */
package nl.marge.platform.json;
