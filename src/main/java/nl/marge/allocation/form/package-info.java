/**
 * What is checked alike in all that governs allocations: codes, accounts, filters, values, periods, quantities. Pure;
 * everything that is wrong is noted. Door: {@link nl.marge.allocation.form.SettingForm}.
 */
package nl.marge.allocation.form;
