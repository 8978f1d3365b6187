package org.sardonyx.tests.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.sardonyx.codegen.model.ModelCompiler;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.Numerics;
import org.sardonyx.runtime.Session;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.runtime.model.CompiledModel;
import org.sardonyx.runtime.model.Target;
import org.sardonyx.tests.TestDevices;
import org.sardonyx.tests.TestTensors;

/// What happens to jars that something has been done to.
class DamagedJarTest {
    private static final String ROOT = "META-INF/sardonyx/" + Models.CLASS + "/";

    @TempDir
    private Path folder;
    private Path jar;
    private byte[] good;
    private Map<String, Value> inputs;
    private Map<String, Value> expected;

    @BeforeEach
    void compile() throws IOException {
        Graph graph = Models.layers("conv 4 3 relu flatten linear 10");
        jar = Models.compile(graph, folder.resolve("model.jar"), 1);
        good = Files.readAllBytes(jar);
        inputs = Map.of("x", TestTensors.random(Models.images(1), 1));
        expected = Models.expected(graph, inputs);
    }

    private Map<String, Value> run() {
        try (Session session = Session.open(jar)) {
            return session.run(inputs);
        }
    }

    private String problem() {
        return assertThrows(ModelException.class, this::run).getMessage();
    }

    /// The driver of a device is not given anything that has not been checked.
    @Test
    void aChangedKernelOfADeviceIsNotBuilt() throws IOException {
        TestDevices.get("opencl");
        ModelCompiler compiler =
                new ModelCompiler(Models.layers("conv 4 3 relu"), Models.CLASS, "tests", Numerics.FAST);
        compiler.compile(new Target(Target.Kind.OPENCL_GPU, 1), Map.of("x", Models.images(1)));
        compiler.finish().write(jar);
        Map<String, byte[]> entries = entries();
        List<String> kernels = entries.keySet().stream().filter(name -> name.endsWith(".cl")).toList();
        assertFalse(kernels.isEmpty());
        for (String kernel : kernels) {
            Map<String, byte[]> changed = new LinkedHashMap<>(entries);
            byte[] content = changed.get(kernel).clone();
            content[content.length / 2] ^= 1;
            changed.put(kernel, content);
            pack(changed, ZipEntry.DEFLATED);
            String problem = problem();
            assertTrue(problem.startsWith(jar + ": " + kernel + ": has been changed"), problem);
        }
    }

