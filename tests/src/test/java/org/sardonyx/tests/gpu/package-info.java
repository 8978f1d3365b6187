/// What a GPU makes of the networks of the zoo, measured: the program behind the script `tests/bench-gpu`.
package org.sardonyx.tests.gpu;
