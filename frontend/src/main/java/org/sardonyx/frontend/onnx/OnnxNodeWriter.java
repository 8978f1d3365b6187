package org.sardonyx.frontend.onnx;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import com.google.protobuf.ByteString;

import org.sardonyx.frontend.onnx.proto.AttributeProto;
import org.sardonyx.frontend.onnx.proto.AttributeProto.AttributeType;
import org.sardonyx.frontend.onnx.proto.NodeProto;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.Tensor;

/// One call of an operator in a graph that is being written; [OnnxGraphWriter#node] makes it, or it is made for
/// [TypedModel#add].
///
/// The operator's name, its inputs, outputs and attributes are those of its page; they are not checked against it.
///
/// @see <a href="https://onnx.ai/onnx/operators/">ONNX Operators</a>
public final class OnnxNodeWriter {
    private final NodeProto.Builder message;
    private final Map<String, OnnxGraphWriter> bodies = new HashMap<>();

    /// @param operator as its page names it, such as `Conv`
    public OnnxNodeWriter(String operator) {
        this.message = NodeProto.newBuilder().setOpType(operator);
    }

    /// Names the node; a name stands once in a graph.
    public OnnxNodeWriter name(String name) {
        message.setName(name);
        return this;
    }

    /// Takes the operator from another domain than ONNX's own, such as `com.microsoft`.
    public OnnxNodeWriter domain(String domain) {
        message.setDomain(domain);
        return this;
    }

    /// Adds inputs: names of values. An empty name leaves an optional input out.
    public OnnxNodeWriter inputs(String... names) {
        message.addAllInput(Arrays.asList(names));
        return this;
    }

    /// Adds outputs: names for new values. An empty name leaves an optional output out.
    public OnnxNodeWriter outputs(String... names) {
        message.addAllOutput(Arrays.asList(names));
        return this;
    }

    /// Adds an attribute of ONNX's type INT.
    public OnnxNodeWriter withInt(String name, long value) {
        return with(name, AttributeType.INT, attribute -> attribute.setI(value));
    }

    /// Adds an attribute of ONNX's type INTS.
    public OnnxNodeWriter withInts(String name, long... values) {
        return with(name, AttributeType.INTS, attribute -> {
            for (long value : values) {
                attribute.addInts(value);
            }
        });
    }

    /// Adds an attribute of ONNX's type FLOAT.
    public OnnxNodeWriter withFloat(String name, float value) {
        return with(name, AttributeType.FLOAT, attribute -> attribute.setF(value));
    }

    /// Adds an attribute of ONNX's type FLOATS.
    public OnnxNodeWriter withFloats(String name, float... values) {
        return with(name, AttributeType.FLOATS, attribute -> {
            for (float value : values) {
                attribute.addFloats(value);
            }
        });
    }

    /// Adds an attribute of ONNX's type STRING.
    public OnnxNodeWriter withString(String name, String value) {
        return with(name, AttributeType.STRING, attribute -> attribute.setS(ByteString.copyFromUtf8(value)));
    }

    /// Adds an attribute of ONNX's type STRINGS.
    public OnnxNodeWriter withStrings(String name, String... values) {
        return with(name, AttributeType.STRINGS, attribute -> {
            for (String value : values) {
                attribute.addStrings(ByteString.copyFromUtf8(value));
            }
        });
    }

    /// Adds an attribute of ONNX's type TENSOR. The elements are read when the model is written, not before.
    public OnnxNodeWriter withTensor(String name, Tensor value) {
        return with(name, AttributeType.TENSOR, attribute -> attribute.setT(TensorWriter.write("", value)));
    }

    /// Adds an attribute of ONNX's type TYPE_PROTO.
    public OnnxNodeWriter withType(String name, ValueType value) {
        return with(name, AttributeType.TYPE_PROTO, attribute -> attribute.setTp(TypeWriter.write(value)));
    }

    /// Adds an attribute of ONNX's type GRAPH, such as the body of a loop. Its nodes see the values of the graphs around
    /// it as well as their own.
    ///
    /// @param fill puts inputs, nodes and outputs into the new graph, which has the attribute's name
    public OnnxNodeWriter withGraph(String name, Consumer<OnnxGraphWriter> fill) {
        OnnxGraphWriter body = new OnnxGraphWriter(name);
        fill.accept(body);
        bodies.put(name, body);
        return with(name, AttributeType.GRAPH, _ -> {});
    }

    private OnnxNodeWriter with(String name, AttributeType type, Consumer<AttributeProto.Builder> value) {
        value.accept(message.addAttributeBuilder().setName(name).setType(type));
        return this;
    }

    /// The message; what is wrong with the node goes to `problems`. Inputs must be in `scope`, and outputs are added.
    ///
    /// @param scope the names of all values that are known before the node
    NodeProto write(Set<String> scope, Set<String> domains, Problems problems) {
        if (!domains.contains(message.getDomain())) {
            problems.add(this + " is of domain '" + message.getDomain() + "', which has no opset in this model");
        }
        for (String input : message.getInputList()) {
            if (!input.isEmpty() && !scope.contains(input)) {
                problems.add(this + " has input '" + input + "', which nothing before it computes");
            }
        }
        Set<String> attributes = new HashSet<>();
        for (AttributeProto.Builder attribute : message.getAttributeBuilderList()) {
            if (!attributes.add(attribute.getName())) {
                problems.add(this + " has attribute '" + attribute.getName() + "' twice");
            }
            if (attribute.getType() == AttributeType.GRAPH) {
                attribute.setG(bodies.get(attribute.getName()).write(scope, domains, problems));
            }
        }
        for (String output : message.getOutputList()) {
            if (!output.isEmpty() && !scope.add(output)) {
                problems.add(this + " has output '" + output + "', a name that another value has already");
            }
        }
        return message.build();
    }

    /// `node 'conv1' (Conv)`
    @Override
    public String toString() {
        return (message.getName().isEmpty() ? "node" : "node '" + message.getName() + "'") + " (" + message.getOpType()
                + ")";
    }
}
