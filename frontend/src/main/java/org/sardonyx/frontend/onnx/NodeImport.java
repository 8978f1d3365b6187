package org.sardonyx.frontend.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.sardonyx.frontend.catalogue.Attributes;
import org.sardonyx.frontend.catalogue.Catalogue;
import org.sardonyx.frontend.catalogue.OnnxNode;
import org.sardonyx.frontend.catalogue.OnnxOperator;
import org.sardonyx.frontend.catalogue.Subgraph;
import org.sardonyx.frontend.onnx.proto.AttributeProto;
import org.sardonyx.frontend.onnx.proto.FunctionProto;
import org.sardonyx.frontend.onnx.proto.GraphProto;
import org.sardonyx.frontend.onnx.proto.NodeProto;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.graph.Origin;
import org.sardonyx.ir.type.ValueType;

/// Imports the nodes of a graph or of the body of a function, one after the other.
final class NodeImport {
    private final ModelContext context;
    private final Map<String, Long> opsets;
    private final Map<String, AttributeProto> parameters;
    private final Scope scope;
    private final Expressions expressions;
    private final int depth;

    NodeImport(ModelContext context, Map<String, Long> opsets, Map<String, AttributeProto> parameters, Scope scope,
            int depth) {
        this.context = context;
        this.opsets = opsets;
        this.parameters = parameters;
        this.scope = scope;
        this.expressions = new Expressions(scope.builder());
        this.depth = depth;
    }

    void importAll(List<NodeProto> nodes) {
        for (NodeProto node : nodes) {
            context.countNode();
            try {
                importNode(node);
            } catch (ModelException e) {
                context.problems().add(describe(node) + ": " + e.getMessage());
                breakOutputs(node);
            } catch (Problems.AlreadyReported _) {
                breakOutputs(node);
            }
        }
    }

    /// Imports a node by itself.
    ///
    /// @throws ModelException if it is not valid
    void importOne(NodeProto node) {
        context.countNode();
        importNode(node);
    }

    private void breakOutputs(NodeProto node) {
        node.getOutputList().stream().filter(name -> !scope.defines(name)).forEach(scope::defineBroken);
    }

    /// The name of a node in messages and reports: its own or that of its first output.
    static String name(NodeProto node) {
        return node.getName().isEmpty()
                ? node.getOutputList().stream().filter(output -> !output.isEmpty()).findFirst().orElse("")
                : node.getName();
    }

    private String describe(NodeProto node) {
        String domain = ModelContext.canonical(node.getDomain());
        Long opset = opsets.get(domain);
        return "node '" + name(node) + "' (" + (domain.isEmpty() ? "" : domain + ".") + node.getOpType()
                + (opset == null ? "" : ", opset " + opset) + ")";
    }

    private void importNode(NodeProto node) {
        List<Optional<Operand>> inputs = new ArrayList<>();
        for (String input : node.getInputList()) {
            if (scope.isBroken(input)) {
                throw new Problems.AlreadyReported();
            }
            Optional<Operand> operand = input.isEmpty() ? Optional.empty() : scope.find(input);
            if (operand.isEmpty() && !input.isEmpty()) {
                throw new ModelException(
                        "input '" + input + "' is computed by no node before this one, and is neither an"
                                + " input of the graph nor an initializer");
            }
            inputs.add(operand);
        }
        Optional<FunctionProto> function = context.function(node);
        List<Operand> results = function.isPresent() ? call(function.get(), node, inputs) : expand(node, inputs);
        bind(node, results);
    }

    private void bind(NodeProto node, List<Operand> results) {
        for (int i = 0; i < node.getOutputCount(); i++) {
            String name = node.getOutput(i);
            if (name.isEmpty()) {
                continue;
            }
            if (i >= results.size()) {
                throw new ModelException("output " + i + " ('" + name + "') is asked for, it has " + results.size());
            }
            if (scope.defines(name)) {
                throw new ModelException("its output '" + name + "' has the name of another value");
            }
            scope.define(name, results.get(i));
        }
    }

    private static int outputCount(NodeProto node) {
        int count = node.getOutputCount();
        while (count > 0 && node.getOutput(count - 1).isEmpty()) {
            count--;
        }
        return count;
    }

