/**
 * The edge: what every resource needs of HTTP and none should build twice. A resource stays thin, it reads, calls the
 * front door of its room, and wraps:
 *
 * <pre>{@code
 * @Path("/api/v1/companies/{company}/dimensions")
 * @Tag(name = "Dimensions")
 * class DimensionResource {
 *
 *     @GET
 *     @Operation(operationId = "listDimensions", summary = "The company's dimensions")
 *     @Parameter(name = "limit", ref = "limit")
 *     @Parameter(name = "cursor", ref = "cursor")
 *     public Page<Dimension> list(@PathParam("company") String company, @Context UriInfo uri) {
 *         QueryParameters query = QueryParameters.of(uri);
 *         PageRequest page = query.page(1);
 *         query.refuseIfWrong();
 *         return Page.of(page, dimensions.list(company, page.after(), page.fetch()), d -> List.of(d.code()));
 *     }
 *
 *     @PUT
 *     @Path("{dimension}")
 *     @Consumes(MediaType.APPLICATION_JSON)
 *     public Response put(
 *             @PathParam("company") String company, @PathParam("dimension") String code, InputStream body) {
 *         dimensions.requireCompany(company);                                  // 404 before the body is read
 *         DimensionDetails details = JsonBody.read(body, new DimensionReader()::read);
 *         ...
 *     }
 * }
 * }</pre>
 *
 * <ul>
 *   <li>Bodies come in as {@code InputStream} and are read by {@code nl.marge.platform.json}; gzip is undone before.
 *   <li>{@link nl.marge.platform.http.QueryParameters} reads the query, {@link nl.marge.platform.http.Page} wraps
 *       lists.
 *   <li>A "no" is thrown as {@link nl.marge.kernel.Refusal} and becomes a problem here; nobody builds error answers.
 *       An answer with members of its own, such as a refused batch, unwraps {@link nl.marge.platform.http.ProblemHead}.
 *   <li>{@link nl.marge.platform.http.ETags} makes and compares entity tags; the version that {@code If-Match} names
 *       goes to the front door, which compares it under its lock.
 *   <li>{@link nl.marge.platform.http.AnswerForm} chooses between JSON, CSV and NDJSON; a table is written by {@code
 *       platform.csv} into a {@code StreamingOutput}.
 *   <li>What the operations of the contract share is added by {@code platform.http.contract}; see there.
 * </ul>
 *
 * <p>What is no request at all, a request line that is no URI, is answered by the server below: 400 without a body.
 * It uses the kernel, {@code platform.json} and {@code platform.csv}, and knows no business.
 */
package nl.marge.platform.http;
