/// Images as inputs of a model: decoded with the JDK, resized to the input's height and width, and normalised.
///
/// An image file is not trusted: its size is checked before anything is decoded.
package org.sardonyx.cli.image;
