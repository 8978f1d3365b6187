package org.sardonyx.frontend.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Lookup;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// Operators of ai.onnx.ml that translate labels by a table.
final class LabelOperators {
    private static final String DOMAIN = "ai.onnx.ml";

    private LabelOperators() {}

    static void define(Catalogue.Builder c) {
        c.operatorOf(DOMAIN, "LabelEncoder", 1).inputs(1)
                .as((n, e) -> categories(n, e, count -> LongStream.range(0, count).toArray(), "classes_strings"));
        c.operatorOf(DOMAIN, "LabelEncoder", 2, 4).inputs(1).as(LabelOperators::encode);
        c.operatorOf(DOMAIN, "CategoryMapper", 1).inputs(1)
                .as((n, e) -> categories(n, e, _ -> n.attributes().requireIntegers("cats_int64s"), "cats_strings"));
        c.operatorOf(DOMAIN, "OneHotEncoder", 1).inputs(1).as(LabelOperators::oneHot);
    }

    private static Operand lookup(OnnxNode n, Expressions e, Tensor keys, Tensor values, Tensor missing) {
        if (keys.rank() != 1 || values.rank() != 1 || keys.size() != values.size()) {
            throw new ModelException("keys of type " + keys.type() + " and values of type " + values.type()
                    + ", expected as many of both");
        }
        return e.apply(new Lookup(), n.input(0), e.constant(keys), e.constant(values), e.constant(missing));
    }

    private interface Numbers {
        long[] of(int count);
    }

    /// Strings become numbers, and numbers strings.
    private static Operand categories(OnnxNode n, Expressions e, Numbers numbers, String names) {
        List<String> texts = n.attributes().texts(names)
                .orElseThrow(() -> new ModelException("attribute '" + names + "' is missing"));
        Tensor strings = StringOperators.strings(texts);
        Tensor codes = Tensor.vector(numbers.of(texts.size()));
        return n.dataType(0) == DataType.STRING
                ? lookup(n, e, strings, codes, Tensor.vector(n.attributes().integer("default_int64", -1)))
                : lookup(n, e, codes, strings,
                        Tensor.ofStrings(new long[] {1}, n.attributes().text("default_string", "_Unused")));
    }

    private static Operand encode(OnnxNode n, Expressions e) {
        Tensor keys = table(n.attributes(), "keys");
        Tensor values = table(n.attributes(), "values");
        return lookup(n, e, keys, values, missing(n.attributes(), values.dataType()));
    }

    private static Tensor table(Attributes a, String side) {
        List<Supplier<Optional<Tensor>>> forms = List.of(() -> a.tensor(side + "_tensor"),
                () -> a.texts(side + "_strings").map(StringOperators::strings),
                () -> a.integers(side + "_int64s").map(Tensor::vector),
                () -> a.numbers(side + "_floats")
                        .map(list -> Tensor.ofDoubles(DataType.FLOAT32, new long[] {list.length}, list)));
        List<Tensor> given = forms.stream().flatMap(form -> form.get().stream()).toList();
        if (given.size() != 1) {
            throw new ModelException(given.size() + " attributes '" + side + "_...', expected one");
        }
        return given.getFirst();
    }

    private static Tensor missing(Attributes a, DataType type) {
        return a.tensor("default_tensor").orElseGet(() -> switch (type.kind()) {
            case STRING -> Tensor.ofStrings(new long[] {1}, a.text("default_string", "_Unused"));
            case FLOAT -> Tensor.scalar(type, a.number("default_float", -0.0));
            default -> Tensor.ofLongs(type, new long[] {1}, a.integer("default_int64", -1));
        });
    }

    /// A vector with a one at the place of the category; for an unknown one a vector of zeros or, if `zeros` is 0, an error.
    private static Operand oneHot(OnnxNode n, Expressions e) {
        Operand x = n.input(0);
        boolean strings = x.dataType() == DataType.STRING;
        Tensor keys = strings
                ? StringOperators.strings(n.attributes().texts("cats_strings").orElse(List.of()))
                : Tensor.vector(n.attributes().integers("cats_int64s").orElse(new long[0]));
        Operand key = strings ? x : e.cast(x, DataType.INT64);
        long count = keys.size();
        Operand place = e.apply(new Lookup(), key, e.constant(keys),
                e.constant(Tensor.vector(LongStream.range(0, count).toArray())), e.longs(count));
        Operand identity = e.cast(e.equal(e.unsqueeze(e.indices(e.constant(Tensor.scalar(
                n.attributes().flag("zeros", true) ? count + 1 : count))), 1),
                e.indices(e.constant(Tensor.scalar(count)))),
                DataType.FLOAT32);
        return e.gather(identity, place, 0);
    }
}
