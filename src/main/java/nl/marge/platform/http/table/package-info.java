/**
 * Answers that are a report in one form and a table in the other, under an entity tag. Door: {@link
 * nl.marge.platform.http.table.TableAnswers}.
 */
package nl.marge.platform.http.table;
