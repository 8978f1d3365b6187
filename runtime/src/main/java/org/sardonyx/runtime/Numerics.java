package org.sardonyx.runtime;

/// How freely a device may rearrange arithmetic. Whatever is chosen, the same program gives the same bits in every run.
public enum Numerics {
    /// Sums in float32 in a fixed order, convolutions as sums of products.
    STRICT,
    /// Also algorithms that round differently, such as Winograd's convolution: results of classic networks stay within a
    /// thousandth, or 1e-5, of the strict ones. Arithmetic of float16 and bfloat16 is done in float32, without rounding in
    /// between.
    FAST,
    /// As `FAST`, and GPUs with tensor cores round the factors of convolutions and of products with constant matrices to
    /// TensorFloat-32, which has the exponents of float32 and 10 bits of fraction: each is off by at most 1 in 2,048. Sums, and
    /// everything else, stay float32, in a fixed order, which is the device's. Results of classic networks stay within a hundredth
    /// of the largest output. Other devices take it as `FAST`.
    TF32,
    /// As `FAST`, and GPUs keep weights, and tensors between two kernels, in float16: half of the memory, which is what many kernels
    /// wait for. All arithmetic is done in float32; tensor cores, where a GPU has them, multiply the factors of convolutions and of
    /// products with constant matrices as float16, and add in float32. Results of classic networks stay within a hundredth of the
    /// largest output; a tensor with numbers beyond 65,504 becomes infinite. Integer arithmetic of quantized networks is left to
    /// the interpreter. Other devices take it as `FAST`.
    HALF
}
