package nl.marge.customervalue.fit;

import nl.marge.customervalue.numeric.SymmetricMatrix;

/**
 * Parameters close to the most likely ones, as a sample of the data tells them.
 *
 * @param curvature the second derivatives of the sample's objective by the coordinates of the search
 */
record Near(double[] parameters, SymmetricMatrix curvature) {}
