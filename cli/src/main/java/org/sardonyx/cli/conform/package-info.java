/// `sardonyx conform`: runs models on inputs whose outputs are known and compares.
///
/// [ConformanceSuite] finds the cases in folders laid out as the ONNX backend suite is, [SuiteRunner] runs them on a
/// [org.sardonyx.runtime.Device], [Comparison] compares what came out with what was expected, and the results go to a [Report] or are held
/// against [ExpectedFailures]. [ConformCommand] is the command line over these; tests call the same classes.
package org.sardonyx.cli.conform;
