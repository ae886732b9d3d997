package nl.marge.customervalue.fit;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether segments differ: twice what the log-likelihood gains when each has parameters of its own.
 *
 * @param statistic chi-square distributed if they do not differ
 * @param degrees parameters that are given more
 * @param probability of a statistic as large by chance; below 0.05 it is usual to say that they differ
 */
public record LikelihoodRatio(double statistic, int degrees, double probability) {

    static LikelihoodRatio of(double separate, double together, int degrees) {
        double statistic = Math.max(0, 2 * (separate - together));
        return new LikelihoodRatio(
                statistic, degrees, ChiSquaredDistribution.of(degrees).survivalProbability(statistic));
    }
}
