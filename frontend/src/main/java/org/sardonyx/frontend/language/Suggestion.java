package org.sardonyx.frontend.language;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/// Finds what a misspelt word may have meant.
final class Suggestion {
    /// What others call it.
    private static final Map<String, String> SYNONYMS = Map.ofEntries(Map.entry("averagepool", "avgpool"),
            Map.entry("batchnorm", "bn"), Map.entry("batchnormalization", "bn"), Map.entry("convolution", "conv"),
            Map.entry("convtranspose", "deconv"), Map.entry("dense", "linear"), Map.entry("dilation", "d"),
            Map.entry("fc", "linear"), Map.entry("fullyconnected", "linear"), Map.entry("gemm", "linear"),
            Map.entry("globalaveragepool", "globalavgpool"), Map.entry("groups", "g"), Map.entry("pad", "p"),
            Map.entry("padding", "p"), Map.entry("pads", "p"), Map.entry("pool", "maxpool"), Map.entry("silu", "swish"),
            Map.entry("stride", "s"), Map.entry("strides", "s"), Map.entry("upsample", "resize"),
            Map.entry("view", "reshape"));

    private Suggestion() {}

    /// `, did you mean 'conv'?`, or nothing if no word is near.
    static String of(String word, Collection<String> words) {
        // PyTorch has the number of dimensions in the name: conv2d.
        String synonym = SYNONYMS.get(lower(word).replaceAll("_|[123]d$", ""));
        if (synonym != null && words.contains(synonym)) {
            return ", did you mean '" + synonym + "'?";
        }
        // Of a word of one or two letters every other one is near.
        int farthest = word.length() < 3 ? 0 : Math.max(1, word.length() / 3);
        Comparator<String> nearest = Comparator.comparingInt((String other) -> distance(lower(word), lower(other)))
                .thenComparingInt(other -> distance(word, other)).thenComparing(Comparator.naturalOrder());
        return words.stream().filter(other -> distance(lower(word), lower(other)) <= farthest).min(nearest)
                .map(other -> ", did you mean '" + other + "'?").orElse("");
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /// How many letters have to be inserted, deleted, replaced or swapped with their neighbour: the optimal string
    /// alignment distance.
    static int distance(String a, String b) {
        int[][] distances = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    distances[i][j] = i + j;
                    continue;
                }
                int replaced = distances[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                distances[i][j] = Math.min(replaced, 1 + Math.min(distances[i - 1][j], distances[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    distances[i][j] = Math.min(distances[i][j], distances[i - 2][j - 2] + 1);
                }
            }
        }
        return distances[a.length()][b.length()];
    }
}
