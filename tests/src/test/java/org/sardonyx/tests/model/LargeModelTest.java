package org.sardonyx.tests.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import org.sardonyx.codegen.model.ModelCompiler;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Gather;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.runtime.Numerics;
import org.sardonyx.runtime.Session;

/// A model of more than 4 GiB. It takes half a minute and as much space on the disk, so it is run with `-Dlarge=true`.
@EnabledIfSystemProperty(named = "large", matches = "true")
class LargeModelTest {
    private static final int TABLES = 5;
    private static final long ROWS = 1 << 18;

    @TempDir
    private Path folder;

    /// Tables of a gigabyte each, in which numbers are looked up: nearly all of them zero, in a file with holes.
    @Test
    void offsetsOf64BitsAreWrittenAndRead() throws IOException {
        Path holes = folder.resolve("tables");
        GraphBuilder builder = new GraphBuilder("large");
        Operand row = builder.input("row", TensorType.of(DataType.INT64, 1));
        try (Arena memory = Arena.ofShared()) {
            for (int i = 0; i < TABLES; i++) {
                long columns = 1000 + i;
                Tensor table = Tensor.of(DataType.FLOAT32, table(holes, i, ROWS * columns * Float.BYTES, memory), ROWS,
                        columns);
                table.setDouble(ROWS * columns - 1, i + 1);
                builder.output("y" + i, builder.apply(new Gather(0), builder.constant(table), row));
            }
            Graph graph = builder.build();
            ModelCompiler compiler = new ModelCompiler(graph, "a.b.Large", "tests", Numerics.FAST);
            compiler.compile(1, Map.of());
            Path jar = folder.resolve("large.jar");
            compiler.finish().write(jar);
            assertTrue(Files.size(jar) > 1L << 32, Files.size(jar) + " bytes");
            try (Session session = Session.open(jar)) {
                var outputs = session.run(Map.of("row", Tensor.vector(ROWS - 1)));
                for (int i = 0; i < TABLES; i++) {
                    Tensor found = (Tensor) outputs.get("y" + i);
                    assertEquals(i + 1, found.getDouble(found.size() - 1));
                }
            }
        }
    }

    private static MemorySegment table(Path file, int number, long bytes, Arena memory) throws IOException {
        try (FileChannel channel = FileChannel.open(file.resolveSibling(file.getFileName() + "" + number),
                StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(MapMode.READ_WRITE, 0, bytes, memory);
        }
    }
}
