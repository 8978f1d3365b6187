/// Tests that need more than one module; a module's own tests live beside its code.
package org.sardonyx.tests;
