/// What the commands share in talking to a person at a terminal.
package org.sardonyx.cli.terminal;
