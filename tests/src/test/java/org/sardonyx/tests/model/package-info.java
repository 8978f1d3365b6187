/// Models that are compiled ahead of time: jars, what is in them, and what happens to damaged ones.
package org.sardonyx.tests.model;
