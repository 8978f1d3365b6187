/// `sardonyx compile`: models become jars.
package org.sardonyx.cli.compile;
