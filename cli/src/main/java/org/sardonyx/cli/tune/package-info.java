/// The command `tune`: measures which tiles make a model fast on a device.
package org.sardonyx.cli.tune;
