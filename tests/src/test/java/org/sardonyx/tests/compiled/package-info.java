/// Compiled models, compared with the interpreter.
package org.sardonyx.tests.compiled;
