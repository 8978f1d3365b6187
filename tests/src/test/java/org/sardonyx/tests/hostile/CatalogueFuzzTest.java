package org.sardonyx.tests.hostile;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sardonyx.frontend.catalogue.Catalogue;
import org.sardonyx.frontend.catalogue.OnnxOperator;
import org.sardonyx.frontend.onnx.OnnxFile;
import org.sardonyx.frontend.onnx.OnnxGraphWriter;
import org.sardonyx.frontend.onnx.OnnxImporter;
import org.sardonyx.frontend.onnx.OnnxModelWriter;
import org.sardonyx.frontend.onnx.OnnxNodeWriter;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.GraphVerifier;
import org.sardonyx.ir.interpreter.Interpreter;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// Every operator of the catalogue with inputs and attributes that make sense only by chance: importing and running it
/// ends in values or in a message, never in anything else.
class CatalogueFuzzTest {
    private static final int TRIES = 150;
    private static final long[] SIZES = {0, 1, 1, 2, 2, 3, 3, 4, 5};
    private static final long[] EXTREMES =
            {-1, 0, 1, 2, 3, -2, -3, 7, 1L << 31, -(1L << 31), 1L << 40, 1L << 62, Long.MAX_VALUE,
                Long.MIN_VALUE};
    private static final String[] INTS = {"axes", "pads", "strides", "dilations", "kernel_shape", "perm",
        "output_shape",
        "output_padding", "starts", "ends", "split", "shape", "repeats", "activation_alpha", "pool_int64s",
        "ngram_counts",
        "ngram_indexes", "scan_input_axes", "scan_output_axes", "scan_input_directions", "scan_output_directions",
        "keys_int64s", "values_int64s", "scales", "nodes_modes"};
    private static final String[] NUMBERS = {"axis", "k", "group", "to", "batch_dims", "keepdims", "select_last_index",
        "largest",
        "sorted", "exclusive", "reverse", "ceil_mode", "count_include_pad", "storage_order", "p", "blocksize", "upper",
        "dtype",
        "hidden_size", "linear_before_reset", "layout", "transA", "transB", "broadcast", "num_outputs", "num_heads",
        "q_num_heads", "kv_num_heads", "is_causal", "onesided", "inverse", "time_axis", "batch_axis", "seed_int",
        "new_axis",
        "sampling_ratio", "output_height", "output_width", "offset_group", "detect_negative", "fmod", "training_mode",
        "allowzero", "start", "end", "min_gram_length", "max_gram_length", "max_skip_count", "stash_type", "num_groups",
        "size", "block_size", "output_dtype", "noop_with_empty_axes", "ignore_index", "sample_size", "periodic",
        "value_int",
        "align_corners", "center_point_box", "rotary_embedding_dim", "interleaved", "output_datatype",
        "num_scan_inputs",
        "antialias", "exclude_outside", "qk_matmul_output_mode", "spatial"};
    private static final String[] FLOATS =
            {"alpha", "beta", "gamma", "epsilon", "momentum", "ratio", "spatial_scale", "mean",
                "scale", "high", "low", "seed", "bias", "clip", "lambd", "cubic_coeff_a", "softcap", "value_float",
                "min", "max",
                "extrapolation_value", "norm_coefficient", "height_scale", "width_scale", "threshold"};
    private static final String[][] WORDS = {
        {"mode", "constant", "reflect", "edge", "wrap", "linear", "cubic", "nearest", "DCR",
            "CRD", "max", "avg", "TF", "IDF", "TFIDF", "standard", "nesterov", "circular"},
        {"auto_pad", "SAME_UPPER", "SAME_LOWER", "VALID", "NOTSET"},
        {"reduction", "none", "add", "mul", "min", "max", "mean", "sum"},
        {"direction", "forward", "reverse", "bidirectional",
            "LEFT", "RIGHT"},
        {"equation", "ij,jk->ik", "...i,i->...", "ii->i", "i->ii", "->", "ij,jk", "a1", "i,,j"},
        {"padding_mode", "zeros", "border", "reflection"}, {"pattern", "(a+)+$", "[", "a{1000}{1000}", ".*"},
        {"coordinate_transformation_mode", "half_pixel", "asymmetric", "align_corners", "tf_crop_and_resize"},
        {"case_change_action", "LOWER", "UPPER", "NONE"}, {"approximate", "tanh", "none"}, {"delimiter", "", "a"}};

    private SplittableRandom random = new SplittableRandom(0);

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static Stream<OnnxOperator> operators() {
        return Catalogue.standard().operators().stream();
    }

    @TestFactory
    Stream<DynamicTest> everyOperatorEndsInValuesOrInAMessage() {
        Attempt all = new Attempt();
        Stream<DynamicTest> each = operators().map(operator -> DynamicTest.dynamicTest(
                operator.domain() + "::" + operator.name() + operator.versions(),
                () -> assertTimeoutPreemptively(Duration.ofSeconds(40), () -> {
                    random = new SplittableRandom(operator.name().hashCode());
                    for (int i = 0; i < TRIES; i++) {
                        tryOne(all, operator);
                    }
                })));
        return Stream.concat(each, Stream.of(DynamicTest.dynamicTest("some succeed, some are refused",
                () -> assertTrue(all.succeeded() > 500 && all.refused() > 500, all::summary))));
    }

