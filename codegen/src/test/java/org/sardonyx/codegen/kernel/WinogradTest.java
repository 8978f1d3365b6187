package org.sardonyx.codegen.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WinogradTest {
    private static double[][] product(double[][] left, double[][] right) {
        double[][] product = new double[left.length][right[0].length];
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; j < right[0].length; j++) {
                for (int k = 0; k < right.length; k++) {
                    product[i][j] += left[i][k] * right[k][j];
                }
            }
        }
        return product;
    }

    private static double[][] transposed(double[][] matrix) {
        double[][] transposed = new double[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[0].length; j++) {
                transposed[j][i] = matrix[i][j];
            }
        }
        return transposed;
    }

    private static double[][] random(SplittableRandom random, int size) {
        double[][] matrix = new double[size][size];
        for (double[] row : matrix) {
            for (int i = 0; i < size; i++) {
                row[i] = random.nextDouble(-1, 1);
            }
        }
        return matrix;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void theTransformsGiveTheConvolution(int outputs) {
        Winograd winograd = new Winograd(outputs);
        int size = winograd.tile();
        SplittableRandom random = new SplittableRandom(outputs);
        double[][] input = random(random, size);
        double[][] filter = random(random, Winograd.TAPS);
        double[] transformed = new double[size * size];
        float[] flat = new float[Winograd.TAPS * Winograd.TAPS];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = (float) filter[i / Winograd.TAPS][i % Winograd.TAPS];
            filter[i / Winograd.TAPS][i % Winograd.TAPS] = flat[i];
        }
        winograd.filterTransform().apply(flat, 0, transformed);
        double[][] matrix = winograd.inputMatrix();
        double[][] products = product(product(matrix, input), transposed(matrix));
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                products[i][j] *= transformed[i * size + j];
            }
        }
        double[][] output = winograd.outputMatrix();
        double[][] found = product(product(output, products), transposed(output));
        for (int i = 0; i < outputs; i++) {
            for (int j = 0; j < outputs; j++) {
                double expected = 0;
                for (int h = 0; h < Winograd.TAPS; h++) {
                    for (int w = 0; w < Winograd.TAPS; w++) {
                        expected += input[i + h][j + w] * filter[h][w];
                    }
                }
                assertEquals(expected, found[i][j], 1e-12);
            }
        }
    }
}
