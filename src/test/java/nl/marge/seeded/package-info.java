/** Data drawn from a seed, and the plain, slow way to compute what the service computes fast. For tests only. */
package nl.marge.seeded;
