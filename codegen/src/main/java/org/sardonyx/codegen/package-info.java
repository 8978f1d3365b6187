/// Turns a fused graph into the kernels of a compiled model.
///
/// Every group is lowered to naive loops, scheduled (tiled, unrolled, vectorised, mapped to the device) and rendered as
/// OpenCL C or as a JVM class; the tensors between kernels are laid out in one planned arena. The result is a Program of
/// `org.sardonyx.runtime`, which runs it without knowing this module: compiling and running are two programs that
/// meet in one documented file. A schedule changes the order of the work and never its meaning, so the naive loops stay
/// the oracle of the fast ones.
package org.sardonyx.codegen;
