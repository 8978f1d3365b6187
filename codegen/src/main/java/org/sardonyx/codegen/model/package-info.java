/// Compiles models ahead of time: programs and kernels for the jar that `org.sardonyx.runtime.model` writes, and the class
/// that stands for the model in programs.
package org.sardonyx.codegen.model;
