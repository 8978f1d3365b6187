package org.sardonyx.frontend.onnx;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.sardonyx.frontend.catalogue.Catalogue;
import org.sardonyx.frontend.onnx.proto.ModelProto;
import org.sardonyx.ir.ModelException;

/// Reads ONNX models. An ONNX file is never trusted: whatever is wrong with it ends in a [ModelException] that tells all
/// its problems, each with the node, the operator, what was found and what was expected.
///
/// ```java
/// ImportedModel model = OnnxImporter.read(Path.of("resnet50.onnx"));
/// Map<String, Value> outputs = new Interpreter().run(model.graph(), Map.of("data", image));
/// ```
public final class OnnxImporter {
    private OnnxImporter() {}

    /// Reads a model from a file. The file is mapped, and the weights stay in it; tensors stored in other files are taken
    /// from the model's folder and nowhere else.
    ///
    /// @throws ModelException if the file cannot be read or is not a valid model
    public static ImportedModel read(Path file) {
        OnnxFile opened = OnnxFile.open(file);
        try {
            return read(opened);
        } catch (ModelException e) {
            throw e.at(file.toString());
        }
    }

    /// Imports a model whose file has been opened, or that is in memory.
    ///
    /// @throws ModelException if it is not a valid model
    public static ImportedModel read(OnnxFile file) {
        ModelProto model = file.model();
        Map<String, Long> opsets = ModelContext.opsets(model.getOpsetImportList());
        if (opsets.isEmpty() && model.getIrVersion() < 3) {
            opsets.put("", 1L);
        }
        if (opsets.getOrDefault("", 0L) > Catalogue.NEWEST_OPSET) {
            throw new ModelException("the model uses opset " + opsets.get("") + " of ai.onnx, the newest known is "
                    + Catalogue.NEWEST_OPSET);
        }
        ModelContext context = new ModelContext(new TensorReader(file.externalData()), model.getFunctionsList());
        GraphImport graph = new GraphImport(context, opsets, Map.of(), Optional.empty(), model.getGraph(), 0);
        graph.importModel();
        context.problems().throwIfAny();
        List<ModelNode> nodes = new ModelOutline(context, opsets, graph.scope()).nodes(model.getGraph());
        String producer = (model.getProducerName() + " " + model.getProducerVersion()).strip();
        return new ImportedModel(graph.scope().builder().build(), nodes, ModelOutline.parameters(model.getGraph()),
                ModelOutline.trainableParameters(model.getGraph()), opsets, producer, notes(model));
    }

    private static List<String> notes(ModelProto model) {
        List<String> notes = new ArrayList<>();
        if (model.getTrainingInfoCount() > 0) {
            notes.add("training information is skipped");
        }
        if (model.getGraph().getQuantizationAnnotationCount() > 0) {
            notes.add("quantization annotations are skipped");
        }
        return notes;
    }
}
