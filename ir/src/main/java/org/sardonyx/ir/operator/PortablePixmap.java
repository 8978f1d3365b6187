package org.sardonyx.ir.operator;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.operator.DecodeImage.Picture;

/// Reads the portable bitmap, graymap and pixmap formats P1 to P6.
///
/// @see <a href="https://netpbm.sourceforge.net/doc/pnm.html">Netpbm: PNM</a>
final class PortablePixmap {
    private final byte[] bytes;
    private int position = 2;

    private PortablePixmap(byte[] bytes) {
        this.bytes = bytes;
    }

    /// @throws ModelException if the bytes are not such a picture
    static Picture decode(byte[] bytes) {
        return new PortablePixmap(bytes).decode(bytes[1] - '0');
    }

    private Picture decode(int kind) {
        int width = number();
        int height = number();
        boolean bitmap = kind == 1 || kind == 4;
        int largest = bitmap ? 1 : number();
        Picture.check(width, height);
        if (largest < 1 || largest > 65535) {
            throw new ModelException("the picture's largest value is " + largest + ", expected 1 to 65535");
        }
        position += kind >= 4 ? 1 : 0;
        int channels = kind == 3 || kind == 6 ? 3 : 1;
        long needed =
                kind == 4 ? (width + 7L) / 8 * height : (long) width * height * channels * (largest > 255 ? 2 : 1);
        if (kind >= 4 && needed > bytes.length - position) {
            throw new ModelException(
                    "the picture needs " + needed + " bytes of pixels, found " + (bytes.length - position));
        }
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            int pixel = 0;
            for (int channel = 0; channel < channels; channel++) {
                pixel = pixel << 8 | sample(kind, i, width, channels, channel, largest);
            }
            pixels[i] = channels == 3 ? pixel : pixel * 0x010101;
        }
        return new Picture(width, height, pixels);
    }

    private int sample(int kind, int pixel, int width, int channels, int channel, int largest) {
        return switch (kind) {
            case 1 -> number() == 0 ? 255 : 0;
            case 2, 3 -> scaled(number(), largest);
            case 4 -> {
                int column = pixel % width;
                int at = position + pixel / width * ((width + 7) / 8) + column / 8;
                yield (bytes[at] >> 7 - column % 8 & 1) == 0 ? 255 : 0;
            }
            default -> {
                int index = pixel * channels + channel;
                yield scaled(largest > 255
                        ? (bytes[position + 2 * index] & 0xFF) << 8 | bytes[position + 2 * index + 1] & 0xFF
                        : bytes[position + index] & 0xFF, largest);
            }
        };
    }

    private static int scaled(int value, int largest) {
        return largest == 255 ? value : (int) Math.min(255, (value * 255L + largest / 2) / largest);
    }

    /// The next number in decimal digits, white space and comments skipped.
    private int number() {
        while (position < bytes.length && (Character.isWhitespace(bytes[position]) || bytes[position] == '#')) {
            if (bytes[position] == '#') {
                while (position < bytes.length && bytes[position] != '\n') {
                    position++;
                }
            } else {
                position++;
            }
        }
        int number = 0;
        int start = position;
        while (position < bytes.length && Character.isDigit(bytes[position]) && number < 100_000_000) {
            number = number * 10 + bytes[position++] - '0';
        }
        if (start == position) {
            throw new ModelException("the picture is cut off or has no number at byte " + position);
        }
        return number;
    }
}
