package org.sardonyx.frontend.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// The ONNX operators that can be imported: name, domain, version, expansion into core operators. Of several versions the
/// newest not above the model's opset holds.
public final class Catalogue {
    /// The newest opset of the default domain that the catalogue knows.
    public static final int NEWEST_OPSET = 28;

    /// A version of an operator that was found.
    ///
    /// @param version the opset version it was introduced in, its since-version
    public record Match(OnnxOperator operator, int version) {}

    private final Map<String, NavigableMap<Integer, OnnxOperator>> operators;

    private Catalogue(Map<String, NavigableMap<Integer, OnnxOperator>> operators) {
        this.operators = operators;
    }

    /// All operators of this version of Sardonyx.
    public static Catalogue standard() {
        Builder builder = new Builder();
        Families.defineAll(builder);
        return new Catalogue(builder.operators);
    }

    private static String key(String domain, String name) {
        return domain + "::" + name;
    }

    /// The operator as of an opset.
    public Optional<Match> find(String domain, String name, long opset) {
        NavigableMap<Integer, OnnxOperator> versions =
                operators.getOrDefault(key(domain, name), Collections.emptyNavigableMap());
        return Optional.ofNullable(versions.floorEntry((int) Math.min(opset, Integer.MAX_VALUE)))
                .map(entry -> new Match(entry.getValue(), entry.getKey()));
    }

    /// The versions in which an operator is known, none if it is not.
    public Collection<Integer> versions(String domain, String name) {
        return operators.getOrDefault(key(domain, name), Collections.emptyNavigableMap()).keySet();
    }

    /// All entries, by domain and name.
    public List<OnnxOperator> operators() {
        List<OnnxOperator> all = new ArrayList<>();
        operators.values().forEach(versions -> versions.values().stream().distinct().forEach(all::add));
        return all;
    }

    /// Collects entries. A line reads: domain and name, versions, number of inputs, expansion.
    ///
    /// ```java
    /// c.operator("Relu", 1, 6, 13, 14).inputs(1).as((n, e) -> e.maximum(n.input(0), e.scalarLike(n.input(0), 0)));
    /// ```
    public static final class Builder {
        private final Map<String, NavigableMap<Integer, OnnxOperator>> operators = new TreeMap<>();

        Builder() {}

        /// Starts an entry of the default domain.
        ///
        /// @param versions the since-versions that share this meaning
        public Entry operator(String name, int... versions) {
            return operatorOf("", name, versions);
        }

        /// Starts an entry of another domain.
        public Entry operatorOf(String domain, String name, int... versions) {
            return new Entry(domain, name, Arrays.stream(versions).boxed().toList());
        }

        /// An entry that is being written.
        public final class Entry {
            private final String domain;
            private final String name;
            private final List<Integer> versions;
            private int leastInputs;
            private int mostInputs;

            private Entry(String domain, String name, List<Integer> versions) {
                this.domain = domain;
                this.name = name;
                this.versions = versions;
            }

            /// Every node has exactly this many inputs.
            public Entry inputs(int count) {
                return inputs(count, count);
            }

            public Entry inputs(int least, int most) {
                leastInputs = least;
                mostInputs = most;
                return this;
            }

            /// Completes an entry with one output.
            public void as(Expansion.Single expansion) {
                asMany((node, e) -> List.of(expansion.expand(node, e)));
            }

            /// Completes an entry with several outputs.
            public void asMany(Expansion expansion) {
                OnnxOperator operator = new OnnxOperator(domain, name, versions, leastInputs, mostInputs, expansion);
                for (int version : versions) {
                    OnnxOperator other = operators.computeIfAbsent(key(domain, name), _ -> new TreeMap<>())
                            .putIfAbsent(version, operator);
                    if (other != null) {
                        throw new IllegalStateException(name + "-" + version + " is in the catalogue twice");
                    }
                }
            }
        }
    }
}
