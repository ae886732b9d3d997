/**
 * Measures the packaged service from outside, over HTTP, beside something that can be had without it: each measure runs
 * its candidates in turn within one run, so that a noisy machine disturbs all of them alike, and reports ratios.
 * {@link nl.marge.bench.Bench} is the door; {@link nl.marge.bench.Workload} makes the books, {@link
 * nl.marge.bench.SideBySide} runs and counts.
 */
package nl.marge.bench;
