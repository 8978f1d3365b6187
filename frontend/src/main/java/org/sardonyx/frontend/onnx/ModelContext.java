package org.sardonyx.frontend.onnx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.sardonyx.frontend.catalogue.Catalogue;
import org.sardonyx.frontend.onnx.proto.FunctionProto;
import org.sardonyx.frontend.onnx.proto.NodeProto;
import org.sardonyx.frontend.onnx.proto.OperatorSetIdProto;
import org.sardonyx.ir.ModelException;

/// What the graphs of one model share while they are imported.
final class ModelContext {
    /// A model-local function may call others and a loop's body is imported more than once; this bounds what a small file
    /// can expand to.
    private static final int MOST_NODES = 150_000;
    static final int MAXIMUM_DEPTH = 64;

    private final Catalogue catalogue = Catalogue.standard();
    private final Problems problems = new Problems();
    private final Map<String, FunctionProto> functions = new HashMap<>();
    private final TensorReader tensors;
    private int nodes;

    ModelContext(TensorReader tensors, List<FunctionProto> functions) {
        this.tensors = tensors;
        for (FunctionProto function : functions) {
            String key = key(function.getDomain(), function.getName(), function.getOverload());
            if (this.functions.putIfAbsent(key, function) != null) {
                problems.add("function '" + function.getName() + "' of domain '" + function.getDomain()
                        + "' is defined twice");
            }
        }
    }

    private static String key(String domain, String name, String overload) {
        return canonical(domain) + "::" + name + "::" + overload;
    }

    /// The default domain has two names.
    static String canonical(String domain) {
        return domain.equals("ai.onnx") ? "" : domain;
    }

    static Map<String, Long> opsets(List<OperatorSetIdProto> imports) {
        Map<String, Long> opsets = new HashMap<>();
        imports.forEach(imported -> opsets.merge(canonical(imported.getDomain()), imported.getVersion(), Math::max));
        return opsets;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Problems problems() {
        return problems;
    }

    TensorReader tensors() {
        return tensors;
    }

    Optional<FunctionProto> function(NodeProto node) {
        return Optional.ofNullable(functions.get(key(node.getDomain(), node.getOpType(), node.getOverload())));
    }

    /// The number of nodes counted so far.
    int nodeCount() {
        return nodes;
    }

    void countNode() {
        if (++nodes > MOST_NODES) {
            throw new ModelException("the model expands to more than " + MOST_NODES + " nodes");
        }
    }
}
