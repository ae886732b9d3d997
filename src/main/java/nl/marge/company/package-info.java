/**
 * Companies: the books of one legal entity each, its currency and fiscal calendar; and the one row per company that
 * orders everything in it: the last entry number and the reference version. Doors: {@code Companies},
 * {@link nl.marge.company.CompanyCounters}, {@link nl.marge.company.ReferenceChanges}.
 */
package nl.marge.company;