    private Map<String, byte[]> entries() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile file = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements();) {
                ZipEntry entry = all.nextElement();
                entries.put(entry.getName(), file.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    /// Writes the entries again, as another program would.
    private void pack(Map<String, byte[]> entries, int method) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry header = new ZipEntry(entry.getKey());
                header.setMethod(method);
                if (method == ZipEntry.STORED) {
                    CRC32 checksum = new CRC32();
                    checksum.update(entry.getValue());
                    header.setSize(entry.getValue().length);
                    header.setCrc(checksum.getValue());
                }
                zip.putNextEntry(header);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
    }

    @Test
    void aChangedByteInAnyEntryIsRefusedWithItsName() throws IOException {
        int tried = 0;
        for (Map.Entry<String, byte[]> entry : entries().entrySet()) {
            int place = offset(good, entry.getKey());
            for (int offset : new int[] {0, entry.getValue().length / 2, entry.getValue().length - 1}) {
                byte[] bad = good.clone();
                bad[place + offset] ^= 4;
                Files.write(jar, bad);
                String message =
                        assertThrows(ModelException.class, this::run, entry.getKey() + " " + offset).getMessage();
                assertTrue(message.startsWith(jar + ": " + entry.getKey() + ": "), entry.getKey() + ": " + message);
                tried++;
            }
        }
        assertTrue(tried > 30, tried + " bytes");
    }

    /// Where the data of an entry are: behind its name, and the field that aligns them.
    private static int offset(byte[] file, String name) {
        byte[] header = name.getBytes(StandardCharsets.UTF_8);
        for (int at = 30; at < file.length; at++) {
            if (file[at - 30] == 'P' && file[at - 28] == 3 && file[at - 4] == header.length
                    && Arrays.equals(file, at, at + header.length, header, 0, header.length)) {
                return at + header.length + file[at - 2];
            }
        }
        throw new AssertionError(name);
    }

    @Test
    void aJarThatIsCutOffIsRefused() throws IOException {
        for (int length : new int[] {0, 1, 21, 1000, good.length / 2, good.length - 1}) {
            Files.write(jar, Arrays.copyOf(good, length));
            assertEquals(jar + ": is no jar, or has been cut off: it does not end with a directory", problem());
        }
    }

    /// Whatever byte is changed, in the data or around them: the result is right, or there is a message.
    @Test
    void noChangedByteGivesAnotherResult() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] bad = good.clone();
            int at = i % 2 == 0 ? random.nextInt(good.length) : good.length - 1 - random.nextInt(3000);
            bad[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(jar, bad);
            try {
                assertTrue(Models.same(expected, run()), "byte " + at);
            } catch (ModelException e) {
                assertTrue(e.getMessage().startsWith(jar.toString()), e.getMessage());
                refused++;
            }
        }
        assertTrue(refused > 200, refused + " of 300");
    }

    @Test
    void otherJarsAndFilesAreRefused() throws IOException {
        pack(Map.of("a/B.class", new byte[] {1}), ZipEntry.DEFLATED);
        assertEquals(jar + ": is a jar, but holds no compiled model: it has no entry META-INF/sardonyx/*/model.txt",
                problem());
        Files.writeString(jar, "graph");
        assertEquals(jar + ": is no jar, or has been cut off: it does not end with a directory", problem());
        Files.delete(jar);
        assertEquals(jar + ": there is no such file", problem());
        Files.createDirectory(jar);
        assertEquals(jar + ": is a folder, expected a compiled model, which is a jar", problem());
    }

    @Test
    void severalModelsInAJarAreOpenedByTheirClasses() throws IOException {
        Map<String, byte[]> entries = entries();
        entries.put("META-INF/sardonyx/a.B/model.txt", new byte[0]);
        pack(entries, ZipEntry.STORED);
        assertEquals(jar + ": holds 2 compiled models: " + ROOT
                + "model.txt, META-INF/sardonyx/a.B/model.txt; put it on the "
                + "class path and open one by its class", problem());
    }

    private String withManifest(String old, String replacement) throws IOException {
        Map<String, byte[]> entries = entries();
        entries.computeIfPresent(ROOT + "model.txt", (_, text) -> new String(text, StandardCharsets.UTF_8)
                .replace(old, replacement).getBytes(StandardCharsets.UTF_8));
        pack(entries, ZipEntry.STORED);
        return problem();
    }

    @Test
    void otherVersionsAreRefused() throws IOException {
        String start = jar + ": " + ROOT + "model.txt: ";
        assertEquals(start
                + "the compiled model is of format 3, made by \"tests\"; this runtime reads format 2: use a newer "
                + "runtime", withManifest("sardonyx-model 2", "sardonyx-model 3"));
        assertEquals(start
                + "the compiled model is of format 0, made by \"tests\"; this runtime reads format 2: compile the "
                + "model again", withManifest("sardonyx-model 3", "sardonyx-model 0"));
        assertEquals(start + "has no version of the format: 'x'", withManifest("sardonyx-model 0", "sardonyx-model x"));
        assertEquals(start + "is not the manifest of a compiled model: it does not begin with 'sardonyx-model '",
                withManifest("sardonyx-model x", "model"));
    }

    @Test
    void aMissingEntryIsRefused() throws IOException {
        for (String name : entries().keySet()) {
            if (!name.equals("META-INF/MANIFEST.MF") && !name.equals(ROOT + "model.txt")) {
                Map<String, byte[]> entries = entries();
                byte[] entry = entries.remove(name);
                pack(entries, ZipEntry.STORED);
                assertEquals(jar + ": " + name + ": is missing", problem());
                entries.put(name, entry);
                pack(entries, ZipEntry.STORED);
            }
        }
    }

    /// A tool that packs jars again compresses weights, or moves them: then they are copied.
    @Test
    void packedAgainItStillRuns() throws IOException {
        for (int method : new int[] {ZipEntry.DEFLATED, ZipEntry.STORED}) {
            pack(entries(), method);
            assertFalse(Arrays.equals(good, Files.readAllBytes(jar)));
            assertTrue(Models.same(expected, run()));
        }
    }

    @Test
    void aFileThatChangesAfterItWasOpenedIsRefused() throws IOException {
        CompiledModel model = CompiledModel.open(jar);
        Files.write(jar, Arrays.copyOf(good, good.length - 10));
        assertEquals(jar + ": has changed since it was opened: it was of " + good.length + " bytes and is of "
                + (good.length - 10), assertThrows(ModelException.class, model::session).getMessage());
    }

    @Test
    void aReadOnlyFileIsEnough() throws IOException {
        assertTrue(jar.toFile().setReadOnly());
        assertTrue(folder.toFile().setWritable(false));
        try {
            assertTrue(Models.same(expected, run()));
        } finally {
            assertTrue(folder.toFile().setWritable(true));
        }
    }

    @Test
    void devicesWithoutKernelsAreRefused() {
        CompiledModel model = CompiledModel.open(jar);
        for (String device : new String[] {"interpreter", "opencl"}) {
            assertEquals(
                    jar + ": has no kernels for the device '" + device + "', only for jvm"
                            + (device.equals("opencl") ? "; compile it with --target opencl" : ""),
                    assertThrows(ModelException.class,
                            () -> model.session(device, SessionOptions.DEFAULT)).getMessage());
        }
    }

    @Test
    void outputsOutliveTheSession() {
        Tensor output = (Tensor) run().get("output");
        assertTrue(((Tensor) expected.get("output")).sameContent(output));
    }
}
