/**
 * The goal {@code sardonyx:compile}: models become classes and resources of a project. It runs on the JDK that Maven runs on
 * and starts the compiler of models on the JDK that the project is built with.
 */
package org.sardonyx.maven.plugin;
