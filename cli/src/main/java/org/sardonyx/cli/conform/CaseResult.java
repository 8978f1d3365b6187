package org.sardonyx.cli.conform;

/// How a case ended.
///
/// @param name the case's name
/// @param passed whether all outputs were as expected
/// @param reason why it failed; what was not compared, or empty, if it passed
/// @param errors how far the outputs were from the expected ones, as far as they were compared
/// @param milliseconds how long it took to read, run and compare
public record CaseResult(String name, boolean passed, String reason, Errors errors, long milliseconds) {}
