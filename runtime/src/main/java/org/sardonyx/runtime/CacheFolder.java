package org.sardonyx.runtime;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Where files are kept that save time and can be made again, such as built kernels: in the folder that the system property
/// `sardonyx.cache` or the environment variable `SARDONYX_CACHE` names, nowhere if that is `none`, else where the system wants
/// such files.
///
/// @param property the system properties by name, null for none
/// @param environment the environment variables by name, null for none
public record CacheFolder(UnaryOperator<String> property, UnaryOperator<String> environment) {
    private static final String NONE = "none";
    private static final String NAME = "sardonyx";

    /// That of this process.
    public static CacheFolder ofProcess() {
        return new CacheFolder(System::getProperty, System::getenv);
    }

    /// @return empty if there is none to use
    public Optional<Path> find() {
        String wanted = property.apply("sardonyx.cache");
        if (wanted == null) {
            wanted = environment.apply("SARDONYX_CACHE");
        }
        try {
            return wanted == null || wanted.isBlank()
                    ? conventional()
                    : wanted.equals(NONE) ? Optional.empty() : Optional.of(Path.of(wanted));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private Optional<Path> conventional() {
        String system = Optional.ofNullable(property.apply("os.name")).orElse("").toLowerCase(Locale.ROOT);
        Optional<Path> home = path(property.apply("user.home"));
        if (system.startsWith("windows")) {
            return path(environment.apply("LOCALAPPDATA")).map(folder -> folder.resolve(NAME).resolve("cache"));
        }
        if (system.startsWith("mac")) {
            return home.map(folder -> folder.resolve("Library").resolve("Caches").resolve(NAME));
        }
        return path(environment.apply("XDG_CACHE_HOME")).or(() -> home.map(folder -> folder.resolve(".cache")))
                .map(folder -> folder.resolve(NAME));
    }

    /// The convention of XDG: what is not absolute counts as not set.
    private static Optional<Path> path(String text) {
        return Optional.ofNullable(text).filter(some -> !some.isBlank()).map(Path::of).filter(Path::isAbsolute);
    }
}
