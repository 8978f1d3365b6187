/// The interpreter: runs a graph operator by operator and defines what is right.
package org.sardonyx.ir.interpreter;
