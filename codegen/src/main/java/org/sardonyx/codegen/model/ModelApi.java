package org.sardonyx.codegen.model;

import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.MapType;
import org.sardonyx.ir.type.OptionalType;
import org.sardonyx.ir.type.SequenceType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.type.ValueType;
import org.sardonyx.ir.value.MapValue;
import org.sardonyx.ir.value.OptionalValue;
import org.sardonyx.ir.value.SequenceValue;
import org.sardonyx.ir.value.Tensor;
import org.sardonyx.runtime.model.ModelDescription;
import org.sardonyx.runtime.model.TypedModel;

/// What the class of a model offers: its inputs and outputs under names of Java.
record ModelApi(ClassDesc name, List<Member> inputs, List<Member> outputs) {
    /// An input or output.
    ///
    /// @param name in Java
    /// @param original in the model
    record Member(String name, String original, ValueType type) {
        ClassDesc javaType() {
            Class<?> type = switch (this.type) {
                case TensorType _ -> Tensor.class;
                case SequenceType _ -> SequenceValue.class;
                case OptionalType _ -> OptionalValue.class;
                case MapType _ -> MapValue.class;
            };
            return type.describeConstable().orElseThrow();
        }

        boolean isFloats() {
            return type instanceof TensorType tensor && tensor.dataType() == DataType.FLOAT32
                    && tensor.shape().isStatic();
        }
    }

    ModelApi {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    static ModelApi of(ModelDescription model) {
        Set<String> inherited = new HashSet<>(Set.of("run"));
        Stream.concat(Arrays.stream(TypedModel.class.getMethods()),
                Arrays.stream(TypedModel.class.getDeclaredMethods()))
                .forEach(method -> inherited.add(method.getName()));
        Arrays.stream(Object.class.getDeclaredMethods()).forEach(method -> inherited.add(method.getName()));
        return new ModelApi(ClassDesc.of(model.className()), members(model.inputs(), Set.of()),
                members(model.outputs(), inherited));
    }

    /// @param taken names that they must not have
    private static List<Member> members(Map<String, ValueType> values, Set<String> taken) {
        Set<String> used = new HashSet<>(taken);
        List<Member> members = new ArrayList<>();
        values.forEach((original, type) -> {
            String name = identifier(original);
            String distinct = name;
            for (int i = 2; !used.add(distinct); i++) {
                distinct = name + "_" + i;
            }
            members.add(new Member(distinct, original, type));
        });
        return members;
    }

    /// The name with an underscore for each character that Java does not allow.
    private static String identifier(String original) {
        StringBuilder name = new StringBuilder();
        original.chars().forEach(c -> name.append(c < 0x80 && Character.isJavaIdentifierPart(c) ? (char) c : '_'));
        if (name.isEmpty() || !Character.isJavaIdentifierStart(name.charAt(0))) {
            name.insert(0, '_');
        }
        return SourceVersion.isKeyword(name) || name.toString().equals("_") ? name + "_" : name.toString();
    }

    /// The class of all outputs of a run.
    ClassDesc outputsClass() {
        return name.nested("Outputs");
    }

    /// Whether the one output can be computed from arrays of numbers.
    boolean takesArrays() {
        return outputs.size() == 1 && outputs.getFirst().isFloats() && !inputs.isEmpty()
                && inputs.stream().allMatch(Member::isFloats);
    }
}
