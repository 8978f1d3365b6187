/// The language in which kernels are written: loops over buffers, with scalars and vectors.
///
/// A [org.sardonyx.ir.loop.LoopKernel] has buffers of float32, parameters (sizes and strides, whole numbers of 64 bits), and
/// a body that is run for each index of an outermost loop, in any order and by several threads. Sizes are parameters rather than
/// constants wherever the inner loop can do without knowing them, so that few kernels serve a whole network.
///
/// On a GPU an index may be the business of a [org.sardonyx.ir.loop.WorkGroup]: items that run the body together, share small buffers,
/// and wait for each other at barriers. Where a GPU has tensor cores, 32 items multiply small
/// matrices together, see [org.sardonyx.ir.loop.MatrixForm]. Devices that have no such groups are not given such kernels.
///
/// Kernels are built by code, schedules included: an unrolled loop is a loop in the builder. They are rendered for a
/// device, and [org.sardonyx.ir.loop.LoopInterpreter] defines what they compute.
package org.sardonyx.ir.loop;
