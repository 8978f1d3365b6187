package org.sardonyx.cli.image;

/// How the elements of one axis follow from those of another size: the average of the area an element covers when the
/// axis shrinks (every source element counts, so fine detail does not alias), linear interpolation between the centres of
/// two neighbours when it grows.
///
/// @param first for each element the first source element it takes
/// @param weights for each element the weights of that and the following source elements; they add up to 1
record Resampling(int[] first, double[][] weights) {

    static Resampling of(int from, int to) {
        return to < from ? averaging(from, to) : interpolating(from, to);
    }

    private static Resampling averaging(int from, int to) {
        Resampling result = new Resampling(new int[to], new double[to][]);
        double scale = (double) from / to;
        for (int i = 0; i < to; i++) {
            double begin = i * scale;
            double end = Math.min((i + 1) * scale, from);
            int first = (int) begin;
            int last = Math.min((int) Math.ceil(end), from);
            double[] covered = new double[last - first];
            for (int j = first; j < last; j++) {
                covered[j - first] = (Math.min(end, j + 1) - Math.max(begin, j)) / (end - begin);
            }
            result.first[i] = first;
            result.weights[i] = covered;
        }
        return result;
    }

    private static Resampling interpolating(int from, int to) {
        Resampling result = new Resampling(new int[to], new double[to][]);
        for (int i = 0; i < to; i++) {
            double centre = Math.clamp((i + 0.5) * from / to - 0.5, 0, from - 1.0);
            int first = Math.min((int) centre, Math.max(from - 2, 0));
            double share = centre - first;
            result.first[i] = first;
            result.weights[i] = from == 1 ? new double[] {1} : new double[] {1 - share, share};
        }
        return result;
    }

    /// The element `index` of the axis that follows from the source elements at `offset` of an array.
    double apply(int index, double[] source, int offset) {
        double[] shares = weights[index];
        double sum = 0;
        for (int k = 0; k < shares.length; k++) {
            sum += shares[k] * source[offset + first[index] + k];
        }
        return sum;
    }
}
