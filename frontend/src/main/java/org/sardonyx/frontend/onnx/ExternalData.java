package org.sardonyx.frontend.onnx;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.sardonyx.frontend.onnx.proto.StringStringEntryProto;
import org.sardonyx.frontend.onnx.proto.TensorProto;
import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.type.DataType;
import org.sardonyx.ir.value.Tensor;

/// The raw bytes of a model's tensors, in the model's own file and in files beside it.
///
/// A model names a file beside it by a path relative to its own folder. The path may not leave that folder, and no part of it
/// may be a symbolic link: a model from elsewhere is not to read other files of the machine. Each file is mapped once, when a
/// tensor first needs it, and can be larger than 2 GiB. Checksums are not compared.
///
/// @see <a href="https://onnx.ai/onnx/repo-docs/ExternalData.html">ONNX: External Data</a>
public final class ExternalData {
    private final Optional<MemorySegment> modelFile;
    private final Optional<Path> folder;
    private final boolean embeds;
    private final Map<Path, MemorySegment> files = new ConcurrentHashMap<>();

    private ExternalData(Optional<MemorySegment> modelFile, Optional<Path> folder, boolean embeds) {
        this.modelFile = modelFile.map(MemorySegment::asReadOnly);
        this.folder = folder;
        this.embeds = embeds;
    }

    /// For a model whose tensors' raw data was left in `modelFile`.
    static ExternalData of(MemorySegment modelFile, Optional<Path> folder) {
        return new ExternalData(Optional.of(modelFile), folder, false);
    }

    /// For a model built in memory, whose external data is in `folder`.
    public static ExternalData inFolder(Path folder) {
        return new ExternalData(Optional.empty(), Optional.of(folder), false);
    }

    /// For tensors that have all their data in themselves.
    public static ExternalData none() {
        return new ExternalData(Optional.empty(), Optional.empty(), false);
    }

    /// The same bytes, of which those in other files are to become the model's own when it is written.
    ExternalData embedding() {
        return new ExternalData(modelFile, folder, true);
    }

    /// Whether the tensor's data is in another file and is to become the tensor's own when the model is written.
    public boolean isEmbedded(TensorProto tensor) {
        return embeds && tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL;
    }

    /// The bytes that are to be written as the tensor's `raw_data`. Of a file to whose end the external data goes they are
    /// as many as the tensor has.
    ///
    /// @return empty if it is to have none
    /// @throws ModelException as [#rawBytes]
    public Optional<MemorySegment> ownBytes(TensorProto tensor) {
        if (!isEmbedded(tensor)) {
            return inModel(tensor);
        }
        MemorySegment bytes = rawBytes(tensor).orElseThrow();
        boolean toTheEnd = tensor.getExternalDataList().stream().noneMatch(entry -> entry.getKey().equals("length"));
        Optional<DataType> type = DataType.ofOnnxCode(tensor.getDataType()).filter(known -> known != DataType.STRING);
        if (!toTheEnd || type.isEmpty()) {
            return Optional.of(bytes);
        }
        long count = Tensor.elementCount(tensor.getDimsList().stream().mapToLong(Long::longValue).toArray());
        return Optional.of(bytes.asSlice(0, Math.min(bytes.byteSize(), type.get().bytesFor(count))));
    }

    /// The tensor's `raw_data` or external data: little-endian, read-only, not aligned and not copied. The segment may be
    /// shared by all threads and stays valid while it is reachable. Its size is not compared with the tensor's shape.
    ///
    /// @return empty if the tensor has its elements in the field for their type
    /// @throws ModelException if the external data is not to be had
    public Optional<MemorySegment> rawBytes(TensorProto tensor) {
        if (tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL) {
            try {
                return Optional.of(external(tensor));
            } catch (ModelException e) {
                throw e.at("external data of tensor `" + tensor.getName() + "`");
            }
        }
        return inModel(tensor);
    }

    private Optional<MemorySegment> inModel(TensorProto tensor) {
        if (tensor.hasMappedOffset()) {
            MemorySegment file = modelFile.orElseThrow(
                    () -> new IllegalStateException("tensor `" + tensor.getName() + "` is of another model"));
            return Optional.of(file.asSlice(tensor.getMappedOffset(), tensor.getMappedLength()));
        }
        return tensor.hasRawData()
                ? Optional.of(MemorySegment.ofBuffer(tensor.getRawData().asReadOnlyByteBuffer()))
                : Optional.empty();
    }

    private MemorySegment external(TensorProto tensor) {
        Map<String, String> entries = new HashMap<>();
        for (StringStringEntryProto entry : tensor.getExternalDataList()) {
            if (entries.put(entry.getKey(), entry.getValue()) != null) {
                throw new ModelException("`" + entry.getKey() + "` is given twice");
            }
        }
        String location = entries.get("location");
        if (location == null) {
            throw new ModelException("no `location` is given");
        }
        try {
            Path path = withinFolder(location);
            MemorySegment file = files.computeIfAbsent(path, this::map);
            long offset = number(entries, "offset", 0);
            if (offset > file.byteSize()) {
                throw new ModelException("offset " + offset + " is past its end, it has " + file.byteSize() + " bytes");
            }
            long left = file.byteSize() - offset;
            long length = number(entries, "length", left);
            if (length > left) {
                throw new ModelException("length " + length + " from offset " + offset + " goes past its end, it has "
                        + file.byteSize() + " bytes");
            }
            return file.asSlice(offset, length);
        } catch (ModelException e) {
            throw e.at("`" + location + "`");
        }
    }

    private static long number(Map<String, String> entries, String key, long absent) {
        String text = entries.get(key);
        if (text == null) {
            return absent;
        }
        try {
            long value = Long.parseLong(text);
            if (value < 0) {
                throw new ModelException(key + " " + value + " is negative");
            }
            return value;
        } catch (NumberFormatException e) {
            throw new ModelException(key + " `" + text + "` is not a number of bytes", e);
        }
    }

    /// The path in normal form, still relative to the folder.
    private static Path withinFolder(String location) {
        Path path;
        try {
            path = Path.of(location);
        } catch (InvalidPathException e) {
            throw new ModelException("is not a path: " + e.getReason(), e);
        }
        if (path.isAbsolute() || path.getRoot() != null) {
            throw new ModelException("is an absolute path; it is to be relative to the model's folder");
        }
        Path normal = path.normalize();
        if (normal.startsWith("..")) {
            throw new ModelException("leaves the model's folder");
        }
        if (normal.toString().isEmpty()) {
            throw new ModelException("is the model's folder, not a file in it");
        }
        return normal;
    }

    private MemorySegment map(Path path) {
        Path place = folder.orElseThrow(() -> new ModelException("the model was not read from a file, so it has no "
                + "folder to look in"));
        for (Path part : path) {
            place = place.resolve(part);
            if (isSymbolicLink(place)) {
                throw new ModelException("`" + place + "` is a symbolic link, and these are not followed");
            }
        }
        return MappedFile.map(place, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isSymbolicLink(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).isSymbolicLink();
        } catch (NoSuchFileException e) {
            throw new ModelException("there is no `" + path + "`", e);
        } catch (IOException e) {
            throw new ModelException("`" + path + "` cannot be looked at: " + e.getMessage(), e);
        }
    }
}
