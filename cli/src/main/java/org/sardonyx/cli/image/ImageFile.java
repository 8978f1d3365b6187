package org.sardonyx.cli.image;

import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.sardonyx.ir.ModelException;

/// Decodes image files of the formats that the JDK knows, PNG and JPEG among them. Of several images in a file the first
/// is taken. A rotation that a camera noted beside the pixels (EXIF) is not applied.
final class ImageFile {
    /// About the largest that cameras make. A file of a few kilobytes can claim to be far larger.
    private static final long MOST_PIXELS = 100_000_000;
    private static final long LONGEST_SIDE = 65_535;

    private ImageFile() {}

    /// @throws ModelException if the file cannot be read or decoded, or has too many pixels
    static BufferedImage decode(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ModelException(Files.exists(file) ? "is not a regular file" : "there is no such file");
        }
        try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
            if (stream == null) {
                throw new ModelException("cannot be opened");
            }
            return decode(stream);
        } catch (IOException | OutOfMemoryError e) {
            throw new ModelException("cannot be decoded: " + reason(e), e);
        }
    }

    /// The decoders wrap one exception into another.
    private static String reason(Throwable problem) {
        Throwable innermost = problem;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        return switch (innermost) {
            case EOFException _ -> "it ends within the image";
            case OutOfMemoryError _ -> "the memory does not suffice (see -Xmx)";
            default -> innermost.getMessage();
        };
    }

    private static BufferedImage decode(ImageInputStream stream) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
        if (!readers.hasNext()) {
            throw new ModelException("is no image of a known format (PNG, JPEG, GIF, BMP, TIFF)");
        }
        ImageReader reader = readers.next();
        try {
            reader.setInput(stream, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
                throw new ModelException("is an image of " + width + "x" + height + " pixels, at most " + MOST_PIXELS
                        + " with sides of up to " + LONGEST_SIDE + " are supported");
            }
            boolean[] cut = {false};
            reader.addIIOReadWarningListener((_, warning) -> cut[0] |= warning.contains("premature end"));
            BufferedImage image = reader.read(0, new ImageReadParam());
            if (cut[0]) {
                throw new EOFException();
            }
            return image;
        } catch (RuntimeException e) {
            // What decoders of the JDK throw at broken files is not always an IOException.
            throw e instanceof ModelException ? e : new ModelException("cannot be decoded: " + e, e);
        } finally {
            reader.dispose();
        }
    }
}
