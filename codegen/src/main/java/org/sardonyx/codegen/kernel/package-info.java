/// Builders of kernels. Tile sizes are arguments of a builder; sizes and strides of tensors are parameters of the kernel, so
/// that layers which differ in these only share it.
///
/// Tensors of convolutions lie channels-last: batch, row, column, channel. The channels of a pixel follow each other, which
/// makes a row of a window one run of numbers, and a convolution a matrix product whose rows are such runs.
package org.sardonyx.codegen.kernel;
