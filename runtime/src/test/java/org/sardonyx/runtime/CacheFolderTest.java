package org.sardonyx.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class CacheFolderTest {
    private static Optional<Path> find(Map<String, String> properties, Map<String, String> environment) {
        return new CacheFolder(properties::get, environment::get).find();
    }

    @Test
    void followsTheSystem() {
        Map<String, String> linux = Map.of("os.name", "Linux", "user.home", "/home/me");
        assertEquals(Optional.of(Path.of("/home/me/.cache/sardonyx")), find(linux, Map.of()));
        assertEquals(Optional.of(Path.of("/cache/sardonyx")), find(linux, Map.of("XDG_CACHE_HOME", "/cache")));
        assertEquals(Optional.of(Path.of("/home/me/.cache/sardonyx")), find(linux, Map.of("XDG_CACHE_HOME", "cache")));
        assertEquals(Optional.of(Path.of("/Users/me/Library/Caches/sardonyx")),
                find(Map.of("os.name", "Mac OS X", "user.home", "/Users/me"), Map.of()));
        assertEquals(Optional.of(Path.of("/local/sardonyx/cache")),
                find(Map.of("os.name", "Windows 11"), Map.of("LOCALAPPDATA", "/local")));
        assertEquals(Optional.empty(), find(Map.of("os.name", "Windows 11"), Map.of()));
        assertEquals(Optional.empty(), find(Map.of(), Map.of()));
    }

    @Test
    void isWhereTheUserWantsIt() {
        Map<String, String> home = Map.of("user.home", "/home/me");
        assertEquals(Optional.of(Path.of("/there")), find(home, Map.of("SARDONYX_CACHE", "/there")));
        assertEquals(Optional.empty(), find(home, Map.of("SARDONYX_CACHE", "none")));
        assertEquals(Optional.empty(), find(home, Map.of("SARDONYX_CACHE", "\0")));
        assertEquals(Optional.of(Path.of("/here")),
                find(Map.of("sardonyx.cache", "/here"), Map.of("SARDONYX_CACHE", "/there")));
    }
}
