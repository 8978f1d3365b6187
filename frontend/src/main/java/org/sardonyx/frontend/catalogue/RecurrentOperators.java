package org.sardonyx.frontend.catalogue;

import java.util.ArrayList;
import java.util.List;

import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.type.DataType;

/// Recurrent layers: a scan over time for each direction.
final class RecurrentOperators {
    private RecurrentOperators() {}

    static void define(Catalogue.Builder c) {
        c.operator("RNN", 1, 7, 14, 22).inputs(3, 6).asMany((n, e) -> expand(n, e, RecurrentCell.SIMPLE));
        c.operator("GRU", 1, 3, 7, 14, 22).inputs(3, 6)
                .asMany((n, e) -> expand(n, e, RecurrentCell.GATED_RECURRENT_UNIT));
        c.operator("LSTM", 1, 7, 14, 22).inputs(3, 8)
                .asMany((n, e) -> expand(n, e, RecurrentCell.LONG_SHORT_TERM_MEMORY));
    }

    /// The outputs: all hidden states `[time, direction, batch, hidden]`, and the last states `[direction, batch, hidden]`;
    /// with `layout` 1 the batch comes first.
    private static List<Operand> expand(OnnxNode n, Expressions e, RecurrentCell cell) {
        boolean batchFirst = n.attributes().integer("layout", 0) == 1;
        // The schema of GRU-1 misspells its default.
        String direction = n.attributes().word("direction", "forward", "forward", "foward", "reverse", "bidirectional");
        int directions = direction.equals("bidirectional") ? 2 : 1;
        List<RecurrentActivation> activations =
                RecurrentActivation.of(n.attributes(), directions, cell.activations());
        List<Operand> sequences = new ArrayList<>();
        List<List<Operand>> states = new ArrayList<>();
        for (int i = 0; i < directions; i++) {
            boolean backwards = i == 1 || direction.equals("reverse");
            int count = cell.activations().size();
            List<Operand> results = new RecurrentDirection(n, e, cell, i, backwards, batchFirst,
                    activations.subList(i * count, (i + 1) * count)).expand();
            sequences.add(e.unsqueeze(results.getLast(), 1));
            states.add(results.subList(0, cell.states()));
        }
        Operand sequence = e.concat(1, sequences);
        List<Operand> outputs = new ArrayList<>(List.of(batchFirst ? e.transpose(sequence, 2, 0, 1, 3) : sequence));
        for (int state = 0; state < cell.states(); state++) {
            int index = state;
            Operand last = e.concat(0, states.stream().map(list -> e.unsqueeze(list.get(index), 0)).toList());
            outputs.add(batchFirst ? e.transpose(last, 1, 0, 2) : last);
        }
        DataType type = n.dataType(0);
        return outputs.stream().map(output -> e.cast(output, type)).toList();
    }
}
