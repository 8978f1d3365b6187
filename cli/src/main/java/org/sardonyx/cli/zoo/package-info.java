/// `sardonyx zoo`: the networks of the literature, listed and written to files.
package org.sardonyx.cli.zoo;
