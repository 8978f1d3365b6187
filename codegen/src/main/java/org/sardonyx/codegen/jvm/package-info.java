/// Renders kernels as classes of the Java virtual machine: vectors become calls of the Vector API, which the virtual machine
/// compiles to single instructions. The Vector API is named here by its name only; classes that use it are loaded where it
/// is present. Where it is not, kernels are built for vectors of one lane and become plain loops.
package org.sardonyx.codegen.jvm;
