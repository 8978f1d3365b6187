package org.sardonyx.frontend.language;

import java.util.HashMap;
import java.util.Map;

/// Names the layers in a block or a group: by word and number (`conv1`, `conv2`), or in a sequence by position.
final class Naming {
    private final String prefix;
    private final boolean numbered;
    private final Map<String, Integer> counts = new HashMap<>();
    private int position;

    /// @param path of the block or group, empty for the network
    Naming(String path, boolean numbered) {
        this.prefix = path.isEmpty() ? "" : path + ".";
        this.numbered = numbered;
    }

    /// The path of the next layer that is called by a word.
    String next(String word) {
        if (numbered) {
            return prefix + position++;
        }
        int count = counts.merge(word, 1, Integer::sum);
        return prefix + word + (Character.isDigit(word.charAt(word.length() - 1)) ? "_" : "") + count;
    }

    /// The path of the next layer, which has a name of its own.
    String labelled(String label) {
        position++;
        return prefix + label;
    }

    /// The path of something that is no layer and is not counted.
    String path(String name) {
        return prefix + name;
    }
}
