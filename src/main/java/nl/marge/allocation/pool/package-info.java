/**
 * Upkeep of cost pools and of their practical capacity. Reads a caller's upsert, decides by a pure plan what it comes
 * to ({@code PoolPlan}, {@code CapacityPlan}), and appends it under the company's lock. Door: {@link
 * nl.marge.allocation.pool.CostPools}. Runs read both in {@link nl.marge.allocation.setting.AllocationSettings}.
 */
package nl.marge.allocation.pool;