    private List<Operand> expand(NodeProto node, List<Optional<Operand>> inputs) {
        Catalogue.Match match = find(node);
        OnnxOperator operator = match.operator();
        while (!inputs.isEmpty() && inputs.getLast().isEmpty()) {
            inputs.removeLast();
        }
        if (inputs.size() < operator.leastInputs() || inputs.size() > operator.mostInputs()) {
            throw new ModelException(inputs.size() + " inputs, expected " + operator.leastInputs()
                    + (operator.mostInputs() == operator.leastInputs()
                            ? ""
                            : operator.mostInputs() == Integer.MAX_VALUE
                                    ? " or more"
                                    : " to " + operator.mostInputs()));
        }
        Attributes attributes =
                new AttributeReader(context.tensors(), this::subgraph).read(node.getAttributeList(), parameters);
        String domain = ModelContext.canonical(node.getDomain());
        scope.builder().origin(new Origin(name(node), node.getOpType(), match.version()));
        return operator.expansion()
                .expand(new OnnxNode(name(node), node.getOpType(), match.version(), opsets.get(domain),
                        inputs, outputCount(node), attributes, scope.builder(), context.nodeCount()), expressions);
    }

    private Catalogue.Match find(NodeProto node) {
        String domain = ModelContext.canonical(node.getDomain());
        Long opset = opsets.get(domain);
        if (opset == null) {
            throw new ModelException("the model does not import the operator set '" + node.getDomain() + "'");
        }
        return context.catalogue().find(domain, node.getOpType(), opset).orElseThrow(() -> {
            var versions = context.catalogue().versions(domain, node.getOpType());
            return new ModelException(versions.isEmpty()
                    ? "unknown operator"
                    : "the operator is not known in this opset, but in versions " + versions);
        });
    }

    private Subgraph subgraph(String attribute, GraphProto graph) {
        return new Subgraph() {
            @Override
            public int inputCount() {
                return graph.getInputCount();
            }

            @Override
            public int outputCount() {
                return graph.getOutputCount();
            }

            @Override
            public Closure close(List<? extends ValueType> inputTypes) {
                requireDepth();
                return new GraphImport(context, opsets, parameters, Optional.of(scope), graph, depth + 1)
                        .close(inputTypes);
            }

            @Override
            public List<Operand> inline(List<Operand> inputs) {
                requireDepth();
                Scope inner = new Scope(scope.builder(), Optional.of(scope));
                return new GraphImport(context, opsets, parameters, inner, graph, depth + 1).inline(inputs);
            }
        };
    }

    private void requireDepth() {
        if (depth >= ModelContext.MAXIMUM_DEPTH) {
            throw new ModelException("graphs and functions are nested deeper than " + ModelContext.MAXIMUM_DEPTH);
        }
    }

    /// Imports the body of a model-local function in place of the node that calls it.
    private List<Operand> call(FunctionProto function, NodeProto node, List<Optional<Operand>> inputs) {
        requireDepth();
        if (inputs.size() > function.getInputCount()) {
            throw new ModelException(inputs.size() + " inputs, the function has " + function.getInputCount());
        }
        Map<String, AttributeProto> arguments = new HashMap<>();
        function.getAttributeProtoList().forEach(attribute -> arguments.put(attribute.getName(), attribute));
        for (AttributeProto attribute : node.getAttributeList()) {
            AttributeProto source = attribute.getRefAttrName().isEmpty()
                    ? attribute
                    : parameters.get(attribute.getRefAttrName());
            if (source != null) {
                arguments.put(attribute.getName(), source.toBuilder().setName(attribute.getName()).build());
            }
        }
        Scope body = new Scope(scope.builder(), Optional.empty());
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).isPresent()) {
                body.define(function.getInput(i), inputs.get(i).get());
            }
        }
        int before = context.problems().count();
        Map<String, Long> functionOpsets = new HashMap<>(opsets);
        functionOpsets.putAll(ModelContext.opsets(function.getOpsetImportList()));
        new NodeImport(context, functionOpsets, arguments, body, depth + 1).importAll(function.getNodeList());
        if (context.problems().count() > before) {
            throw new Problems.AlreadyReported();
        }
        List<Operand> results = new ArrayList<>();
        for (String output : function.getOutputList().subList(0,
                Math.min(outputCount(node), function.getOutputCount()))) {
            results.add(body.find(output).orElseThrow(
                    () -> new ModelException(
                            "function '" + function.getName() + "' does not compute its output '" + output + "'")));
        }
        return results;
    }
}
