package org.sardonyx.ir.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Graph;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.GraphVerifier;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.graph.Origin;
import org.sardonyx.ir.operator.If;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.Dimension;
import org.sardonyx.ir.type.OptionalType;
import org.sardonyx.ir.type.SequenceType;
import org.sardonyx.ir.type.Shape;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

class GraphTextTest {
    private static final TensorType FEATURES = new TensorType(DataType.FLOAT32,
            Shape.of(List.of(Dimension.symbol("N"), Dimension.of(2))));

    private static Graph parsedBack(Graph graph) {
        GraphPrinter.Text printed = GraphPrinter.print(graph);
        Graph parsed = GraphParser.parse(printed.text(), printed.tensors());
        assertEquals(printed.text().replaceAll(" //.*", ""), GraphPrinter.print(parsed).text());
        GraphVerifier.verify(parsed, "the parser");
        return parsed;
    }

    @Test
    void printsAsDocumented() {
        GraphBuilder builder = new GraphBuilder("classifier");
        Operand x = builder.input("features", FEATURES);
        builder.origin(new Origin("fc", "MatMul", 13));
        Operand w = builder.constant(Tensor.ofFloats(new long[] {2, 1}, 0.5f, -1));
        builder.output("score", new Expressions(builder).matMul(x, w));
        assertEquals("""
                graph "classifier"(%x0: float32[N, 2] = "features") {
                  %0: float32[2, 1] = constant() {tensor = float32[2, 1] {0.5, -1.0}} // node 'fc' (MatMul-13)
                  %1: float32[N, 1] = matMul(%x0, %0) // node 'fc' (MatMul-13)
                  return "score" = %1
                }
                """, GraphPrinter.print(builder.build()).text());
        parsedBack(builder.build());
    }

    @Test
    void subGraphsParseBack() {
        GraphBuilder inner = new GraphBuilder("then \"quoted\"\n");
        Operand shape = inner.input("shape", TensorType.of(DataType.INT64, 2),
                List.of(Dimension.symbol("N"), Dimension.of(3)));
        inner.output("y", new Expressions(inner).fill(DataType.FLOAT16, 1, shape));
        GraphBuilder outer = new GraphBuilder("outer");
        Operand condition = outer.input("condition", TensorType.of(DataType.BOOL));
        Operand x = outer.input("x", new TensorType(DataType.INT8,
                Shape.of(List.of(Dimension.symbol("N"), Dimension.of(3)))));
        Operand sizes = new Expressions(outer).shapeOf(x);
        outer.output("y", outer.apply(new If(inner.build(), inner.build()), condition, sizes, sizes));
        assertEquals("float16[N, 3]", parsedBack(outer.build()).outputs().get("y").type().toString());
    }

    @Test
    void everyKindOfValueParsesBack() {
        GraphBuilder builder = new GraphBuilder("");
        builder.input("sequence", new SequenceType(new OptionalType(new TensorType(DataType.STRING, Shape.UNKNOWN))));
        for (DataType type : DataType.values()) {
            if (type == DataType.STRING) {
                builder.output("strings",
                        builder.constant(Tensor.ofStrings(new long[] {3}, "a\"\\", "\u0000\ud83d\ude00", "")));
            } else if (!type.isComplex()) {
                Tensor tensor = Tensor.allocate(type, 3);
                tensor.setBits(1, 1);
                tensor.setBits(2, type == DataType.BOOL ? 1 : -1L >>> (64 - type.bits()));
                builder.output(type.text(), builder.constant(tensor));
            }
        }
        builder.output("large", builder.constant(Tensor.allocate(DataType.FLOAT32, 4, 5)));
        Graph graph = builder.build();
        Graph parsed = parsedBack(graph);
        graph.outputs().forEach((name, operand) -> assertEquals(operand.node().operator(),
                parsed.outputs().get(name).node().operator()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "graph 'g'() { return | line 1, column 7: expected '\"', found ''g'() { retu'",
        "graph \"g\"() { %0: float32[] = nosuch() return } | line 1, column 37: unknown operator 'nosuch'",
        "graph \"g\"() { %0: float32[] = unary(%9) {function = NEGATE} return } | line 1, column 39: '%9' has not been computed",
        "graph \"g\"(%x: float99[] = \"x\") { return } | line 1, column 22: 'float99' is no element type",
        "graph \"g\"(%x: bool[] = \"x\") { %0: bool[] = unary(%x) {function = NEGATE} return } "
                + "| line 1, column 73: NEGATE is not defined for elements of type bool",
        "graph \"g\"(%x: int8[] = \"x\") { %0: int8[2] = unary(%x) {function = NEGATE} return } "
                + "| line 1, column 74: unary yields [int8[]], the text says [int8[2]]",
        "graph \"g\"() { return } x | line 1, column 24: expected the end of the text",
        "graph \"g\"() { %0: int8[17] = constant() {tensor = int8[17] @1} return } "
                + "| line 1, column 62: no tensor @1 of type int8[17] goes with the text"})
    void errorsTellTheirPlace(String text, String message) {
        assertEquals(message,
                assertThrows(ModelException.class, () -> GraphParser.parse(text, List.of())).getMessage());
    }
}
