/// Puts the values of a program into one arena, so that those whose lifetimes do not overlap share memory.
package org.sardonyx.codegen.memory;
