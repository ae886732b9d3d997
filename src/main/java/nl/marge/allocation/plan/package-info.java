/**
 * From what governs a cycle and what the ledger holds to a plan of what a run would post: {@code Gathering} reads,
 * {@code Assembly} turns it into the engine's input and {@code RunLines} turns the engine's plan into ledger lines, both
 * pure. Nothing is written here. Door: {@link nl.marge.allocation.plan.RunPlanning}.
 */
package nl.marge.allocation.plan;
