package org.sardonyx.tests.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Executable;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.sardonyx.codegen.model.ModelCompiler;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.text.GraphParser;
import org.sardonyx.runtime.Numerics;
import org.sardonyx.runtime.model.CompiledModel;

/// The source of a model's class, which is made by itself, says what the class does: the Java compiler makes the same of it.
class ModelSourceTest {
    private static final List<String> GRAPHS = List.of("""
            graph "scale"(%x: float32[2, 2] = "in:0", %y: float32[2, 2] = "class") {
              %0: float32[2, 2] = binary(%x, %y) {function = MULTIPLY}
              return "1st out" = %0
            }
            """, """
            graph "two"(%x: float32[2, 2] = "x", %i: int64[3] = "i") {
              %0: float32[2, 2] = binary(%x, %x) {function = ADD}
              %1: int64[3] = binary(%i, %i) {function = ADD}
              return "run" = %0, "close" = %1
            }
            """);

    @TempDir
    private Path folder;

    private static Set<String> members(Class<?> type) {
        Stream<Executable> all = Stream.concat(Arrays.stream(type.getDeclaredConstructors()),
                Arrays.stream(type.getDeclaredMethods()));
        return new TreeSet<>(all.filter(member -> !member.isSynthetic()).map(Executable::toGenericString).toList());
    }

    @Test
    void isCompiledToTheSameMembers() throws IOException, ReflectiveOperationException {
        for (String text : GRAPHS) {
            Graph graph = GraphParser.parse(text, List.of());
            ModelCompiler compiler = new ModelCompiler(graph, "a.b.Model", "tests", Numerics.FAST);
            compiler.compile(1, Map.of());
            Path jar = folder.resolve("model.jar");
            compiler.finish().write(jar);
            String source = new String(CompiledModel.open(jar).entry("a/b/Model.java"), StandardCharsets.UTF_8);
            Path file = folder.resolve("source/a/b/Model.java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, source);
            JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
            StringWriter messages = new StringWriter();
            assertTrue(javac.getTask(messages, null, null,
                    List.of("-Xlint:all,-path", "-Werror", "-cp", System.getProperty("java.class.path"), "-d",
                            folder.resolve("classes").toString()),
                    null, javac.getStandardFileManager(null, null, null).getJavaFileObjects(file)).call(),
                    messages.toString());
            try (URLClassLoader made = loader(jar); URLClassLoader compiled = loader(folder.resolve("classes"))) {
                for (String name : List.of("a.b.Model", "a.b.Model$Outputs")) {
                    assertEquals(members(compiled.loadClass(name)), members(made.loadClass(name)));
                }
            }
        }
    }

    private static URLClassLoader loader(Path place) throws IOException {
        return new URLClassLoader(new URL[] {place.toUri().toURL()}, ModelSourceTest.class.getClassLoader());
    }
}
