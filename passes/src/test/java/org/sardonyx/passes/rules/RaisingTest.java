package org.sardonyx.passes.rules;

import org.junit.jupiter.api.Test;

class RaisingTest {
    @Test
    void convolutionOfRows() {
        RuleCheck.of(new RaiseConvolution(), "%x: float32[2, 1, 5]", """
                %0: float32[1, 1, 2] = constant() {tensor = float32[1, 1, 2] {2.0, -1.0}}
                %1: float32[2, 1, 3] = convolution(%x, %0) {window = {strides = [2], dilations = [1], padsBefore = [1], \
                padsAfter = [0], places = INSIDE}, groups = 1}
                return %1
                """).becomesNearly("""
                %0: int64[4] = constant() {tensor = int64[4] {2, 1, 1, 5}}
                %1: float32[2, 1, 1, 5] = reshape(%x, %0) {copyZeros = false}
                %2: float32[1, 1, 1, 2] = constant() {tensor = float32[1, 1, 1, 2] {2.0, -1.0}}
                %3: float32[2, 1, 1, 3] = convolution(%1, %2) {window = {strides = [1, 2], dilations = [1, 1], \
                padsBefore = [0, 1], padsAfter = [0, 0], places = INSIDE}, groups = 1}
                %4: int64[3] = constant() {tensor = int64[3] {2, 1, 3}}
                %5: float32[2, 1, 3] = reshape(%3, %4) {copyZeros = false}
                return %5
                """);
    }

    @Test
    void transposedConvolutionOfRows() {
        RuleCheck.of(new RaiseConvolutionTranspose(), "%x: float32[2, 1, 5]", """
                %0: float32[1, 1, 2] = constant() {tensor = float32[1, 1, 2] {2.0, 3.0}}
                %1: float32[2, 1, 11] = convolutionTranspose(%x, %0) {window = {strides = [2], dilations = [1], \
                padsBefore = [0], padsAfter = [0], places = INSIDE}, outputPadding = [1], groups = 1}
                return %1
                """).becomesNearly("""
                %0: float32[1, 1, 1, 2] = constant() {tensor = float32[1, 1, 1, 2] {2.0, 3.0}}
                %1: int64[4] = constant() {tensor = int64[4] {2, 1, 1, 5}}
                %2: float32[2, 1, 1, 5] = reshape(%x, %1) {copyZeros = false}
                %3: float32[2, 1, 1, 11] = convolutionTranspose(%2, %0) {window = {strides = [1, 2], dilations \
                = [1, 1], padsBefore = [0, 0], padsAfter = [0, 0], places = INSIDE}, outputPadding = [0, 1], groups = 1}
                %4: int64[3] = constant() {tensor = int64[3] {2, 1, 11}}
                %5: float32[2, 1, 11] = reshape(%3, %4) {copyZeros = false}
                return %5
                """);
    }

    @Test
    void poolingOfRows() {
        RuleCheck.of(new RaiseReduceWindow(), "%x: float32[2, 1, 5]", """
                %0: float32[2, 1, 4] = reduceWindow(%x) {function = MAXIMUM, kernel = [2], window = {strides = [1], \
                dilations = [1], padsBefore = [0], padsAfter = [0], places = INSIDE}}
                return %0
                """).becomesNearly("""
                %0: int64[4] = constant() {tensor = int64[4] {2, 1, 1, 5}}
                %1: float32[2, 1, 1, 5] = reshape(%x, %0) {copyZeros = false}
                %2: float32[2, 1, 1, 4] = reduceWindow(%1) {function = MAXIMUM, kernel = [1, 2], window = {strides \
                = [1, 1], dilations = [1, 1], padsBefore = [0, 0], padsAfter = [0, 0], places = INSIDE}}
                %3: int64[3] = constant() {tensor = int64[3] {2, 1, 4}}
                %4: float32[2, 1, 4] = reshape(%2, %3) {copyZeros = false}
                return %4
                """);
    }

    @Test
    void biasOfRows() {
        RuleCheck.of(new RaiseBinary(), "%x: float32[2, 3, 1, 4]", """
                %0: int64[3] = constant() {tensor = int64[3] {2, 3, 4}}
                %1: float32[2, 3, 4] = reshape(%x, %0) {copyZeros = false}
                %2: float32[3, 1] = constant() {tensor = float32[3, 1] {1.0, 2.0, 3.0}}
                %3: float32[2, 3, 4] = binary(%1, %2) {function = ADD}
                return %3
                """).becomesNearly("""
                %0: float32[3, 1, 1] = constant() {tensor = float32[3, 1, 1] {1.0, 2.0, 3.0}}
                %1: float32[2, 3, 1, 4] = binary(%x, %0) {function = ADD}
                %2: int64[3] = constant() {tensor = int64[3] {2, 3, 4}}
                %3: float32[2, 3, 4] = reshape(%1, %2) {copyZeros = false}
                return %3
                """);
    }

