package org.sardonyx.frontend.onnx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.sardonyx.frontend.catalogue.Subgraph;
import org.sardonyx.frontend.onnx.proto.AttributeProto;
import org.sardonyx.frontend.onnx.proto.GraphProto;
import org.sardonyx.frontend.onnx.proto.SparseTensorProto;
import org.sardonyx.frontend.onnx.proto.TensorProto;
import org.sardonyx.frontend.onnx.proto.ValueInfoProto;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;

/// Imports one GraphProto: the model's own graph, or one in an attribute.
final class GraphImport {
    private final ModelContext context;
    private final Scope scope;
    private final NodeImport nodes;
    private final GraphProto proto;

    /// @param parameters the attributes of the call if the graph is in the body of a function
    GraphImport(ModelContext context, Map<String, Long> opsets, Map<String, AttributeProto> parameters,
            Optional<Scope> parent, GraphProto proto, int depth) {
        this(context, opsets, parameters, new Scope(new GraphBuilder(proto.getName()), parent), proto, depth);
    }

    /// @param scope what the graph's names are defined in
    GraphImport(ModelContext context, Map<String, Long> opsets, Map<String, AttributeProto> parameters, Scope scope,
            GraphProto proto, int depth) {
        this.context = context;
        this.proto = proto;
        this.scope = scope;
        this.nodes = new NodeImport(context, opsets, parameters, scope, depth);
    }

    /// Imports the graph of a model. Inputs that have an initializer are constants.
    void importModel() {
        Set<String> initialized = initializerNames();
        for (ValueInfoProto input : proto.getInputList()) {
            if (!initialized.contains(input.getName())) {
                defineInput(input.getName(), () -> declaredType(input));
            }
        }
        importBody();
        for (ValueInfoProto output : proto.getOutputList()) {
            attempt("output '" + output.getName() + "'", () -> defineOutput(output));
        }
    }

    /// Imports a graph in an attribute.
    ///
    /// @param types the types of the first inputs; those of the others are as declared
    Subgraph.Closure close(List<? extends ValueType> types) {
        int before = context.problems().count();
        if (types.size() > proto.getInputCount()) {
            throw new ModelException(
                    "graph '" + proto.getName() + "' has " + proto.getInputCount() + " inputs, expected "
                            + types.size());
        }
        Set<String> initialized = initializerNames();
        for (int i = 0; i < proto.getInputCount(); i++) {
            ValueInfoProto input = proto.getInput(i);
            if (i < types.size()) {
                ValueType type = types.get(i);
                defineInput(input.getName(), () -> refined(type, input));
            } else if (!initialized.contains(input.getName())) {
                defineInput(input.getName(), () -> declaredType(input));
            }
        }
        importBody();
        for (ValueInfoProto output : proto.getOutputList()) {
            attempt("output '" + output.getName() + "'", () -> defineOutput(output));
        }
        if (context.problems().count() > before) {
            throw new Problems.AlreadyReported();
        }
        return new Subgraph.Closure(scope.builder().build(), scope.captures());
    }

    /// Imports a graph in an attribute into the builder of the graph around it.
    List<Operand> inline(List<Operand> inputs) {
        int before = context.problems().count();
        if (inputs.size() != proto.getInputCount()) {
            throw new ModelException(
                    "graph '" + proto.getName() + "' has " + proto.getInputCount() + " inputs, expected "
                            + inputs.size());
        }
        for (int i = 0; i < inputs.size(); i++) {
            scope.define(proto.getInput(i).getName(), inputs.get(i));
        }
        importBody();
        List<Operand> outputs = new ArrayList<>();
        for (ValueInfoProto output : proto.getOutputList()) {
            attempt("output '" + output.getName() + "'", () -> scope.find(output.getName()).ifPresent(outputs::add));
        }
        if (context.problems().count() > before) {
            throw new Problems.AlreadyReported();
        }
        if (outputs.size() != proto.getOutputCount()) {
            throw new ModelException("graph '" + proto.getName() + "' does not compute all its outputs");
        }
        return outputs;
    }

    Scope scope() {
        return scope;
    }

    private Set<String> initializerNames() {
        Set<String> names = new HashSet<>();
        proto.getInitializerList().forEach(tensor -> names.add(tensor.getName()));
        proto.getSparseInitializerList().forEach(tensor -> names.add(tensor.getValues().getName()));
        return names;
    }

    private static ValueType declaredType(ValueInfoProto info) {
        return TypeReader.read(info.getType());
    }

    /// What is known of an input of a sub-graph from the value it gets and, where that leaves something open, from its
    /// declaration.
    private static ValueType refined(ValueType given, ValueInfoProto info) {
        if (!info.hasType() || !(given instanceof TensorType tensor)) {
            return given;
        }
        ValueType declared = declaredType(info);
        if (!(declared instanceof TensorType declaredTensor) || declaredTensor.dataType() != tensor.dataType()) {
            throw new ModelException("declared as " + declared + ", but gets a " + given);
        }
        return tensor;
    }

    private void defineInput(String name, Supplier<ValueType> type) {
        boolean done = attempt("input '" + name + "'", () -> {
            if (scope.defines(name)) {
                throw new ModelException("the name is given twice");
            }
            scope.define(name, scope.builder().input(name, type.get()));
        });
        if (!done) {
            scope.defineBroken(name);
        }
    }

    private void importBody() {
        for (TensorProto tensor : proto.getInitializerList()) {
            defineConstant(tensor.getName(), () -> scope.builder().constant(context.tensors().read(tensor)));
        }
        for (SparseTensorProto tensor : proto.getSparseInitializerList()) {
            defineConstant(tensor.getValues().getName(),
                    () -> scope.builder().constant(context.tensors().read(tensor)));
        }
        nodes.importAll(proto.getNodeList());
    }

    private void defineConstant(String name, Supplier<Operand> constant) {
        boolean done = attempt("initializer '" + name + "'", () -> {
            if (scope.defines(name)) {
                throw new ModelException("the name is given twice");
            }
            scope.define(name, constant.get());
        });
        if (!done) {
            scope.defineBroken(name);
        }
    }

    private void defineOutput(ValueInfoProto output) {
        if (scope.isBroken(output.getName())) {
            return;
        }
        Operand operand = scope.find(output.getName())
                .orElseThrow(() -> new ModelException("no node computes it, and it is neither input nor initializer"));
        if (output.hasType() && operand.type() instanceof TensorType tensor
                && declaredType(output) instanceof TensorType declared && declared.dataType() != tensor.dataType()) {
            throw new ModelException("declared as " + declared + ", but it is a " + tensor);
        }
        scope.builder().output(output.getName(), operand);
    }

    private boolean attempt(String what, Runnable action) {
        try {
            action.run();
            return true;
        } catch (ModelException e) {
            context.problems().add(what + ": " + e.getMessage());
            return false;
        }
    }
}
