/// Speed beside that of another runtime, measured: the programs behind the scripts `tests/bench-peers` and
/// `tests/bench-compiled`.
package org.sardonyx.tests.peers;
