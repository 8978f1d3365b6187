package org.sardonyx.frontend.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.GraphBuilder;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.Scan;
import org.sardonyx.ir.operator.Scan.Walk;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.type.TensorType;
import org.sardonyx.ir.value.Tensor;

/// One direction of a recurrent layer as a scan over time.
///
/// The input is multiplied by its weights for all steps at once, before the scan. A sequence that is shorter than the
/// others leaves its states alone and yields zeros in the steps that are not its own; walking backwards it thereby starts
/// at its own end.
final class RecurrentDirection {
    /// The body of the scan while it is built, with what it takes from outside.
    private static final class Body {
        private final Expressions e = new Expressions(new GraphBuilder("step"));
        private final List<Operand> captures = new ArrayList<>();

        Operand capture(Operand outer, GraphBuilder from) {
            Optional<Tensor> constant = from.constant(outer);
            if (constant.isPresent()) {
                return e.constant(constant.get());
            }
            captures.add(outer);
            return e.builder().input("captured " + captures.size(), outer.type());
        }
    }

    private final OnnxNode n;
    private final Expressions e;
    private final RecurrentCell cell;
    private final int direction;
    private final Walk walk;
    private final boolean batchFirst;
    private final List<RecurrentActivation> activations;

    RecurrentDirection(OnnxNode n, Expressions e, RecurrentCell cell, int direction, boolean backwards,
            boolean batchFirst, List<RecurrentActivation> activations) {
        this.n = n;
        this.e = e;
        this.cell = cell;
        this.direction = direction;
        this.walk = new Walk(0, backwards);
        this.batchFirst = batchFirst;
        this.activations = activations;
    }

    /// The last states, `[batch, hidden]` each, then all hidden states `[time, batch, hidden]`.
    List<Operand> expand() {
        Operand hidden = e.sizeOf(wide(2), 2);
        Operand x = batchFirst ? e.transpose(wide(0), 1, 0, 2) : wide(0);
        Operand projected = e.matMul(x, e.transpose(part(wide(1)), 1, 0));
        Operand weights = e.transpose(part(wide(2)), 1, 0);
        Optional<Operand> bias = n.hasInput(3) ? Optional.of(part(wide(3))) : Optional.empty();
        Operand gates = e.multiply(hidden, cell.gates());
        if (bias.isPresent()) {
            projected = e.add(projected, e.slice(bias.get(), 0, e.longs(0), gates));
        }
        Optional<Operand> recurrentBias = bias.map(both -> e.slice(both, 0, gates, e.multiply(gates, 2)));
        Optional<Operand> peepholes = n.hasInput(7) ? Optional.of(part(wide(7))) : Optional.empty();
        List<Operand> operands = initialStates(x, hidden);
        operands.add(projected);
        if (n.hasInput(4)) {
            Operand steps = e.unsqueeze(e.indices(e.squeeze(e.sizeOf(x, 0), 0)), 1);
            operands.add(e.less(steps, e.unsqueeze(e.cast(n.input(4), DataType.INT64), 0)));
        }
        List<TensorType> states =
                operands.subList(0, cell.states()).stream().map(Operand::tensorType).toList();
        while (true) {
            Body body = new Body();
            List<TensorType> next = step(body, states, operands, hidden, weights, recurrentBias, peepholes);
            if (next.equals(states)) {
                operands.addAll(body.captures);
                int scanned = n.hasInput(4) ? 2 : 1;
                return e.builder().apply(new Scan(body.e.builder().build(), cell.states(),
                        Collections.nCopies(scanned, walk), List.of(walk)), operands);
            }
            states = next;
        }
    }

    /// Builds the body.
    ///
    /// @param states the types of the states it takes
    /// @param operands of the scan: first states, projected input, and perhaps which steps are a sequence's own
    /// @return the types that it both takes and yields
    private List<TensorType> step(Body body, List<TensorType> states, List<Operand> operands, Operand hidden,
            Operand weights, Optional<Operand> bias, Optional<Operand> peepholes) {
        GraphBuilder builder = body.e.builder();
        List<Operand> taken = new ArrayList<>();
        for (TensorType state : states) {
            taken.add(builder.input("state " + taken.size(), state));
        }
        Operand x = builder.input("x", ControlFlowOperators.slice(operands.get(cell.states()).tensorType(), 0));
        Optional<Operand> own = operands.size() == cell.states() + 1
                ? Optional.empty()
                : Optional.of(body.e.unsqueeze(
                        builder.input("own", ControlFlowOperators.slice(operands.getLast().tensorType(), 0)), 1));
        boolean flag =
                n.attributes().flag("linear_before_reset", false) || n.attributes().flag("input_forget", false);
        RecurrentCell.Step step = new RecurrentCell.Step(body.e, body.capture(hidden, e.builder()), x, taken,
                body.capture(weights, e.builder()), bias.map(outer -> body.capture(outer, e.builder())),
                peepholes.map(outer -> body.capture(outer, e.builder())), activations, flag);
        List<Operand> next = cell.next(step);
        List<TensorType> common = new ArrayList<>();
        for (int i = 0; i < next.size(); i++) {
            Operand kept = own.isPresent() ? body.e.select(own.get(), next.get(i), taken.get(i)) : next.get(i);
            builder.output("state " + i, kept);
            common.add(states.get(i).withShape(states.get(i).shape().join(kept.shape())));
        }
        Operand hiddenState = next.getFirst();
        builder.output("output", own.isPresent()
                ? body.e.select(own.get(), hiddenState, body.e.scalarLike(hiddenState, 0))
                : hiddenState);
        return common;
    }

    private List<Operand> initialStates(Operand x, Operand hidden) {
        List<Operand> states = new ArrayList<>();
        for (int i = 0; i < cell.states(); i++) {
            if (n.hasInput(5 + i)) {
                states.add(part(batchFirst ? e.transpose(wide(5 + i), 1, 0, 2) : wide(5 + i)));
            } else {
                states.add(e.fill(x.dataType(), 0, e.concat(0, e.sizeOf(x, 1), hidden)));
            }
        }
        return states;
    }

    /// What belongs to this direction, without the axis of directions.
    private Operand part(Operand all) {
        return e.squeeze(e.slice(all, 0, direction, direction + 1), 0);
    }

    /// An input in at least 32 bits.
    private Operand wide(int input) {
        Operand x = n.input(input);
        return x.dataType().isFloat() && x.dataType().bits() < 32 ? e.cast(x, DataType.FLOAT32) : x;
    }
}
