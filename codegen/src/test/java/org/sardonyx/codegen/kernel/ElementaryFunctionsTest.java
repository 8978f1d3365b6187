package org.sardonyx.codegen.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.sardonyx.codegen.jvm.JvmRenderer;
import org.sardonyx.ir.loop.LoopCode;
import org.sardonyx.ir.loop.LoopExpression;
import org.sardonyx.ir.loop.LoopInterpreter;
import org.sardonyx.ir.loop.LoopKernel;
import org.sardonyx.ir.operator.UnaryFunction;
import org.sardonyx.runtime.kernel.Kernel;

/// The functions are near those of the JDK, and of the same bits for every number of lanes and whether or not the virtual
/// machine has compiled them.
class ElementaryFunctionsTest {
    private static final int ELEMENTS = 1 << 12;
    private static final int RUNS_UNTIL_COMPILED = 3000;
    private static final float[] SPECIAL = {0.0f, -0.0f, 1, -1, Float.NaN, Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY, Float.MIN_VALUE, -Float.MIN_VALUE, Float.MIN_NORMAL, Float.MAX_VALUE, -Float.MAX_VALUE,
        88.7f, 88.8f, -87.4f, -103.9f, -104.1f, 0.625f, 1e-20f};

    private interface Form {
        LoopExpression of(LoopCode code, LoopExpression x);
    }

    /// @param tolerance in units in the last place
    private record Function(String name, Form form, DoubleUnaryOperator exact, double low, double high,
            double tolerance) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Function> functions() {
        return Stream.of(
                new Function("exponential", (code, x) -> new ElementaryFunctions(code).exponential(x), Math::exp, -110,
                        90, 2),
                new Function("exponential near 0", (code, x) -> new ElementaryFunctions(code).exponential(x), Math::exp,
                        -1, 1, 2),
                new Function("logarithm", (code, x) -> new ElementaryFunctions(code).logarithm(x), Math::log, -1, 1e6,
                        2),
                new Function("logarithm near 1", (code, x) -> new ElementaryFunctions(code).logarithm(x), Math::log,
                        0.4, 2.2, 2),
                new Function("tangent", (code, x) -> new ElementaryFunctions(code).hyperbolicTangent(x), Math::tanh,
                        -10, 10, 2),
                new Function("tangent near 0", (code, x) -> new ElementaryFunctions(code).hyperbolicTangent(x),
                        Math::tanh, -0.7, 0.7, 2),
                new Function("power -0.75", (code, x) -> new ElementaryFunctions(code).power(x, -0.75),
                        x -> Math.pow(x, -0.75), 0.01, 100, 64),
                new Function("power 2.5", (code, x) -> new ElementaryFunctions(code).power(x, 2.5),
                        x -> Math.pow(x, 2.5), -1, 100, 64),
                new Function("power 3", (code, x) -> new ElementaryFunctions(code).power(x, 3), x -> Math.pow(x, 3),
                        -10, 10, 2),
                of(UnaryFunction.EXPONENTIAL_MINUS_ONE, ElementaryFunctions::exponentialMinusOne, -20, 90, 3),
                of(UnaryFunction.EXPONENTIAL_MINUS_ONE, ElementaryFunctions::exponentialMinusOne, -0.5, 0.5, 3),
                of(UnaryFunction.LOGARITHM_OF_ONE_PLUS, ElementaryFunctions::logarithmOfOnePlus, -1.1, 1000, 3),
                of(UnaryFunction.LOGARITHM_OF_ONE_PLUS, ElementaryFunctions::logarithmOfOnePlus, -0.01, 0.01, 3),
                of(UnaryFunction.ERROR_FUNCTION, ElementaryFunctions::errorFunction, -5, 5, 2),
                of(UnaryFunction.ERROR_FUNCTION, ElementaryFunctions::errorFunction, -0.01, 0.01, 2),
                of(UnaryFunction.ROUND, ElementaryFunctions::round, -16, 16, 0),
                of(UnaryFunction.ROUND, ElementaryFunctions::round, 8_388_000, 8_389_000, 0),
                of(UnaryFunction.FLOOR, ElementaryFunctions::floor, -16, 16, 0),
                of(UnaryFunction.FLOOR, ElementaryFunctions::floor, -4_194_400, -4_194_200, 0),
                of(UnaryFunction.CEILING, ElementaryFunctions::ceiling, -16, 16, 0),
                of(UnaryFunction.SIGN, ElementaryFunctions::sign, -16, 16, 0));
    }

    private static Function of(UnaryFunction function,
            BiFunction<ElementaryFunctions, LoopExpression, LoopExpression> form,
            double low, double high, double tolerance) {
        return new Function(function + " from " + low, (code, x) -> form.apply(new ElementaryFunctions(code), x),
                function.ofDouble(), low, high, tolerance);
    }

    private static LoopKernel kernel(Form form, int lanes) {
        return LoopCode.kernel("function", List.of("x", "y"), List.of(), code -> place -> {
            LoopExpression at = code.define("at", LoopCode.times(place, LoopCode.index(lanes)));
            LoopExpression x = code.define("x", LoopCode.load("x", at, lanes));
            code.store("y", at, form.of(code, x));
        });
    }

    private static float[] inputs(Function function) {
        float[] x = new float[ELEMENTS];
        for (int i = 0; i < ELEMENTS; i++) {
            x[i] = i < SPECIAL.length
                    ? SPECIAL[i]
                    : (float) (function.low + (function.high - function.low) * i / ELEMENTS);
        }
        return x;
    }

    @ParameterizedTest
    @MethodSource("functions")
    void areNearThoseOfTheJdk(Function function) {
        float[][] buffers = {inputs(function), new float[ELEMENTS]};
        LoopInterpreter.run(kernel(function.form, 1), buffers, new long[0], 0, ELEMENTS);
        for (int i = 0; i < ELEMENTS; i++) {
            float exact = (float) function.exact.applyAsDouble(buffers[0][i]);
            float found = buffers[1][i];
            boolean close = Float.compare(exact, found) == 0
                    || Math.abs((double) exact - found) <= function.tolerance * Math.ulp(exact);
            assertTrue(close, function + " of " + buffers[0][i] + ": expected " + exact + ", found " + found);
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void haveTheSameBitsEverywhere(Function function) {
        float[][] expected = {inputs(function), new float[ELEMENTS]};
        LoopInterpreter.run(kernel(function.form, 1), expected, new long[0], 0, ELEMENTS);
        for (int lanes : new int[] {1, 4, 8, 16}) {
            Kernel kernel = JvmRenderer.load(kernel(function.form, lanes));
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment x = arena.allocateFrom(ValueLayout.JAVA_FLOAT, expected[0]);
                MemorySegment y = arena.allocate(ELEMENTS * 4L, 64);
                for (int run = 0; run < RUNS_UNTIL_COMPILED; run++) {
                    kernel.run(new MemorySegment[] {x, y}, new long[0], 0, run < RUNS_UNTIL_COMPILED - 1 && run > 0
                            ? 8
                            : ELEMENTS / lanes);
                    if (run == 0 || run == RUNS_UNTIL_COMPILED - 1) {
                        for (int i = 0; i < ELEMENTS; i++) {
                            assertEquals(Float.floatToIntBits(expected[1][i]),
                                    Float.floatToIntBits(y.getAtIndex(ValueLayout.JAVA_FLOAT, i)),
                                    function + " of " + expected[0][i] + " with " + lanes + " lanes, run " + run);
                        }
                    }
                }
            }
        }
    }
}
