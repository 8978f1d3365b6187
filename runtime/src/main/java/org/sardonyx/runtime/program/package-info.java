/// A compiled model: steps over one arena.
///
/// A [org.sardonyx.runtime.program.Program] is what the compiler makes of a graph with fixed shapes. Its values lie in
/// places that were planned ahead: in the arena, which is one block of memory that values share whose lifetimes do not
/// overlap; among the constants; or in the memory of an input or output. A step runs a kernel over such places, or has an
/// operator evaluated by the interpreter where no kernel can be made.
package org.sardonyx.runtime.program;
