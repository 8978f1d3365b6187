/// Where a network's parameters come from: [Weights][org.sardonyx.frontend.weights.Weights] finds them by name in a file that
/// somebody else has written, and an [Initializer][org.sardonyx.frontend.weights.Initializer] draws them from a seed before
/// anything has been learnt.
///
/// Files come from outside and are not trusted. Sizes, counts and offsets are held against the size of the file before they
/// are used, what a compressed entry expands to is bounded by what can be in it, and whatever is wrong is a
/// [org.sardonyx.ir.ModelException] that names the file and the tensor.
package org.sardonyx.frontend.weights;
