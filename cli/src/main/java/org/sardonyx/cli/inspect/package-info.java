/// `sardonyx inspect`: what is in a model and what it costs, node by node.
package org.sardonyx.cli.inspect;
