package nl.marge.customervalue.cohort;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;

/**
 * What was spent on a day to win customers and is claimed by none of them: a campaign.
 *
 * @param day epoch day
 * @param segment value id it was spent on, 0 = none
 * @param amount minor units, cost positive
 */
record UnclaimedSpend(int day, int segment, BigInteger amount) {
    UnclaimedSpend {
        requireNonNull(amount, "amount");
    }
}
