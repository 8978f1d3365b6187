/// Graphs as text, over real models: what the printer writes the parser reads.
package org.sardonyx.tests.text;
