import java.nio.file.Path;
import java.util.Map;

import org.sardonyx.frontend.ModelFile;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.runtime.Devices;
import org.sardonyx.runtime.Session;

/// Reads an ONNX file and runs it: with `sardonyx-frontend`, `sardonyx-runtime` and `sardonyx-codegen` on the class path,
/// `java --add-modules jdk.incubator.vector -cp ... examples/TenLines.java examples/digits/lenet5.onnx`.
public class TenLines {
    public static void main(String[] arguments) {
        Graph graph = ModelFile.read(Path.of(arguments[0])).graph();
        try (Session session = Session.open(graph, Devices.available().choose("auto").device())) {
            Tensor image = Tensor.ofFloats(new long[] {1, 1, 32, 32}, new float[32 * 32]);
            Tensor digit = (Tensor) session.run(Map.of("image", image)).get("digit");
            for (int i = 0; i < digit.size(); i++) {
                System.out.println(i + ": " + digit.getDouble(i));
            }
        }
    }
}
