/**
 * The frame of the contract. {@code openapi/openapi.yaml} is written from the code; what all operations share is added
 * here, so that resources say only what is theirs: {@code @Tag} (with a description, once), {@code @Operation} with
 * id and summary, the success answers with an example, and the body.
 *
 * <ul>
 *   <li>Error answers come by themselves: 400, 406, 500 and 503 everywhere; 404 where the path has a parameter; 409
 *       where something is written; 304 where {@code If-None-Match} is taken, 412 where {@code If-Match} is; 413, 415
 *       and 422 where there is a body. One that a resource declares itself stays as it is; one that cannot occur is
 *       left out by {@code @Extension(name = "x-without", value = "422,409")} on the method.
 *   <li>Parameters that many have stand once, and a method names them: {@code @Parameter(name = "limit", ref =
 *       "limit")}; of several without a name the framework keeps one. There are company (path), limit, cursor, from,
 *       to, fromOptional, toOptional, by, filter, membership, kinds, scenario, allocation, asOfRecorded, account,
 *       format, bom, decimal, separator, ifMatch, ifNoneMatch, idempotencyKey and dryRun. {@code ContractParametersIT}
 *       holds the contract against what each operation takes.
 *   <li>Headers of answers too: {@code headers = @Header(name = "X-Marge-Watermark", ref = "watermark")}; there are
 *       watermark, difference and location. ETag and Idempotency-Hit come by themselves where the parameters say so.
 *   <li>A report that may be too large names {@code @APIResponse(responseCode = "422", ref =
 *       "#/components/responses/ReportTooLarge")}.
 *   <li>After a change: run {@code ContractIT} with {@code -Dcontract.accept=true} and commit {@code
 *       openapi/openapi.yaml}; it must lint clean with {@code openapi/redocly.yaml}.
 * </ul>
 */
package nl.marge.platform.http.contract;
