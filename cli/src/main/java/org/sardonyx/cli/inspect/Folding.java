package org.sardonyx.cli.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.sardonyx.ir.type.Dimension;

/// Makes one row of those whose nodes belong to one block, which their names tell: exporters join the names of modules with
/// dots or slashes.
final class Folding {
    private Folding() {}

    static List<NodeRow> fold(List<NodeRow> rows, int depth) {
        Map<String, List<NodeRow>> blocks = new LinkedHashMap<>();
        rows.forEach(row -> blocks.computeIfAbsent(block(row.name(), depth), _ -> new ArrayList<>()).add(row));
        List<NodeRow> folded = new ArrayList<>();
        blocks.forEach(
                (block, members) -> folded.add(members.size() == 1 ? members.getFirst() : joined(block, members)));
        return folded;
    }

    /// What a name has in common with those of its block.
    static String block(String name, int depth) {
        String path = name.replaceFirst("^/+", "");
        String[] parts = path.split("[./]+");
        if (parts.length <= depth) {
            return path;
        }
        int end = 0;
        for (String part : Arrays.asList(parts).subList(0, depth)) {
            end = path.indexOf(part, end) + part.length();
        }
        return path.substring(0, end);
    }

    private static NodeRow joined(String block, List<NodeRow> rows) {
        Dimension multiplyAdds = Dimension.of(0);
        Dimension bytes = Dimension.of(0);
        for (NodeRow row : rows) {
            multiplyAdds = multiplyAdds.plus(row.multiplyAdds());
            bytes = bytes.plus(row.bytes());
        }
        NodeRow last = rows.getLast();
        return new NodeRow(block, rows.size() + " nodes", last.origin(), last.outputs(),
                rows.stream().mapToLong(NodeRow::parameters).sum(), rows.stream().mapToLong(NodeRow::trainable).sum(),
                multiplyAdds, bytes, last.field());
    }
}
