/// Turns a graph into a program of kernels.
///
/// ```
/// Graph -> passes.Pipeline -> lower.GraphLowering: kernel builders, memory.ArenaPlan -> jvm.JvmRenderer -> Program
/// ```
///
/// Every group of nodes becomes a kernel in the loop language of `org.sardonyx.ir.loop`, tiled and vectorised by its builder,
/// and rendered as a JVM class; what there is no kernel for stays a step of the interpreter. The tensors between the steps
/// lie in one planned arena. The result is a Program of `org.sardonyx.runtime`, which runs it without knowing this
/// module. A kernel changes the order of the work and never its meaning: the interpreter of graphs stays the oracle of
/// programs, and that of loops the oracle of rendered kernels.
package org.sardonyx.codegen;
