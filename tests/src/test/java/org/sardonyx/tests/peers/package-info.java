/// Speed beside that of another runtime, measured: the program behind the script `tests/bench-peers`.
package org.sardonyx.tests.peers;
