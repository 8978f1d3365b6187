/// Regular expressions whose matching takes time in proportion to the text, whatever the pattern: patterns come from
/// models, and those of `java.util.regex` can take exponential time.
package org.sardonyx.ir.regex;