    private void tryOne(Attempt attempt, OnnxOperator operator) {
        StringBuilder story = new StringBuilder(operator.domain() + "." + operator.name());
        OnnxModelWriter model = new OnnxModelWriter("fuzz");
        long version = one(operator.versions());
        if (operator.domain().isEmpty()) {
            model.opset(version);
        } else {
            model.opset(21).opset(operator.domain(), version);
        }
        story.append('-').append(version);
        Map<String, Tensor> inputs = new HashMap<>();
        OnnxGraphWriter graph = model.graph();
        List<String> names = new ArrayList<>();
        int most = Math.min(operator.mostInputs(), operator.leastInputs() + 4);
        int count = operator.leastInputs()
                + (most > operator.leastInputs() ? random.nextInt(most - operator.leastInputs() + 1) : 0);
        DataType shared = type();
        for (int i = 0; i < count; i++) {
            String name = "x" + i;
            Tensor tensor = tensor(random.nextInt(3) > 0 ? shared : type());
            story.append(' ').append(tensor);
            if (random.nextInt(3) == 0) {
                graph.initializer(name, tensor);
            } else {
                graph.input(name, declared(tensor));
                inputs.put(name, tensor);
            }
            names.add(name);
        }
        int outputs = 1 + random.nextInt(3);
        String[] results = new String[outputs];
        for (int i = 0; i < outputs; i++) {
            results[i] = "y" + i;
        }
        OnnxNodeWriter node = graph.node(operator.name()).domain(operator.domain()).inputs(names.toArray(String[]::new))
                .outputs(results);
        attributes(node, story);
        graph.output("y0", new TensorType(type(), Shape.UNKNOWN));
        attempt.at(() -> run(model, inputs), story::toString);
    }

    private static void run(OnnxModelWriter model, Map<String, Tensor> inputs) {
        Graph graph;
        try {
            graph = OnnxImporter.read(OnnxFile.of("fuzz.onnx", model.toMemory())).graph();
        } catch (ModelException e) {
            // What an output is declared as matters little here: without it, most of what works would be refused.
            if (!e.getMessage().contains("but it is a")) {
                throw e;
            }
            return;
        }
        GraphVerifier.verify(graph, "the importer");
        new Interpreter(0, _ -> {}, 100_000).run(graph, inputs);
    }

    private DataType type() {
        return one(List.of(DataType.FLOAT32, DataType.FLOAT32, DataType.INT64, DataType.INT64, DataType.FLOAT16,
                DataType.INT32,
                DataType.UINT8, DataType.INT8, DataType.BOOL, DataType.STRING, DataType.FLOAT64, DataType.INT4,
                DataType.FLOAT8E4M3FN));
    }

    private TensorType declared(Tensor tensor) {
        return switch (random.nextInt(4)) {
            case 0 -> tensor.type().withShape(Shape.UNKNOWN);
            case 1 -> tensor.type().withShape(Shape.ofRank(tensor.rank()));
            case 2 -> tensor.type().withShape(Shape.of(IntStream.range(0, tensor.rank())
                    .mapToObj(axis -> Dimension.symbol("d" + axis)).toList()));
            default -> tensor.type();
        };
    }

    private Tensor tensor(DataType type) {
        long[] sizes = new long[one(List.of(0, 1, 1, 2, 3, 4, 4, 5))];
        for (int axis = 0; axis < sizes.length; axis++) {
            sizes[axis] = SIZES[random.nextInt(SIZES.length)];
        }
        Tensor tensor = Tensor.allocate(type, sizes);
        boolean extreme = random.nextInt(5) == 0;
        for (long i = 0; i < tensor.size(); i++) {
            long number = extreme ? EXTREMES[random.nextInt(EXTREMES.length)] : random.nextInt(-2, 5);
            if (type == DataType.STRING) {
                tensor.setString(i, one(List.of("", "a", "b c", "1e5", "NaN", "x1")));
            } else if (type.isFloat() && extreme) {
                tensor.setDouble(i,
                        one(List.of(Double.NaN, Double.POSITIVE_INFINITY, -1e30, 1e-30, -0.0, (double) number)));
            } else {
                tensor.setLong(i, number);
            }
        }
        return tensor;
    }

    private long number() {
        return random.nextInt(4) == 0 ? EXTREMES[random.nextInt(EXTREMES.length)] : random.nextInt(-1, 4);
    }

    private void attributes(OnnxNodeWriter node, StringBuilder story) {
        for (int i = random.nextInt(3); i > 0; i--) {
            String name = INTS[random.nextInt(INTS.length)];
            long[] values = random.longs(random.nextInt(6)).map(_ -> number()).toArray();
            once(story, name, Arrays.toString(values), () -> node.withInts(name, values));
        }
        for (int i = random.nextInt(12); i > 0; i--) {
            String name = NUMBERS[random.nextInt(NUMBERS.length)];
            long value = number();
            once(story, name, value, () -> node.withInt(name, value));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            String name = FLOATS[random.nextInt(FLOATS.length)];
            float value = one(List.of(0f, 1f, -1f, 0.5f, Float.NaN, Float.POSITIVE_INFINITY, 1e30f));
            once(story, name, value, () -> node.withFloat(name, value));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            String[] words = WORDS[random.nextInt(WORDS.length)];
            String value = words[1 + random.nextInt(words.length - 1)];
            once(story, words[0], value, () -> node.withString(words[0], value));
        }
        if (random.nextInt(4) == 0) {
            Tensor value = tensor(type());
            once(story, "value", value, () -> node.withTensor("value", value));
        }
    }

    private static void once(StringBuilder story, String name, Object value, Runnable set) {
        if (story.indexOf(" " + name + "=") < 0) {
            story.append(' ').append(name).append('=').append(value);
            set.run();
        }
    }
}
