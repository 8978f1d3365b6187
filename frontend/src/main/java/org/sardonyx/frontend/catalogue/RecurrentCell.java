package org.sardonyx.frontend.catalogue;

import java.util.List;
import java.util.Optional;

import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;

/// What a recurrent layer computes in one step of time, for a batch of sequences.
enum RecurrentCell {
    /// `h' = f(x + h R)`
    ///
    /// @see <a href="https://onnx.ai/onnx/operators/onnx__RNN.html">RNN</a>
    SIMPLE(1, 1, "Tanh") {
        @Override
        List<Operand> next(Step s) {
            return List.of(s.activation(0, s.e.add(s.x, s.recurrent(s.states.get(0), 0, 1))));
        }
    },
    /// Gates in the order update z, reset r, hidden h: `h' = (1 - z) g(...) + z h`.
    ///
    /// @see <a href="https://onnx.ai/onnx/operators/onnx__GRU.html">GRU</a>
    GATED_RECURRENT_UNIT(3, 1, "Sigmoid", "Tanh") {
        @Override
        List<Operand> next(Step s) {
            Expressions e = s.e;
            Operand state = s.states.getFirst();
            Operand both = e.add(s.gate(s.x, 0, 2), s.recurrent(state, 0, 2));
            Operand update = s.activation(0, s.gate(both, 0, 1));
            Operand reset = s.activation(0, s.gate(both, 1, 2));
            Operand hidden = s.flag
                    ? e.multiply(reset, s.recurrent(state, 2, 3))
                    : s.recurrent(e.multiply(reset, state), 2, 3);
            Operand candidate = s.activation(1, e.add(s.gate(s.x, 2, 3), hidden));
            Operand one = e.scalarLike(update, 1);
            return List.of(e.add(e.multiply(e.subtract(one, update), candidate), e.multiply(update, state)));
        }
    },
    /// Gates in the order input i, output o, forget f, cell c: `c' = f c + i g(...)`, `h' = o h(c')`. Peepholes let the gates
    /// i, o and f see the cell.
    ///
    /// @see <a href="https://onnx.ai/onnx/operators/onnx__LSTM.html">LSTM</a>
    LONG_SHORT_TERM_MEMORY(4, 2, "Sigmoid", "Tanh", "Tanh") {
        @Override
        List<Operand> next(Step s) {
            Expressions e = s.e;
            Operand cell = s.states.get(1);
            Operand all = e.add(s.x, s.recurrent(s.states.get(0), 0, 4));
            Operand input = s.activation(0, s.seen(s.gate(all, 0, 1), cell, 0));
            Operand forget = s.flag
                    ? e.subtract(e.scalarLike(input, 1), input)
                    : s.activation(0, s.seen(s.gate(all, 2, 3), cell, 2));
            Operand candidate = s.activation(1, s.gate(all, 3, 4));
            Operand nextCell = e.add(e.multiply(forget, cell), e.multiply(input, candidate));
            Operand output = s.activation(0, s.seen(s.gate(all, 1, 2), nextCell, 1));
            return List.of(e.multiply(output, s.activation(2, nextCell)), nextCell);
        }
    };

    private final int gates;
    private final int states;
    private final List<String> activations;

    RecurrentCell(int gates, int states, String... activations) {
        this.gates = gates;
        this.states = states;
        this.activations = List.of(activations);
    }

    /// How many matrices of weights stand below each other.
    int gates() {
        return gates;
    }

    /// How many values are carried from step to step; the first is the output.
    int states() {
        return states;
    }

    /// The names of the default activations of one direction.
    List<String> activations() {
        return activations;
    }

    /// The next states.
    abstract List<Operand> next(Step step);

    /// What a cell computes with. Everything is of shape `[batch, n * hidden]` unless said otherwise.
    ///
    /// @param e what to build with
    /// @param hidden the size of a state, a vector of one int64
    /// @param x the input multiplied by its weights, with its bias, for all gates
    /// @param weights of the recurrence, `[hidden, gates * hidden]`
    /// @param bias of the recurrence, `[gates * hidden]`
    /// @param peepholes `[3 * hidden]`
    /// @param flag `linear_before_reset` or `input_forget`
    record Step(Expressions e, Operand hidden, Operand x, List<Operand> states, Operand weights, Optional<Operand> bias,
            Optional<Operand> peepholes, List<RecurrentActivation> activations, boolean flag) {

        /// The part of some gates in all gates, along the last axis.
        private Operand gate(Operand all, int from, int to) {
            return e.slice(all, all.shape().rank() - 1, e.multiply(hidden, from), e.multiply(hidden, to));
        }

        /// A state multiplied by the weights of some gates, with their bias.
        private Operand recurrent(Operand state, int from, int to) {
            Operand product = e.matMul(state, gate(weights, from, to));
            return bias.isPresent() ? e.add(product, gate(bias.get(), from, to)) : product;
        }

        private Operand seen(Operand gate, Operand cell, int peephole) {
            return peepholes.isPresent()
                    ? e.add(gate, e.multiply(gate(peepholes.get(), peephole, peephole + 1), cell))
                    : gate;
        }

        private Operand activation(int index, Operand x) {
            return activations.get(index).apply(e, x);
        }
    }
}
