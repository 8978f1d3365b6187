/// The `sardonyx` command: one class per sub-command over the same public classes an application uses.
///
/// Exit codes: 0 for success, 1 when a comparison failed, 2 for bad input or bad usage, 70 for an internal error.
package org.sardonyx.cli;
