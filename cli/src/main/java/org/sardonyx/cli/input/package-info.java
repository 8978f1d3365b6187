/// The inputs of a run as they are asked for on the command line: files, shapes, and seeded random numbers for what is not
/// given.
package org.sardonyx.cli.input;