    @Test
    void convolutionOfVolumes() {
        RuleCheck.of(new DepthAsChannels(), "%x: float32[1, 1, 3, 2, 2]", """
                %0: float32[1, 1, 2, 1, 1] = constant() {tensor = float32[1, 1, 2, 1, 1] {2.0, -1.0}}
                %1: float32[1, 1, 2, 2, 2] = convolution(%x, %0) {window = {strides = [1, 1, 1], dilations = [1, 1, 1], \
                padsBefore = [0, 0, 0], padsAfter = [0, 0, 0], places = INSIDE}, groups = 1}
                return %1
                """).becomesNearly("""
                %0: float32[1, 3, 1, 2, 2] = transpose(%x) {permutation = [0, 2, 1, 3, 4]}
                %1: int64[10] = constant() {tensor = int64[10] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0}}
                %2: float32[] = constant() {tensor = float32[] {0.0}}
                %3: float32[1, 3, 1, 2, 2] = pad(%0, %1, %2) {mode = CONSTANT}
                %4: int64[1] = constant() {tensor = int64[1] {0}}
                %5: int64[1] = constant() {tensor = int64[1] {2}}
                %6: int64[1] = constant() {tensor = int64[1] {1}}
                %7: float32[1, 2, 1, 2, 2] = slice(%3, %4, %5, %6) {axes = [1]}
                %8: int64[4] = constant() {tensor = int64[4] {2, 1, 2, 2}}
                %9: float32[2, 1, 2, 2] = reshape(%7, %8) {copyZeros = false}
                %10: int64[1] = constant() {tensor = int64[1] {3}}
                %11: float32[1, 2, 1, 2, 2] = slice(%3, %6, %10, %6) {axes = [1]}
                %12: float32[2, 1, 2, 2] = reshape(%11, %8) {copyZeros = false}
                %13: float32[2, 2, 2, 2] = concat(%9, %12) {axis = 1}
                %14: float32[1, 2, 1, 1] = constant() {tensor = float32[1, 2, 1, 1] {2.0, -1.0}}
                %15: float32[2, 1, 2, 2] = convolution(%13, %14) {window = {strides = [1, 1], dilations = [1, 1], \
                padsBefore = [0, 0], padsAfter = [0, 0], places = INSIDE}, groups = 1}
                %16: int64[5] = constant() {tensor = int64[5] {1, 2, 1, 2, 2}}
                %17: float32[1, 2, 1, 2, 2] = reshape(%15, %16) {copyZeros = false}
                %18: float32[1, 1, 2, 2, 2] = transpose(%17) {permutation = [0, 2, 1, 3, 4]}
                return %18
                """);
    }

    @Test
    void poolingOfVolumes() {
        RuleCheck.of(new SplitReduceWindow(), "%x: float32[1, 2, 3, 4, 4]", """
                %0: float32[1, 2, 2, 2, 2] = reduceWindow(%x) {function = SUM, kernel = [2, 3, 3], window = {strides = \
                [1, 1, 1], dilations = [1, 1, 1], padsBefore = [0, 0, 0], padsAfter = [0, 0, 0], places = INSIDE}}
                return %0
                """).becomesNearly("""
                %0: int64[4] = constant() {tensor = int64[4] {1, 6, 4, 4}}
                %1: float32[1, 6, 4, 4] = reshape(%x, %0) {copyZeros = false}
                %2: float32[1, 6, 2, 2] = reduceWindow(%1) {function = SUM, kernel = [3, 3], window = {strides = \
                [1, 1], dilations = [1, 1], padsBefore = [0, 0], padsAfter = [0, 0], places = INSIDE}}
                %3: int64[4] = constant() {tensor = int64[4] {1, 2, 3, 4}}
                %4: float32[1, 2, 3, 4] = reshape(%2, %3) {copyZeros = false}
                %5: float32[1, 2, 2, 4] = reduceWindow(%4) {function = SUM, kernel = [2, 1], window = {strides = \
                [1, 1], dilations = [1, 1], padsBefore = [0, 0], padsAfter = [0, 0], places = INSIDE}}
                %6: int64[5] = constant() {tensor = int64[5] {1, 2, 2, 2, 2}}
                %7: float32[1, 2, 2, 2, 2] = reshape(%5, %6) {copyZeros = false}
                return %7
                """);
    }
}
