/// What the analyses of graphs say, compared with what the interpreter does.
package org.sardonyx.tests.analysis;
