package org.sardonyx.tests.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.sardonyx.frontend.onnx.OnnxImporter;
import org.sardonyx.frontend.zoo.Zoo;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.ir.value.Value;
import org.sardonyx.runtime.Device;
import org.sardonyx.runtime.Session;
import org.sardonyx.runtime.SessionOptions;
import org.sardonyx.tests.TestDevices;
import org.sardonyx.tests.TestTensors;

/// Sessions that are opened often, used by many threads, or forgotten. A minute of many threads takes
///
/// ```console
/// $ mvn verify -pl tests -am -Dsoak.seconds=60 -Dtest=SessionSoakTest -Dsurefire.failIfNoSpecifiedTests=false
/// ```
@Timeout(300)
class SessionSoakTest {
    private static final int THREADS = 8;
    /// More batches than programs are kept, so that some are freed and made again.
    private static final int BATCHES = 10;

    private static Tensor run(Session session, Tensor x) {
        return (Tensor) session.run(Map.of("x", x)).get("output");
    }

    private static void openAndClose(Graph graph, Device device, int times) {
        Tensor x = Networks.input(1, 1);
        for (int i = 0; i < times; i++) {
            try (Session session = Session.open(graph, device, SessionOptions.DEFAULT.withThreads(1 + i % 3))) {
                run(session, x);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.sardonyx.tests.TestDevices#compiling")
    void aThousandSessionsLeaveNothing(String name) throws InterruptedException {
        Graph graph = Networks.classifier();
        Device device = TestDevices.get(name);
        openAndClose(graph, device, 100);
        Usage before = Usage.settled();
        openAndClose(graph, device, 1_000);
        Usage after = before.awaitNoMore();
        assertFalse(before.isLessThan(after), "before " + before + ", after " + after);
    }

    @ParameterizedTest
    @MethodSource("org.sardonyx.tests.TestDevices#compiling")
    void sessionsThatAreForgottenLeaveNothing(String name) throws InterruptedException {
        Graph graph = Networks.classifier();
        Device device = TestDevices.get(name);
        openAndClose(graph, device, 10);
        Usage before = Usage.settled();
        Tensor x = Networks.input(1, 1);
        for (int i = 0; i < 50; i++) {
            run(Session.open(graph, device, SessionOptions.DEFAULT.withThreads(3)), x);
        }
        Usage after = before.awaitNoMore();
        assertFalse(before.isLessThan(after), "before " + before + ", after " + after);
    }

    /// A hundred megabytes of weights, of which half must be seen to go: the virtual machine takes memory meanwhile.
    @ParameterizedTest
    @MethodSource("org.sardonyx.tests.TestDevices#compiling")
    void closingFreesAtOnce(String name) throws InterruptedException {
        Graph graph = Networks.of("flatten linear 100000 relu linear 50");
        Session session = Session.open(graph, TestDevices.get(name), SessionOptions.DEFAULT.withThreads(1));
        run(session, Networks.input(1, 1));
        Usage open = Usage.settled();
        assumeTrue(open.residentBytes() > 0);
        session.close();
        long freed = open.residentBytes() - Usage.now().residentBytes();
        assertTrue(freed > 50 << 20, freed + " bytes are freed");
        assertEquals(2, graph.outputs().size() + graph.inputs().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lenet5", "squeezenet-1.1", "mobilenet-v2", "resnet-18"})
    void anyNumberOfThreadsGivesTheSameBits(String network) {
        Graph graph = OnnxImporter.read(Zoo.network(network, Map.of()).model()).graph();
        String name = graph.inputNames().getFirst();
        Tensor image = Tensor.allocate(DataType.FLOAT32, graph.inputs().getFirst().shape().dimensions().stream()
                .mapToLong(size -> size.constant().orElse(2)).toArray());
        TestTensors.fill(image, 7);
        Device device = Networks.jvm();
        List<Map<String, Value>> outputs = new ArrayList<>();
        for (int threads = 1; threads <= 3; threads++) {
            try (Session session = Session.open(graph, device, SessionOptions.DEFAULT.withThreads(threads))) {
                outputs.add(session.run(Map.of(name, image)));
            }
        }
        outputs.forEach(found -> outputs.getFirst().forEach((output, value) -> assertTrue(
                ((Tensor) value).sameContent((Tensor) found.get(output)), output)));
    }

    /// Growth is looked for in the second half of the time: before that the heap and the allocator of the system take what they
    /// keep.
    @ParameterizedTest
    @MethodSource("org.sardonyx.tests.TestDevices#compiling")
    void manyThreadsGetTheSameBitsWithoutGrowth(String name) throws Exception {
        List<Tensor> inputs = new ArrayList<>();
        List<Tensor> expected = new ArrayList<>();
        Graph graph = Networks.classifier();
        Device device = TestDevices.get(name);
        try (Session session = Session.open(graph, device, SessionOptions.DEFAULT.withThreads(1))) {
            for (int batch = 1; batch <= BATCHES; batch++) {
                inputs.add(Networks.input(batch, batch));
                expected.add(run(session, inputs.getLast()));
            }
        }
        try (Session session = Session.open(graph, device)) {
            useByThreads(session, inputs, expected);
            Usage before = Usage.settled();
            useByThreads(session, inputs, expected);
            Usage after = before.awaitNoMore();
            assertFalse(before.isLessThan(after), "before " + before + ", after " + after);
        }
    }

    private static void useByThreads(Session session, List<Tensor> inputs, List<Tensor> expected) throws Exception {
        long end = System.nanoTime() + Long.getLong("soak.seconds", 4) * 500_000_000L;
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<Integer>> users = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                SplittableRandom random = new SplittableRandom(i);
                users.add(() -> {
                    int runs = 0;
                    for (; System.nanoTime() - end < 0; runs++) {
                        // Most runs are of a few batches, so that programs are used by several threads at a time.
                        int batch = random.nextInt(random.nextInt(100) == 0 ? BATCHES : 4);
                        assertTrue(run(session, inputs.get(batch)).sameContent(expected.get(batch)),
                                "batch " + (batch + 1));
                    }
                    return runs;
                });
            }
            for (Future<Integer> user : threads.invokeAll(users)) {
                assertTrue(user.get() > 0);
            }
        }
    }
}
