package org.sardonyx.frontend.onnxtext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.Random;

import com.google.protobuf.ByteString;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.sardonyx.frontend.onnx.ExternalData;
import org.sardonyx.frontend.onnx.OnnxFile;
import org.sardonyx.frontend.onnx.proto.ModelProto;
import org.sardonyx.ir.ModelException;

class OnnxTextProperties {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String SIGNS = "{}[]()<>=,:.@#\"\\\n -0159einfxfloatseq?_";

    static String print(ModelProto model) {
        StringBuilder text = new StringBuilder();
        try {
            OnnxText.print(new OnnxFile("model", model, ExternalData.none()), text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    @Property(tries = 2_000)
    void whateverTheSchemaHoldsComesBack(@ForAll long seed) {
        ModelProto model = new RandomMessages(seed).model();
        String text = print(model);
        OnnxFile again = OnnxText.parse("model.onnxtxt", text);
        ModelProto expected = CanonicalModel.of(new OnnxFile("model", model, ExternalData.none()));
        // Messages are equal whatever the bits of their NaNs are; bytes are not.
        if (!expected.toByteString().equals(CanonicalModel.of(again).toByteString())) {
            assertEquals(expected.toString(), CanonicalModel.of(again).toString(), text);
        }
    }

    /// Raw data is left where it stands, in memory like that of a mapped file.
    @Property(tries = 1_000)
    void whatWasLeftInPlaceComesBack(@ForAll long seed) throws IOException {
        ModelProto model = new RandomMessages(seed).model();
        OnnxFile file = OnnxFile.of("model", MemorySegment.ofArray(model.toByteArray()));
        ByteString expected = CanonicalModel.of(new OnnxFile("model", model, ExternalData.none())).toByteString();
        StringBuilder text = new StringBuilder();
        OnnxText.print(file, text);
        assertEquals(expected, CanonicalModel.of(OnnxText.parse("m", text.toString())).toByteString(), text.toString());
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        file.writeTo(written);
        OnnxFile again = OnnxFile.of("again", MemorySegment.ofArray(written.toByteArray()));
        assertEquals(expected, CanonicalModel.of(again).toByteString());
    }

    @Property(tries = 500)
    void whatWasReadIsPrintedTheSameAgain(@ForAll long seed) {
        String text = print(OnnxText.parse("model", print(new RandomMessages(seed).model())).model());
        assertEquals(text, print(OnnxText.parse("model", text).model()));
    }

    @Property(tries = 300)
    void damagedTextIsReadOrRefused(@ForAll long seed, @ForAll @IntRange(max = 4) int damages) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(print(new RandomMessages(seed).model()));
        for (int i = 0; i < damages; i++) {
            int place = random.nextInt(text.length());
            int end = Math.min(text.length(), place + random.nextInt(20));
            switch (random.nextInt(3)) {
                case 0 -> text.delete(place, end);
                case 1 -> text.insert(place, text.substring(place, end));
                default -> text.setCharAt(place, SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
        }
        text.setLength(random.nextInt(text.length()));
        assertIsReadOrRefused(text.toString());
    }

    @Property(tries = 300)
    void garbageIsReadOrRefused(@ForAll long seed, @ForAll @IntRange(max = 3_000) int length) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("<ir_version: 8> g () => () {");
        for (int i = 0; i < length; i++) {
            text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        assertIsReadOrRefused(text.toString());
    }

    static void assertIsReadOrRefused(String text) {
        assertTimeoutPreemptively(LIMIT, () -> {
            try {
                OnnxText.parse("hostile.onnxtxt", text);
            } catch (ModelException e) {
                assertTrue(e.getMessage().startsWith("hostile.onnxtxt:"), e.getMessage());
            }
        });
    }
}
