/**
 * From what governs a cycle and what the ledger holds to a plan of what a run would post: {@code Assembly} makes the
 * engine's input of what was gathered, {@code RunLines} makes ledger lines of the engine's plan, both pure. Nothing is
 * written here. Door: {@link nl.marge.allocation.plan.RunPlanning}.
 */
package nl.marge.allocation.plan;
