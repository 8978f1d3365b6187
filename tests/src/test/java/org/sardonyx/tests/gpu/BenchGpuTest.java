package org.sardonyx.tests.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.sardonyx.ir.ModelException;
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
                + "\npytorch  not asked for\nmeasured lenet5, batch 1: .* agrees\n"
                + ".*lenet5, batch 1\nSTEP .*lenet5, batch 3\nSTEP .*"
                + "\nMODEL .*\nlenet5 +1 +2 .* agree\nlenet5 +3 +2 .* agree\n"), text.toString());
    }

    @Test
    void whatIsWrongWithArgumentsIsTold() {
        for (Map.Entry<String, String> wrong : Map.of("--batches 0", "--batches 0: expected 1 to 65536", "--runs",
                "--runs: expected a value", "--fast", "there is no option --fast; see --help", "--reference cuda",
                "--reference: expected interpreter or jvm").entrySet()) {
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
