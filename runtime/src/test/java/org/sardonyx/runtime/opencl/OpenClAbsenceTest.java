package org.sardonyx.runtime.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URL;
import java.net.URLClassLoader;

import org.junit.jupiter.api.Test;

/// Who does not have JOCL gets a reason, and no class of it is loaded before.
class OpenClAbsenceTest {
    @Test
    void withoutTheLibraryThereAreNoDevices() throws Exception {
        URL[] classes = {OpenClDevices.class.getProtectionDomain().getCodeSource().getLocation()};
        ClassLoader rest = new ClassLoader(OpenClDevices.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.startsWith("org.jocl.") || name.startsWith("org.sardonyx.runtime.")) {
                    throw new ClassNotFoundException(name);
                }
                return super.loadClass(name, resolve);
            }
        };
        try (URLClassLoader loader = new URLClassLoader(classes, rest)) {
            Object found = loader.loadClass(OpenClDevices.class.getName()).getMethod("find").invoke(null);
            assertEquals("OpenClDevices[contexts=[], absence=the library org.jocl:jocl is not on the class path]",
                    found.toString());
        }
    }
}
