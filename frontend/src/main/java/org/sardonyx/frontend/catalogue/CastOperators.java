package org.sardonyx.frontend.catalogue;

import java.util.Locale;
import java.util.Optional;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.BitCast;
import org.sardonyx.ir.operator.Cast;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.RoundMode;

/// Operators that change the element type.
final class CastOperators {
    private CastOperators() {}

    static void define(Catalogue.Builder c) {
        c.operator("Cast", 1).inputs(1).as((n, e) -> e.cast(n.input(0), named(n.attributes())));
        c.operator("Cast", 6, 9, 13, 19, 21, 23, 24, 25, 28).inputs(1)
                .as((n, e) -> cast(n, e, n.attributes().requireDataType("to")));
        c.operator("CastLike", 15, 19, 21, 23, 24, 25).inputs(2).as((n, e) -> cast(n, e, n.dataType(1)));
        c.operator("BitCast", 26).inputs(1)
                .as((n, e) -> e.apply(new BitCast(n.attributes().requireDataType("to")), n.input(0)));
    }

    private static Operand cast(OnnxNode n, Expressions e, DataType to) {
        RoundMode mode =
                RoundMode.parse(n.attributes().word("round_mode", "up", "up", "down", "nearest")).orElseThrow();
        return n.dataType(0) == to
                ? n.input(0)
                : e.apply(new Cast(to, n.attributes().flag("saturate", true), mode), n.input(0));
    }

    /// In opset 1 the type was given by its name in TensorProto.DataType, such as `FLOAT`.
    private static DataType named(Attributes attributes) {
        String name = attributes.text("to", "");
        return (switch (name) {
            case "FLOAT" -> Optional.of(DataType.FLOAT32);
            case "DOUBLE" -> Optional.of(DataType.FLOAT64);
            default -> DataType.parse(name.toLowerCase(Locale.ROOT));
        }).orElseThrow(() -> new ModelException("attribute 'to' is '" + name + "', which is no element type"));
    }
}
