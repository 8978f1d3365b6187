package org.sardonyx.frontend.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Layers with one input, one hidden unit and weights that make them sums or copies; activations are the identity.
class RecurrentOperatorsTest {
    private static final String SUM = "float32 1x1x1: 1; float32 1x1x1: 1";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            direction=forward | float32 3x1x1: 1 2 3 | | float32 3x1x1x1: 1 3 6; float32 1x1x1: 6
            direction=reverse | float32 3x1x1: 1 2 3 | | float32 3x1x1x1: 6 5 3; float32 1x1x1: 6
            layout=1          | float32 1x3x1: 1 2 3 | | float32 1x3x1x1: 1 3 6; float32 1x1x1: 6
            clip=4.0          | float32 3x1x1: 1 2 3 | | float32 3x1x1x1: 1 3 4; float32 1x1x1: 4
            direction=forward | float32 2x2x1: 1 2 3 4 | int32 2: 1 2 | float32 2x1x2x1: 1 2 0 6; float32 1x2x1: 1 6
            direction=reverse | float32 2x2x1: 1 2 3 4 | int32 2: 1 2 | float32 2x1x2x1: 1 6 0 4; float32 1x2x1: 1 6
            direction=forward | float32 2x1x1: 1 2 | int32 1: 0 | float32 2x1x1x1: 0 0; float32 1x1x1: 0
            """)
    void walksThroughTime(String attributes, String x, String lengths, String outputs) {
        String inputs = x + "; " + SUM + (lengths == null ? "" : "; ; " + lengths);
        assertEquals(outputs, Expanded.of("RNN", 14, "activations=[Affine] " + attributes).withOutputs(2).on(inputs));
    }

    @Test
    void walksInBothDirections() {
        String inputs = "float32 3x1x1: 1 2 3; float32 2x1x1: 1 10; float32 2x1x1: 1 1; float32 2x2: 0 0 0 1; ; "
                + "float32 2x1x1: 100 0";
        assertEquals("float32 3x2x1x1: 101 63 103 52 106 31; float32 2x1x1: 106 63",
                Expanded.of("RNN", 7, "activations=[Affine,Relu] direction=bidirectional").withOutputs(2).on(inputs));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Relu                                                     | -2 | 0
            Tanh                                                     | 1  | 0.7616
            Sigmoid                                                  | 1  | 0.7311
            Affine activation_alpha=[2.0] activation_beta=[1.0]      | 3  | 7
            LeakyRelu                                                | -2 | -0.02
            LeakyRelu activation_alpha=[0.5]                         | -2 | -1
            ThresholdedRelu                                          | 1  | 0
            ScaledTanh activation_alpha=[2.0] activation_beta=[3.0]  | 1  | 1.9901
            HardSigmoid                                              | 1  | 0.7
            Elu                                                      | -1 | -0.6321
            softsign                                                 | -1 | -0.5
            Softplus                                                 | 0  | 0.6931
            """)
    void knowsTheActivations(String activation, String x, String y) {
        String attributes = "activations=[" + activation.replaceFirst("^\\w+", "$0]");
        assertEquals("float32 1x1x1x1: " + y,
                Expanded.of("RNN", 22, attributes).on("float32 1x1x1: " + x + "; " + SUM));
    }

    /// Gates z, r, h; without input weights a gate is its bias.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | 0.25 0.5 0 0 0 0    | 3.25
            0 | 0.25 0.5 0 0 0 1    | 4
            1 | 0.25 0.5 0 0 0 1    | 3.625
            1 | 0.25 0.5 2 0 0 0    | 4.75
            """)
    void updatesAndResets(int linearBeforeReset, String biases, String y) {
        String inputs = "float32 1x1x1: 1; float32 1x3x1: 0 0 1; float32 1x3x1: 0 0 1; float32 1x6: " + biases
                + "; ; float32 1x1x1: 4";
        String attributes = "activations=[Affine,Affine] linear_before_reset=" + linearBeforeReset;
        for (int opset : new int[] {3, 7, 14, 22}) {
            assertEquals("float32 1x1x1x1: " + y, Expanded.of("GRU", opset, attributes).on(inputs));
        }
    }

    /// Gates i, o, f, c; without input weights a gate is its bias. The cell is 4, the hidden state 1.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | 0 0 0     | 1.5; float32 1x1x1: 1.5; float32 1x1x1: 3
            1 | 1 0 0     | -2.5; float32 1x1x1: -2.5; float32 1x1x1: -5
            0 | 1 0 0     | 5.5; float32 1x1x1: 5.5; float32 1x1x1: 11
            0 | 0 1 0     | 10.5; float32 1x1x1: 10.5; float32 1x1x1: 3
            0 | 0 0 1     | 9.5; float32 1x1x1: 9.5; float32 1x1x1: 19
            """)
    void remembersAndForgets(int inputForget, String peepholes, String outputs) {
        String inputs = "float32 1x1x1: 1; float32 1x4x1: 0 0 0 1; float32 1x4x1: 0 0 0 1; "
                + "float32 1x8: 0.5 0.5 0.5 0 0 0 0 0; ; float32 1x1x1: 1; float32 1x1x1: 4; float32 1x3: " + peepholes;
        String attributes = "activations=[Affine,Affine,Affine] input_forget=" + inputForget;
        for (int opset : new int[] {1, 7, 14, 22}) {
            assertEquals("float32 1x1x1x1: " + outputs,
                    Expanded.of("LSTM", opset, attributes).withOutputs(3).on(inputs));
        }
    }

    @Test
    void keepsTheTypesOfTheModel() {
        assertEquals("float16[T, 1, N, 2]; float16[1, N, 2]", Expanded.of("GRU", 14, "").withOutputs(2)
                .typesOn("float16[T, N, 3]; float16[1, 6, 3]; float16[1, 6, 2]"));
        assertEquals("bfloat16 1x1x1x1: 1", Expanded.of("RNN", 22, "activations=[Affine]")
                .on("bfloat16 1x1x1: 1; bfloat16 1x1x1: 1; bfloat16 1x1x1: 1"));
    }

    /// The size of a state is taken from the recurrent weights when they run.
    @Test
    void theSizeOfAStateMayBeOpen() {
        for (String layer : new String[] {"RNN", "GRU", "LSTM"}) {
            assertEquals("float32[T, 1, N, ?]; float32[1, N, ?]", Expanded.of(layer, 22, "").withOutputs(2)
                    .typesOn("float32[T, N, 3]; float32[1, G, 3]; float32[1, G, H]"), layer);
        }
        assertEquals("float32 1x1x1x0:; float32 1x1x0:", Expanded.of("LSTM", 22, "").withOutputs(2)
                .on("float32 1x1x1: 1; float32 1x0x1:; float32 1x0x0:"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            activations=[Tanh,Tanh] | attribute 'activations' has 2 names, expected 1
            activations=[Gelu]      | 'Gelu' is no activation of a recurrent layer
            direction=up | attribute 'direction' is 'up', expected one of [forward, foward, reverse, bidirectional]
            """)
    void refuses(String attributes, String problem) {
        assertEquals(problem, Expanded.of("RNN", 14, attributes).refusal("float32 1x1x1: 1; " + SUM));
    }
}
