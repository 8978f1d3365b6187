package org.sardonyx.tests.gpu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.loop.LoopInterpreter;
import org.sardonyx.ir.loop.MatrixForm;
import org.sardonyx.tests.TestDevices;

class BenchGpuTest {
    /// In the form for GPUs, on whatever device is there.
    @Test
    void aSmallNetworkIsCheckedAndMeasured() {
        TestDevices.get("opencl");
        StringWriter text = new StringWriter();
        assertTrue(BenchGpu.run(new PrintWriter(text), "--device", "opencl:0", "--as-gpu", "--batches", "1,3", "--runs",
                "2",
                "--steps", "lenet5"), text.toString());
        assertTrue(text.toString().matches("(?s)device   .*\npeak     [0-9.]+ GFLOP/s .*, [0-9.]+ GB/s .*"
                + "\nnumerics tf32 is left out: opencl:0 has no tensor cores .*"
                + "\npytorch  not asked for\nmeasured lenet5, batch 1, fast: .* agrees\n"
                + ".*lenet5, batch 1, fast\nSTEP .*lenet5, batch 3, half\nSTEP .*"
                + "\nMODEL .*\nlenet5 +1 +fast +2 .* agree\nlenet5 +1 +half +2 .* agree\n"
                + "lenet5 +3 +fast +2 .* agree\nlenet5 +3 +half +2 .* agree\n"), text.toString());
    }

    /// Each of eight sums, which begin with 0 to 7, gets the square of 3/4 for each column of the left matrix, three times.
    @ParameterizedTest
    @EnumSource
    void thePeakOfMatricesIsComputed(MatrixForm form) {
        float[] y = new float[MatrixPeak.ITEMS * MatrixPeak.LANES];
        Arrays.fill(y, 1);
        LoopInterpreter.run(MatrixPeak.kernel(form), new float[][] {y}, new long[] {3}, 0, 1);
        float[] expected = new float[y.length];
        Arrays.fill(expected, 8 * 3 * form.depth() * 0.5625f + 28);
        assertArrayEquals(expected, y);
    }

    @Test
    void whatIsWrongWithArgumentsIsTold() {
        for (Map.Entry<String, String> wrong : Map.of("--batches 0", "--batches 0: expected 1 to 65536", "--runs",
                "--runs: expected a value", "--fast", "there is no option --fast; see --help", "--reference cuda",
                "--reference: expected interpreter or jvm", "--numerics fast,slow",
                "--numerics slow: expected strict, fast, tf32 or half").entrySet()) {
            assertEquals(wrong.getValue(), assertThrows(ModelException.class,
                    () -> BenchGpu.run(new PrintWriter(new StringWriter()), wrong.getKey().split(" "))).getMessage());
        }
    }

    @Test
    void thePeersTimesAreRead() {
        TorchPeer peer = TorchPeer.parse(List.of("2.9.0 on a GPU", "resnet-50\t8\tfloat32\t1.5", ""));
        assertEquals(Optional.of(1.5), peer.milliseconds("resnet-50", 8, "float32"));
        assertEquals(Optional.empty(), peer.milliseconds("resnet-50", 8, "tf32"));
        assertEquals(List.of("2.9.0 on a GPU"), peer.remarks());
    }

    @Test
    void aPeerThatIsNotThereIsARemark() {
        TorchPeer peer = TorchPeer.measure(Path.of("there", "is", "no.py"), List.of(1L), List.of("lenet5"));
        assertTrue(peer.milliseconds().isEmpty());
        assertEquals(1, peer.remarks().size(), peer.remarks().toString());
    }
}
