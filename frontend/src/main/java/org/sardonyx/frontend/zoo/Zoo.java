package org.sardonyx.frontend.zoo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.sardonyx.frontend.language.Library;
import org.sardonyx.frontend.language.Network;
import org.sardonyx.ir.ModelException;

/// The networks of the literature.
///
/// ```java
/// Network network = Zoo.network("resnet-50", Map.of("classes", "10"));
/// ModelFile.write(network.model(), Path.of("resnet-50.onnx"));
/// ```
public final class Zoo {
    private static final List<String> NAMES = List.of("lenet5", "lenet-20-50", "alexnet", "alexnet-1ch", "zfnet", "nin",
            "vgg-a", "vgg-a-lrn", "vgg-b", "vgg-c", "vgg-d", "vgg-e", "googlenet", "plain-34", "resnet-18", "resnet-34",
            "resnet-50", "resnet-101", "resnet-152", "squeezenet-1.1", "mobilenet-v2", "densenet-121", "shufflenet-v1",
            "fcn-8s", "unet", "style-transfer", "style-features", "context", "conv1d-audio", "conv3d-video");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import \"([^\"]*)\"$");

    private Zoo() {}

    /// The names of all networks, the oldest first.
    public static List<String> names() {
        return NAMES;
    }

    /// Reads a network.
    ///
    /// @param arguments values for its parameters, such as `classes`, as they are written in the language
    /// @throws ModelException if there is no such network, or no such parameter
    public static Network network(String name, Map<String, String> arguments) {
        requireKnown(name);
        return Network.read(name + ".net", Zoo::resource, arguments);
    }

    /// The paper that a network is from: the first line of its text.
    public static String paper(String name) {
        requireKnown(name);
        return resource(name + ".net").orElseThrow().lines().findFirst().orElseThrow().substring("# ".length());
    }

    /// The text of a network, with the blocks that it imports in place of the lines that import them.
    ///
    /// @throws ModelException if there is no such network
    public static String text(String name) {
        requireKnown(name);
        Set<String> inlined = new HashSet<>();
        String text = resource(name + ".net").orElseThrow();
        for (Matcher line = IMPORT.matcher(text); line.find(); line = IMPORT.matcher(text)) {
            String file = line.group(1);
            String blocks = inlined.add(file) ? resource(file).orElseThrow().strip() : "";
            text = text.substring(0, line.start()) + blocks + text.substring(line.end());
        }
        return text;
    }

    private static void requireKnown(String name) {
        if (!NAMES.contains(name)) {
            List<String> near = near(name, known -> letters(known).equals(letters(name)));
            if (near.isEmpty()) {
                near = near(name, known -> letters(known).startsWith(letters(name).replaceAll("[0-9]+$", "")));
            }
            throw new ModelException("there is no network '" + name + "'"
                    + (near.isEmpty() ? "" : ", did you mean " + String.join(" or ", near) + "?"));
        }
    }

    private static List<String> near(String name, Predicate<String> test) {
        return name.length() < 3 ? List.of() : NAMES.stream().filter(test).toList();
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static Optional<String> resource(String file) {
        try (InputStream in = Zoo.class.getResourceAsStream(file)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
