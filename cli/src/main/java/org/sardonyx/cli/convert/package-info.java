/// `sardonyx convert`.
package org.sardonyx.cli.convert;
