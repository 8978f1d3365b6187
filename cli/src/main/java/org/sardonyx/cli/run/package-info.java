/// `sardonyx run`: runs a model once and shows what came out.
package org.sardonyx.cli.run;
