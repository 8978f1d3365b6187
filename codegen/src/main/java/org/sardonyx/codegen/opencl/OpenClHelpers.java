package org.sardonyx.codegen.opencl;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

import org.sardonyx.ir.loop.LoopExpression.BinaryMath;
import org.sardonyx.ir.loop.MatrixForm;
import org.sardonyx.ir.loop.NumberFormat;

/// Functions of the loop language that OpenCL C does not have, in the order in which they were first wanted.
final class OpenClHelpers {
    private final Map<String, String> definitions = new LinkedHashMap<>();

    /// The definitions of all functions that were asked for.
    Collection<String> definitions() {
        return definitions.values();
    }

    private String define(String name, String definition, Object... arguments) {
        definitions.computeIfAbsent(name, _ -> definition.formatted(arguments));
        return name;
    }

    /// The name of a function that reads the first elements of a vector.
    ///
    /// @param element `float` or `half`
    String load(AddressSpace space, String element, int lanes) {
        boolean half = element.equals("half");
        String name = "load_first" + lanes + "_" + space.qualifier() + (half ? "_half" : "");
        if (lanes == 1) {
            return define(name, """
                    float %s(const %s %s *from, const long count)
                    {
                        return count > 0 ? %s : 0.0f;
                    }

                    """, name, space.qualifier(), element, half ? "vload_half(0, from)" : "*from");
        }
        return define(name, """
                float%3$d %1$s(const %2$s %4$s *from, const long count)
                {
                    float lanes[%3$d];
                    for (int i = 0; i < %3$d; i++) {
                        lanes[i] = i < count ? %5$s : 0.0f;
                    }
                    return vload%3$d(0, lanes);
                }

                """, name, space.qualifier(), lanes, element, half ? "vload_half(i, from)" : "from[i]");
    }

    /// The name of a function that writes the first elements of a vector.
    ///
    /// @param element `float` or `half`
    String store(AddressSpace space, String element, int lanes) {
        boolean half = element.equals("half");
        String name = "store_first" + lanes + "_" + space.qualifier() + (half ? "_half" : "");
        if (lanes == 1) {
            return define(name, """
                    void %s(const float value, %s %s *to, const long count)
                    {
                        if (count > 0) {
                            %s;
                        }
                    }

                    """, name, space.qualifier(), element, half ? "vstore_half_rte(value, 0, to)" : "*to = value");
        }
        return define(name, """
                void %1$s(const float%3$d value, %2$s %4$s *to, const long count)
                {
                    float lanes[%3$d];
                    vstore%3$d(value, 0, lanes);
                    for (int i = 0; i < %3$d; i++) {
                        if (i < count) {
                            %5$s;
                        }
                    }
                }

                """, name, space.qualifier(), lanes, element,
                half ? "vstore_half_rte(lanes[i], i, to)" : "to[i] = lanes[i]");
    }

    /// The name of a function that has the second cache read an element, where the compiler knows how to.
    String prefetch() {
        return define("read_ahead", """
                void read_ahead(const global float *at)
                {
                #if defined(__has_builtin)
                #if __has_builtin(__builtin_prefetch)
                    __builtin_prefetch((const void *) (size_t) at, 0, 2);
                #endif
                #endif
                }

                """);
    }

    /// The name of a function of two numbers of which the result is NaN if one is, and of two zeros the right one.
    ///
    /// @param bounded whether the second number is a constant for which one comparison does
    String extremum(BinaryMath function, int lanes, boolean bounded) {
        boolean maximum = function == BinaryMath.MAXIMUM;
        String floats = OpenClExpressions.floats(lanes);
        if (bounded) {
            String name = (maximum ? "at_least" : "at_most") + lanes;
            return define(name, """
                    %2$s %1$s(const %2$s x, const %2$s bound)
                    {
                        return x %3$s bound ? bound : x;
                    }

                    """, name, floats, maximum ? "<=" : ">=");
        }
        String name = function.name().toLowerCase(Locale.ROOT) + lanes;
        String bits = lanes == 1 ? "int" : "int" + lanes;
        return define(name, """
                %2$s %1$s(const %2$s a, const %2$s b)
                {
                    const %2$s other = a %3$s b ? a : b;
                    const %2$s equal = as_%2$s(as_%4$s(a) %5$s as_%4$s(b));
                    return a != a ? a : a == b ? equal : other;
                }

                """, name, floats, maximum ? ">" : "<", bits, maximum ? "&" : "|");
    }

    /// The name of a function that rounds to TensorFloat-32; NaN stays what it is.
    String tensorFloat(int lanes) {
        return define("tensor_float" + lanes, """
                %2$s %1$s(const %2$s x)
                {
                    return x == x ? as_%2$s(as_u%3$s(x) + 0x%4$xu & 0x%5$xu) : x;
                }

                """, "tensor_float" + lanes, OpenClExpressions.floats(lanes), lanes == 1 ? "int" : "int" + lanes,
                NumberFormat.TF32_HALF, NumberFormat.TF32_BITS);
    }

    /// The name of a function that multiplies matrices by an instruction of NVIDIA's GPUs, together with 31 other work-items: see the
    /// PTX ISA, "mma". It is volatile so that no compiler has some of them skip it.
    String multiply(MatrixForm form) {
        String name = "multiply_" + form;
        return define(name, """
                float4 %1$s(const uint a0, const uint a1, const uint a2, const uint a3, const uint b0, const uint b1, const float c0,
                            const float c1, const float c2, const float c3)
                {
                    float d0, d1, d2, d3;
                    __asm__ volatile("mma.sync.aligned.m%2$dn%3$dk%4$d.row.col.f32.%5$s.%5$s.f32 "
                                 "{%%0, %%1, %%2, %%3}, {%%4, %%5, %%6, %%7}, {%%8, %%9}, {%%10, %%11, %%12, %%13};"
                                 : "=f"(d0), "=f"(d1), "=f"(d2), "=f"(d3)
                                 : "r"(a0), "r"(a1), "r"(a2), "r"(a3), "r"(b0), "r"(b1), "f"(c0), "f"(c1), "f"(c2), "f"(c3));
                    return (float4)(d0, d1, d2, d3);
                }

                """, name, MatrixForm.ROWS, MatrixForm.COLUMNS, form.depth(), switch (form) {
            case TF32 -> "tf32";
            case FLOAT16 -> "f16";
        });
    }

    /// The name of a function that combines the lanes of a vector from the first to the last.
    String across(BinaryMath function, int lanes) {
        String name = "across_" + function.name().toLowerCase(Locale.ROOT) + lanes;
        String lane = switch (function) {
            case MINIMUM, MAXIMUM -> extremum(function, 1, false);
            case ADD, SUBTRACT, MULTIPLY, DIVIDE -> "";
        };
        String operator = switch (function) {
            case ADD -> " + ";
            case SUBTRACT -> " - ";
            case MULTIPLY -> " * ";
            case DIVIDE -> " / ";
            case MINIMUM, MAXIMUM -> ", ";
        };
        StringJoiner statements = new StringJoiner("\n    ");
        for (int i = 1; i < lanes; i++) {
            statements.add("result = " + lane + "(result" + operator + "x.s" + Integer.toHexString(i) + ");");
        }
        return define(name, """
                float %s(const float%d x)
                {
                    float result = x.s0;
                    %s
                    return result;
                }

                """, name, lanes, statements);
    }
}
