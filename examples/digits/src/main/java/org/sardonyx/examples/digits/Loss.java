package org.sardonyx.examples.digits;

/// The cross-entropy between the softmax of a network's logits and the right digits.
///
/// @param sum the losses of all samples added up
/// @param right how many samples have their largest logit at the right digit
/// @param gradient the gradient of the sum with respect to the logits, `[digit][0][sample]`
record Loss(double sum, int right, float[][][] gradient) {
    /// @param logits `[digit][0][sample]`
    /// @param labels the right digit of each sample; further samples do not count
    static Loss of(float[][][] logits, int[] labels) {
        float[][][] gradient = Layer.activations(logits.length, 1);
        double sum = 0;
        int right = 0;
        for (int sample = 0; sample < labels.length; sample++) {
            int best = largest(logits, sample);
            double peak = logits[best][0][sample];
            double total = 0;
            for (float[][] logit : logits) {
                total += StrictMath.exp(logit[0][sample] - peak);
            }
            for (int digit = 0; digit < logits.length; digit++) {
                gradient[digit][0][sample] = (float) (StrictMath.exp(logits[digit][0][sample] - peak) / total);
            }
            int label = labels[sample];
            gradient[label][0][sample] -= 1;
            sum += StrictMath.log(total) + peak - logits[label][0][sample];
            right += best == label ? 1 : 0;
        }
        return new Loss(sum, right, gradient);
    }

    private static int largest(float[][][] logits, int sample) {
        int best = 0;
        for (int digit = 1; digit < logits.length; digit++) {
            if (logits[digit][0][sample] > logits[best][0][sample]) {
                best = digit;
            }
        }
        return best;
    }
}
