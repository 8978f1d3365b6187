package org.sardonyx.cli;

import java.util.Optional;

import picocli.CommandLine.IVersionProvider;

/// The version that the build wrote into the jar's manifest.
public final class Version implements IVersionProvider {

    /// `sardonyx 0.1.0`
    public static String text() {
        return "sardonyx "
                + Optional.ofNullable(Main.class.getPackage().getImplementationVersion()).orElse("(unpackaged)");
    }

    /// The Java virtual machine and the system it runs on.
    static String platform() {
        return "Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + "), "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    @Override
    public String[] getVersion() {
        return new String[] {text(), platform()};
    }
}
