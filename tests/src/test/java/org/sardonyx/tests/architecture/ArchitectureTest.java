package org.sardonyx.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds this build against the architecture; [ArchitectureRulesTest] shows that the rules can fail.
class ArchitectureTest {
    private static final int LONGEST_FILE = 500;

    static Stream<String> modules() throws IOException {
        return Reactor.find().modules().stream();
    }

    static Stream<String> modulesWithMainCode() throws IOException {
        return modules().filter(module -> !module.equals("tests"));
    }

    @ParameterizedTest
    @MethodSource("modulesWithMainCode")
    void classesNameOnlyWhatTheirModuleMayImport(String module) throws IOException {
        List<Path> classFiles = Reactor.find().classFiles(module);
        assertFalse(classFiles.isEmpty(), "no class file found, so nothing was checked");

        var violations = new ArrayList<String>();
        for (Path file : classFiles) {
            violations.addAll(Architecture.violations(ClassFile.of().parse(file)));
        }
        assertEquals(List.of(), violations);
    }

    @ParameterizedTest
    @MethodSource("modulesWithMainCode")
    void classesLiveInThePackageOfTheirModule(String module) throws IOException {
        Path home = Path.of("org/sardonyx", module.replace('-', '/'));
        var reactor = Reactor.find();
        Path classes = reactor.root().resolve(module, "target/classes");
        List<Path> strangers = reactor.classFiles(module).stream().map(classes::relativize)
                .filter(file -> !file.startsWith(home)).toList();
        assertEquals(List.of(), strangers);
    }

    /// An access to memory of one thread alone leaves its trace in what the virtual machine knows of all accesses: from then on
    /// its compiler has those of kernels ask for the thread, and takes three times as long for a kernel.
    @ParameterizedTest
    @MethodSource("modulesWithMainCode")
    void noMemoryIsConfinedToAThread(String module) throws IOException {
        List<String> users = new ArrayList<>();
        for (Path file : Reactor.find().classFiles(module)) {
            if (usesConfinedMemory(ClassFile.of().parse(file))) {
                users.add(file.getFileName().toString());
            }
        }
        assertEquals(List.of(), users);
    }

    private static boolean usesConfinedMemory(ClassModel type) {
        for (PoolEntry entry : type.constantPool()) {
            if (entry instanceof MemberRefEntry member
                    && member.owner().asInternalName().equals("java/lang/foreign/Arena")
                    && member.name().equalsString("ofConfined")) {
                return true;
            }
        }
        return false;
    }

    @Test
    void confinedMemoryIsFound() throws IOException {
        try (InputStream self = ArchitectureTest.class.getResourceAsStream("ArchitectureTest$Confined.class")) {
            assertTrue(usesConfinedMemory(ClassFile.of().parse(self.readAllBytes())));
        }
    }

    private static final class Confined {
        private static final Arena ARENA = Arena.ofConfined();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void noFileIsTooLong(String module) throws IOException {
        assertEquals(List.of(), longFiles(Reactor.find().sourceFiles(module)));
    }

    @Test
    void aLongFileIsFound(@TempDir Path folder) throws IOException {
        Path longest = Files.writeString(folder.resolve("Longest.java"), "\n".repeat(LONGEST_FILE));
        Path tooLong = Files.writeString(folder.resolve("TooLong.java"), "\n".repeat(LONGEST_FILE + 1));
        assertEquals(List.of(tooLong + " has 501 lines"), longFiles(List.of(longest, tooLong)));
    }

    private static List<String> longFiles(List<Path> files) throws IOException {
        var found = new ArrayList<String>();
        for (Path file : files) {
            int lines = Files.readAllLines(file).size();
            if (lines > LONGEST_FILE) {
                found.add("%s has %d lines".formatted(file, lines));
            }
        }
        return found;
    }
}
