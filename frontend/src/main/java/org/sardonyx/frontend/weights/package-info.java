/// Where a network's parameters come from: numbers drawn by an
/// [Initializer][org.sardonyx.frontend.weights.Initializer], before anything has been learnt.
package org.sardonyx.frontend.weights;
