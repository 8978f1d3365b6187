/// Sardonyx inside another program: what the README shows, compiled and run.
package org.sardonyx.tests.embedding;
