/**
 * Which dimensions no reclassification may change: upkeep, over HTTP. The picture that reclassifications are checked
 * against is {@code ledger.setting.LockedDimensions}.
 */
package nl.marge.ledger.reclassification.lock;
