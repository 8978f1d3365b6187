/// `sardonyx bench`: how fast models run, and how near to the machine's peak.
package org.sardonyx.cli.bench;
