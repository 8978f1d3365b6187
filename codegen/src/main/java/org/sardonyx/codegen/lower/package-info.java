/// Makes the steps of a program of a graph with fixed shapes: chooses where each value lies and how, and the kernel for each
/// group of operators. What there is no kernel for is evaluated by the interpreter.
package org.sardonyx.codegen.lower;
