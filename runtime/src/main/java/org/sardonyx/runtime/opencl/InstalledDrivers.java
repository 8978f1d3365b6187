package org.sardonyx.runtime.opencl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Which drivers a Linux system has, by the files that name them to OpenCL's loader: a look into a folder, where to load a driver
/// takes a few tenths of a second.
///
/// @param folder of these files
/// @param environment the environment variables by name, null for none
record InstalledDrivers(Path folder, UnaryOperator<String> environment) {
    private static final Path FOLDER = Path.of("/etc/OpenCL/vendors");
    /// What has the loaders look elsewhere.
    private static final List<String> VARIABLES =
            List.of("OCL_ICD_VENDORS", "OPENCL_VENDOR_PATH", "OCL_ICD_FILENAMES", "POCL_DEVICES");
    private static final String SUFFIX = ".icd";
    private static final String OF_PROCESSORS = "pocl";

    static InstalledDrivers ofSystem() {
        return new InstalledDrivers(FOLDER, System::getenv);
    }

    /// Whether the only driver is PoCL, which runs kernels on the processor.
    boolean areForProcessorsOnly() {
        if (VARIABLES.stream().anyMatch(name -> environment.apply(name) != null)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> drivers = files.map(file -> file.getFileName().toString().toLowerCase(Locale.ROOT))
                    .filter(name -> name.endsWith(SUFFIX)).toList();
            return !drivers.isEmpty() && drivers.stream().allMatch(name -> name.startsWith(OF_PROCESSORS));
        } catch (IOException _) {
            return false;
        }
    }
}
