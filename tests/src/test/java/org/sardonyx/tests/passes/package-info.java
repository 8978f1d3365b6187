/// What the passes make of real networks and of generated graphs: the same values, in few kernels.
package org.sardonyx.tests.passes;
