#pragma OPENCL FP_CONTRACT OFF

void copy_61225bf8ffd543b2(const long place, global float *x, global float *y, const long images, const long rows, const long width, const long channels, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_channel, const long y_origin, const long y_image, const long y_row, const long y_pixel, const long y_channel)
{
    long image_0 = (place / rows);
    long row_1 = (place % rows);
    long x_2 = ((x_origin + (image_0 * x_image)) + (row_1 * x_row));
    long y_3 = ((y_origin + (image_0 * y_image)) + (row_1 * y_row));
    if (channels < width) {
        for (long channel_4 = 0; channel_4 < channels; channel_4 += 1) {
            long from_5 = (x_2 + (channel_4 * x_channel));
            long to_6 = (y_3 + (channel_4 * y_channel));
            for (long pixel_7 = 0; pixel_7 < width; pixel_7 += 1) {
                y[(to_6 + (pixel_7 * y_pixel))] = x[(from_5 + (pixel_7 * x_pixel))];
            }
        }
    }
    if (-1 < (channels - width)) {
        for (long pixel_8 = 0; pixel_8 < width; pixel_8 += 1) {
            long from_9 = (x_2 + (pixel_8 * x_pixel));
            long to_10 = (y_3 + (pixel_8 * y_pixel));
            for (long channel_11 = 0; channel_11 < channels; channel_11 += 1) {
                y[(to_10 + (channel_11 * y_channel))] = x[(from_9 + (channel_11 * x_channel))];
            }
        }
    }
}

__attribute__((noinline)) void part_copy_1bb0a713ecd05045(const long from, const long to, global float *b0, const long o0, global float *b1, const long o1, const long images, const long rows, const long width, const long channels, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_channel, const long y_origin, const long y_image, const long y_row, const long y_pixel, const long y_channel)
{
    for (long index = from; index < to; index++) {
        copy_61225bf8ffd543b2(index, b0 + o0, b1 + o1, images, rows, width, channels, x_origin, x_image, x_row, x_pixel, x_channel, y_origin, y_image, y_row, y_pixel, y_channel);
    }
}

float16 load_first16_global(const global float *from, const long count)
{
    float lanes[16];
    for (int i = 0; i < 16; i++) {
        lanes[i] = i < count ? from[i] : 0.0f;
    }
    return vload16(0, lanes);
}

void store_first16_global(const float16 value, global float *to, const long count)
{
    float lanes[16];
    vstore16(value, 0, lanes);
    for (int i = 0; i < 16; i++) {
        if (i < count) {
            to[i] = lanes[i];
        }
    }
}

void fused14x1_rows_f4ab3f4999e4e06b(const long place, global float *x, global float *w, private float *s, global float *y, global float *e0, const long images, const long rows, const long width, const long pixels, const long blocks, const long all_blocks, const long row_step, const long block_step, const long row_groups, const long group_rows, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_group, const long taps_h, const long x_tap_h, const long taps_w, const long x_tap_w, const long run, const long chunk, const long ahead, const long channels, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    long line_0 = ((place / row_step) % (images * row_groups));
    long block_1 = ((place / block_step) % all_blocks);
    long group_2 = (block_1 / blocks);
    long inGroup_3 = (block_1 % blocks);
    long image_4 = (line_0 / row_groups);
    long firstRow_5 = ((line_0 % row_groups) * group_rows);
    long endRow_6 = min((long) (firstRow_5 + group_rows), (long) rows);
    long steps_7 = ((taps_h * taps_w) * run);
    long weights_8 = ((block_1 * steps_7) * 16);
    long x_9 = ((x_origin + (group_2 * x_group)) + (image_4 * x_image));
    long before_10 = (inGroup_3 * 16);
    long channel_11 = ((group_2 * channels) + before_10);
    long count_12 = min((long) 16, (long) (channels - before_10));
    long rowSums_13 = (((width + 13) / 14) * 224);
    const long row_14_end = endRow_6;
    for (long row_14 = firstRow_5; row_14 < row_14_end; row_14 += 1) {
        long width_15 = min((long) width, (long) (pixels - (row_14 * width)));
        long last_16 = (width_15 - 14);
        long line_17 = (x_9 + (row_14 * x_row));
        long sums_18 = ((row_14 - firstRow_5) * rowSums_13);
        const long tile_19_end = width_15;
        for (long tile_19 = 0; tile_19 < tile_19_end; tile_19 += 14) {
            long pixel_20 = min((long) tile_19, (long) last_16);
            long at_21 = (line_17 + (pixel_20 * x_pixel));
            long kept_22 = (sums_18 + (tile_19 * 16));
            float16 sum_23 = (float16)(0.0f);
            float16 sum_24 = (float16)(0.0f);
            float16 sum_25 = (float16)(0.0f);
            float16 sum_26 = (float16)(0.0f);
            float16 sum_27 = (float16)(0.0f);
            float16 sum_28 = (float16)(0.0f);
            float16 sum_29 = (float16)(0.0f);
            float16 sum_30 = (float16)(0.0f);
            float16 sum_31 = (float16)(0.0f);
            float16 sum_32 = (float16)(0.0f);
            float16 sum_33 = (float16)(0.0f);
            float16 sum_34 = (float16)(0.0f);
            float16 sum_35 = (float16)(0.0f);
            float16 sum_36 = (float16)(0.0f);
            long w_37 = weights_8;
            long from_38 = at_21;
            for (long h_39 = 0; h_39 < taps_h; h_39 += 1) {
                long row_40 = (from_38 + (h_39 * x_tap_h));
                const long k_41_end = (row_40 + run);
                for (long k_41 = row_40; k_41 < k_41_end; k_41 += 1) {
                    float16 weight_42 = vload16(0, w + w_37);
                    float16 element_43 = (float16)(x[k_41]);
                    sum_23 = fma(element_43, weight_42, sum_23);
                    float16 element_44 = (float16)(x[(k_41 + x_pixel)]);
                    sum_24 = fma(element_44, weight_42, sum_24);
                    float16 element_45 = (float16)(x[(k_41 + (2 * x_pixel))]);
                    sum_25 = fma(element_45, weight_42, sum_25);
                    float16 element_46 = (float16)(x[(k_41 + (3 * x_pixel))]);
                    sum_26 = fma(element_46, weight_42, sum_26);
                    float16 element_47 = (float16)(x[(k_41 + (4 * x_pixel))]);
                    sum_27 = fma(element_47, weight_42, sum_27);
                    float16 element_48 = (float16)(x[(k_41 + (5 * x_pixel))]);
                    sum_28 = fma(element_48, weight_42, sum_28);
                    float16 element_49 = (float16)(x[(k_41 + (6 * x_pixel))]);
                    sum_29 = fma(element_49, weight_42, sum_29);
                    float16 element_50 = (float16)(x[(k_41 + (7 * x_pixel))]);
                    sum_30 = fma(element_50, weight_42, sum_30);
                    float16 element_51 = (float16)(x[(k_41 + (8 * x_pixel))]);
                    sum_31 = fma(element_51, weight_42, sum_31);
                    float16 element_52 = (float16)(x[(k_41 + (9 * x_pixel))]);
                    sum_32 = fma(element_52, weight_42, sum_32);
                    float16 element_53 = (float16)(x[(k_41 + (10 * x_pixel))]);
                    sum_33 = fma(element_53, weight_42, sum_33);
                    float16 element_54 = (float16)(x[(k_41 + (11 * x_pixel))]);
                    sum_34 = fma(element_54, weight_42, sum_34);
                    float16 element_55 = (float16)(x[(k_41 + (12 * x_pixel))]);
                    sum_35 = fma(element_55, weight_42, sum_35);
                    float16 element_56 = (float16)(x[(k_41 + (13 * x_pixel))]);
                    sum_36 = fma(element_56, weight_42, sum_36);
                    w_37 = (w_37 + 16);
                }
            }
            if (15 < count_12) {
                float16 operand_57 = vload16(0, e0 + channel_11);
                float16 value_58 = (sum_23 + operand_57);
                vstore16(value_58, 0, y + (((y_origin + (image_4 * y_image)) + ((row_14 * y_row) + (pixel_20 * y_pixel))) + channel_11));
                float16 value_59 = (sum_24 + operand_57);
                vstore16(value_59, 0, y + (((y_origin + (image_4 * y_image)) + ((row_14 * y_row) + ((pixel_20 + 1) * y_pixel))) + channel_11));
                float16 value_60 = (sum_25 + operand_57);
                vstore16(value_60, 0, y + (((y_origin + (image_4 * y_image)) + ((row_14 * y_row) + ((pixel_20 + 2) * y_pixel))) + channel_11));
                float16 value_61 = (sum_26 + operand_57);
                vstore16(value_61, 0, y + (((y_origin + (image_4 * y_image)) + ((row_14 * y_row) + ((pixel_20 + 3) * y_pixel))) + channel_11));
                float16 value_62 = (sum_27 + operand_57);
                vstore16(value_62, 0, y + (((y_origin + (image_4 * y_image)) + ((row_14 * y_row) + ((pixel_20 + 4) * y_pixel))) + channel_11));
                float16 value_63 = (sum_28 + operand_57);
                vstore16(value_63, 0, y + (((y_origin + (image_4 * y_image)) + ((row_14 * y_row) + ((pixel_20 + 5) * y_pixel))) + channel_11));
                float16 value_64 = (sum_29 + operand_57);
                vstore16(value_64, 0, y + (((y_origin + (image_4 * y_image)) + ((row_14 * y_row) + ((pixel_20 + 6) * y_pixel))) + channel_11));
                float16 value_65 = (sum_30 + operand_57);
                vstore16(value_65, 0, y + (((y_origin + (image_4 * y_image)) + ((row_14 * y_row) + ((pixel_20 + 7) * y_pixel))) + channel_11));
                float16 value_66 = (sum_31 + operand_57);
                vstore16(value_66, 0, y + (((y_origin + (image_4 * y_image)) + ((row_14 * y_row) + ((pixel_20 + 8) * y_pixel))) + channel_11));
                float16 value_67 = (sum_32 + operand_57);
                vstore16(value_67, 0, y + (((y_origin + (image_4 * y_image)) + ((row_14 * y_row) + ((pixel_20 + 9) * y_pixel))) + channel_11));
                float16 value_68 = (sum_33 + operand_57);
                vstore16(value_68, 0, y + (((y_origin + (image_4 * y_image)) + ((row_14 * y_row) + ((pixel_20 + 10) * y_pixel))) + channel_11));
                float16 value_69 = (sum_34 + operand_57);
                vstore16(value_69, 0, y + (((y_origin + (image_4 * y_image)) + ((row_14 * y_row) + ((pixel_20 + 11) * y_pixel))) + channel_11));
                float16 value_70 = (sum_35 + operand_57);
                vstore16(value_70, 0, y + (((y_origin + (image_4 * y_image)) + ((row_14 * y_row) + ((pixel_20 + 12) * y_pixel))) + channel_11));
                float16 value_71 = (sum_36 + operand_57);
                vstore16(value_71, 0, y + (((y_origin + (image_4 * y_image)) + ((row_14 * y_row) + ((pixel_20 + 13) * y_pixel))) + channel_11));
            }
            if (count_12 < 16) {
                long to_72 = (((row_14 - firstRow_5) * (((width + 13) / 14) * 224)) + (pixel_20 * 16));
                vstore16(sum_23, 0, s + to_72);
                vstore16(sum_24, 0, s + (to_72 + 16));
                vstore16(sum_25, 0, s + (to_72 + 32));
                vstore16(sum_26, 0, s + (to_72 + 48));
                vstore16(sum_27, 0, s + (to_72 + 64));
                vstore16(sum_28, 0, s + (to_72 + 80));
                vstore16(sum_29, 0, s + (to_72 + 96));
                vstore16(sum_30, 0, s + (to_72 + 112));
                vstore16(sum_31, 0, s + (to_72 + 128));
                vstore16(sum_32, 0, s + (to_72 + 144));
                vstore16(sum_33, 0, s + (to_72 + 160));
                vstore16(sum_34, 0, s + (to_72 + 176));
                vstore16(sum_35, 0, s + (to_72 + 192));
                vstore16(sum_36, 0, s + (to_72 + 208));
            }
        }
    }
    if (count_12 < 16) {
        long rowSums_73 = (((width + 13) / 14) * 224);
        const long row_74_end = endRow_6;
        for (long row_74 = firstRow_5; row_74 < row_74_end; row_74 += 1) {
            long sums_75 = ((row_74 - firstRow_5) * rowSums_73);
            const long pixel_76_end = min((long) width, (long) (pixels - (row_74 * width)));
            for (long pixel_76 = 0; pixel_76 < pixel_76_end; pixel_76 += 1) {
                long from_77 = (sums_75 + (pixel_76 * 16));
                long vectors_78 = ((count_12 / 16) * 16);
                const long channel_79_end = vectors_78;
                for (long channel_79 = 0; channel_79 < channel_79_end; channel_79 += 16) {
                    float16 sums_80 = vload16(0, s + (from_77 + channel_79));
                    float16 operand_81 = vload16(0, e0 + (channel_11 + channel_79));
                    float16 value_82 = (sums_80 + operand_81);
                    vstore16(value_82, 0, y + (((y_origin + (image_4 * y_image)) + ((row_74 * y_row) + (pixel_76 * y_pixel))) + (channel_11 + channel_79)));
                }
                if (vectors_78 < count_12) {
                    long left_83 = (count_12 - vectors_78);
                    float16 sums_84 = vload16(0, s + (from_77 + vectors_78));
                    float16 operand_85 = load_first16_global(e0 + (channel_11 + vectors_78), left_83);
                    float16 value_86 = (sums_84 + operand_85);
                    store_first16_global(value_86, y + (((y_origin + (image_4 * y_image)) + ((row_74 * y_row) + (pixel_76 * y_pixel))) + (channel_11 + vectors_78)), left_83);
                }
            }
        }
    }
}

__attribute__((noinline)) void part_fused14x1_rows_3f5b6347ffe34edf(const long from, const long to, global float *b0, const long o0, global float *b1, const long o1, global float *b2, const long o2, global float *b3, const long o3, const long own_offset, const long images, const long rows, const long width, const long pixels, const long blocks, const long all_blocks, const long row_step, const long block_step, const long row_groups, const long group_rows, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_group, const long taps_h, const long x_tap_h, const long taps_w, const long x_tap_w, const long run, const long chunk, const long ahead, const long channels, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    float own[4096] __attribute__((aligned(64)));
    for (long index = from; index < to; index++) {
        fused14x1_rows_f4ab3f4999e4e06b(index, b0 + o0, b1 + o1, own + own_offset, b2 + o2, b3 + o3, images, rows, width, pixels, blocks, all_blocks, row_step, block_step, row_groups, group_rows, x_origin, x_image, x_row, x_pixel, x_group, taps_h, x_tap_h, taps_w, x_tap_w, run, chunk, ahead, channels, y_origin, y_image, y_row, y_pixel);
    }
}

float16 at_least16(const float16 x, const float16 bound)
{
    return x <= bound ? bound : x;
}

float16 at_most16(const float16 x, const float16 bound)
{
    return x >= bound ? bound : x;
}

void pointwise_69396e2bc69830b2(const long place, global float *y, global float *e0, const long images, const long rows, const long width, const long channels, const long y_origin, const long y_image, const long y_row, const long y_pixel, const long e0_origin, const long e0_image, const long e0_row, const long e0_pixel)
{
    long image_0 = (place / rows);
    long row_1 = (place % rows);
    for (long pixel_2 = 0; pixel_2 < width; pixel_2 += 1) {
        long vectors_3 = ((channels / 16) * 16);
        const long channel_4_end = vectors_3;
        for (long channel_4 = 0; channel_4 < channel_4_end; channel_4 += 16) {
            float16 operand_5 = vload16(0, e0 + (((e0_origin + (image_0 * e0_image)) + ((row_1 * e0_row) + (pixel_2 * e0_pixel))) + channel_4));
            float16 value_6 = (- operand_5);
            float16 bounded_7 = at_most16(at_least16(value_6, (float16)(-104.0f)), (float16)(89.0f));
            float16 power_8 = (fma(bounded_7, (float16)(1.442695f), (float16)(1.2582912E7f)) - (float16)(1.2582912E7f));
            float16 rest_9 = fma(power_8, (float16)(2.1219444E-4f), fma(power_8, (float16)(-0.6933594f), bounded_7));
            float16 polynomial_10 = fma(fma(fma(fma(fma((float16)(1.9875691E-4f), rest_9, (float16)(0.0013981999f)), rest_9, (float16)(0.008333452f)), rest_9, (float16)(0.041665796f)), rest_9, (float16)(0.16666666f)), rest_9, (float16)(0.5f));
            float16 half_11 = (fma(power_8, (float16)(0.5f), (float16)(1.2582912E7f)) - (float16)(1.2582912E7f));
            float16 value_12 = (((fma(polynomial_10, (rest_9 * rest_9), rest_9) + (float16)(1.0f)) * as_float16(as_int16(half_11 + 1.2583039E7f) << 23)) * as_float16(as_int16((power_8 - half_11) + 1.2583039E7f) << 23));
            float16 value_13 = (value_12 + (float16)(1.0f));
            float16 value_14 = ((float16)(1.0f) / value_13);
            vstore16(value_14, 0, y + (((y_origin + (image_0 * y_image)) + ((row_1 * y_row) + (pixel_2 * y_pixel))) + channel_4));
        }
        if (vectors_3 < channels) {
            long left_15 = (channels - vectors_3);
            float16 operand_16 = load_first16_global(e0 + (((e0_origin + (image_0 * e0_image)) + ((row_1 * e0_row) + (pixel_2 * e0_pixel))) + vectors_3), left_15);
            float16 value_17 = (- operand_16);
            float16 bounded_18 = at_most16(at_least16(value_17, (float16)(-104.0f)), (float16)(89.0f));
            float16 power_19 = (fma(bounded_18, (float16)(1.442695f), (float16)(1.2582912E7f)) - (float16)(1.2582912E7f));
            float16 rest_20 = fma(power_19, (float16)(2.1219444E-4f), fma(power_19, (float16)(-0.6933594f), bounded_18));
            float16 polynomial_21 = fma(fma(fma(fma(fma((float16)(1.9875691E-4f), rest_20, (float16)(0.0013981999f)), rest_20, (float16)(0.008333452f)), rest_20, (float16)(0.041665796f)), rest_20, (float16)(0.16666666f)), rest_20, (float16)(0.5f));
            float16 half_22 = (fma(power_19, (float16)(0.5f), (float16)(1.2582912E7f)) - (float16)(1.2582912E7f));
            float16 value_23 = (((fma(polynomial_21, (rest_20 * rest_20), rest_20) + (float16)(1.0f)) * as_float16(as_int16(half_22 + 1.2583039E7f) << 23)) * as_float16(as_int16((power_19 - half_22) + 1.2583039E7f) << 23));
            float16 value_24 = (value_23 + (float16)(1.0f));
            float16 value_25 = ((float16)(1.0f) / value_24);
            store_first16_global(value_25, y + (((y_origin + (image_0 * y_image)) + ((row_1 * y_row) + (pixel_2 * y_pixel))) + vectors_3), left_15);
        }
    }
}

__attribute__((noinline)) void part_pointwise_fd32ef9de572e6c5(const long from, const long to, global float *b0, const long o0, global float *b1, const long o1, const long images, const long rows, const long width, const long channels, const long y_origin, const long y_image, const long y_row, const long y_pixel, const long e0_origin, const long e0_image, const long e0_row, const long e0_pixel)
{
    for (long index = from; index < to; index++) {
        pointwise_69396e2bc69830b2(index, b0 + o0, b1 + o1, images, rows, width, channels, y_origin, y_image, y_row, y_pixel, e0_origin, e0_image, e0_row, e0_pixel);
    }
}

void window_sum_bd82ad3731f1f463(const long place, global float *x, global float *y, const long images, const long rows, const long width, const long channels, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_rows, const long x_width, const long taps_h, const long taps_w, const long stride_h, const long stride_w, const long dilation_h, const long dilation_w, const long pad_h, const long pad_w, const long w_tap, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    long image_0 = (place / rows);
    long row_1 = (place % rows);
    long x_2 = (x_origin + (image_0 * x_image));
    long start_3 = ((row_1 * stride_h) - pad_h);
    long first_4 = (((max((long) (0 - start_3), (long) 0) + dilation_h) - 1) / dilation_h);
    long end_5 = min((long) taps_h, (long) (((max((long) (x_rows - start_3), (long) 0) + dilation_h) - 1) / dilation_h));
    for (long pixel_6 = 0; pixel_6 < width; pixel_6 += 1) {
        long start_7 = ((pixel_6 * stride_w) - pad_w);
        long first_8 = (((max((long) (0 - start_7), (long) 0) + dilation_w) - 1) / dilation_w);
        long end_9 = min((long) taps_w, (long) (((max((long) (x_width - start_7), (long) 0) + dilation_w) - 1) / dilation_w));
        long vectors_10 = ((channels / 16) * 16);
        const long channel_11_end = vectors_10;
        for (long channel_11 = 0; channel_11 < channel_11_end; channel_11 += 16) {
            float16 result_12 = (float16)(0.0f);
            const long h_13_end = end_5;
            for (long h_13 = first_4; h_13 < h_13_end; h_13 += 1) {
                long line_14 = ((x_2 + channel_11) + ((start_3 + (h_13 * dilation_h)) * x_row));
                long taps_15 = (h_13 * taps_w);
                const long w_16_end = end_9;
                for (long w_16 = first_8; w_16 < w_16_end; w_16 += 1) {
                    result_12 = (vload16(0, x + (line_14 + ((start_7 + (w_16 * dilation_w)) * x_pixel))) + result_12);
                }
            }
            vstore16(result_12, 0, y + (((y_origin + (image_0 * y_image)) + ((row_1 * y_row) + (pixel_6 * y_pixel))) + channel_11));
        }
        if (vectors_10 < channels) {
            long left_17 = (channels - vectors_10);
            float16 result_18 = (float16)(0.0f);
            const long h_19_end = end_5;
            for (long h_19 = first_4; h_19 < h_19_end; h_19 += 1) {
                long line_20 = ((x_2 + vectors_10) + ((start_3 + (h_19 * dilation_h)) * x_row));
                long taps_21 = (h_19 * taps_w);
                const long w_22_end = end_9;
                for (long w_22 = first_8; w_22 < w_22_end; w_22 += 1) {
                    result_18 = (load_first16_global(x + (line_20 + ((start_7 + (w_22 * dilation_w)) * x_pixel)), left_17) + result_18);
                }
            }
            store_first16_global(result_18, y + (((y_origin + (image_0 * y_image)) + ((row_1 * y_row) + (pixel_6 * y_pixel))) + vectors_10), left_17);
        }
    }
}

__attribute__((noinline)) void part_window_sum_092427a23eba2ebb(const long from, const long to, global float *b0, const long o0, global float *b1, const long o1, const long images, const long rows, const long width, const long channels, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_rows, const long x_width, const long taps_h, const long taps_w, const long stride_h, const long stride_w, const long dilation_h, const long dilation_w, const long pad_h, const long pad_w, const long w_tap, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    for (long index = from; index < to; index++) {
        window_sum_bd82ad3731f1f463(index, b0 + o0, b1 + o1, images, rows, width, channels, x_origin, x_image, x_row, x_pixel, x_rows, x_width, taps_h, taps_w, stride_h, stride_w, dilation_h, dilation_w, pad_h, pad_w, w_tap, y_origin, y_image, y_row, y_pixel);
    }
}

void product7x2_rows_ea379f8090da3437(const long place, global float *x, global float *w, private float *s, const long images, const long rows, const long width, const long pixels, const long blocks, const long all_blocks, const long row_step, const long block_step, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_group, const long taps_h, const long x_tap_h, const long taps_w, const long x_tap_w, const long run, const long s_block)
{
    long line_0 = ((place / row_step) % (images * rows));
    long block_1 = ((place / block_step) % all_blocks);
    long image_2 = (line_0 / rows);
    long row_3 = (line_0 % rows);
    long width_4 = min((long) width, (long) (pixels - (row_3 * width)));
    long group_5 = (block_1 / blocks);
    long inGroup_6 = (block_1 % blocks);
    long weights_7 = ((block_1 * ((taps_h * taps_w) * run)) * 32);
    long last_8 = (width_4 - 7);
    long x_9 = ((x_origin + (group_5 * x_group)) + ((image_2 * x_image) + (row_3 * x_row)));
    const long tile_10_end = width_4;
    for (long tile_10 = 0; tile_10 < tile_10_end; tile_10 += 7) {
        long pixel_11 = min((long) tile_10, (long) last_8);
        long at_12 = (x_9 + (pixel_11 * x_pixel));
        float16 sum_13 = (float16)(0.0f);
        float16 sum_14 = (float16)(0.0f);
        float16 sum_15 = (float16)(0.0f);
        float16 sum_16 = (float16)(0.0f);
        float16 sum_17 = (float16)(0.0f);
        float16 sum_18 = (float16)(0.0f);
        float16 sum_19 = (float16)(0.0f);
        float16 sum_20 = (float16)(0.0f);
        float16 sum_21 = (float16)(0.0f);
        float16 sum_22 = (float16)(0.0f);
        float16 sum_23 = (float16)(0.0f);
        float16 sum_24 = (float16)(0.0f);
        float16 sum_25 = (float16)(0.0f);
        float16 sum_26 = (float16)(0.0f);
        long w_27 = weights_7;
        for (long h_28 = 0; h_28 < taps_h; h_28 += 1) {
            long from_29 = (at_12 + (h_28 * x_tap_h));
            const long k_30_end = (from_29 + run);
            for (long k_30 = from_29; k_30 < k_30_end; k_30 += 1) {
                float16 weight_31 = vload16(0, w + w_27);
                float16 weight_32 = vload16(0, w + (w_27 + 16));
                float16 element_33 = (float16)(x[k_30]);
                sum_13 = fma(element_33, weight_31, sum_13);
                sum_14 = fma(element_33, weight_32, sum_14);
                float16 element_34 = (float16)(x[(k_30 + x_pixel)]);
                sum_15 = fma(element_34, weight_31, sum_15);
                sum_16 = fma(element_34, weight_32, sum_16);
                float16 element_35 = (float16)(x[(k_30 + (2 * x_pixel))]);
                sum_17 = fma(element_35, weight_31, sum_17);
                sum_18 = fma(element_35, weight_32, sum_18);
                float16 element_36 = (float16)(x[(k_30 + (3 * x_pixel))]);
                sum_19 = fma(element_36, weight_31, sum_19);
                sum_20 = fma(element_36, weight_32, sum_20);
                float16 element_37 = (float16)(x[(k_30 + (4 * x_pixel))]);
                sum_21 = fma(element_37, weight_31, sum_21);
                sum_22 = fma(element_37, weight_32, sum_22);
                float16 element_38 = (float16)(x[(k_30 + (5 * x_pixel))]);
                sum_23 = fma(element_38, weight_31, sum_23);
                sum_24 = fma(element_38, weight_32, sum_24);
                float16 element_39 = (float16)(x[(k_30 + (6 * x_pixel))]);
                sum_25 = fma(element_39, weight_31, sum_25);
                sum_26 = fma(element_39, weight_32, sum_26);
                w_27 = (w_27 + 32);
            }
        }
        long to_40 = ((block_1 * s_block) + (pixel_11 * 32));
        vstore16(sum_13, 0, s + to_40);
        vstore16(sum_14, 0, s + (to_40 + 16));
        vstore16(sum_15, 0, s + (to_40 + 32));
        vstore16(sum_16, 0, s + (to_40 + 48));
        vstore16(sum_17, 0, s + (to_40 + 64));
        vstore16(sum_18, 0, s + (to_40 + 80));
        vstore16(sum_19, 0, s + (to_40 + 96));
        vstore16(sum_20, 0, s + (to_40 + 112));
        vstore16(sum_21, 0, s + (to_40 + 128));
        vstore16(sum_22, 0, s + (to_40 + 144));
        vstore16(sum_23, 0, s + (to_40 + 160));
        vstore16(sum_24, 0, s + (to_40 + 176));
        vstore16(sum_25, 0, s + (to_40 + 192));
        vstore16(sum_26, 0, s + (to_40 + 208));
    }
}

void store2_30162d49fe2219a9(const long place, private float *s, global float *y, global float *e0, const long images, const long rows, const long width, const long pixels, const long blocks, const long all_blocks, const long row_step, const long block_step, const long channels, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    long line_0 = ((place / row_step) % (images * rows));
    long block_1 = ((place / block_step) % all_blocks);
    long image_2 = (line_0 / rows);
    long row_3 = (line_0 % rows);
    long width_4 = min((long) width, (long) (pixels - (row_3 * width)));
    long group_5 = (block_1 / blocks);
    long inGroup_6 = (block_1 % blocks);
    long first_7 = (inGroup_6 * 32);
    long channel_8 = ((group_5 * channels) + first_7);
    long count_9 = min((long) 32, (long) (channels - first_7));
    const long pixel_10_end = width_4;
    for (long pixel_10 = 0; pixel_10 < pixel_10_end; pixel_10 += 1) {
        long from_11 = (pixel_10 * 32);
        long vectors_12 = ((count_9 / 16) * 16);
        const long channel_13_end = vectors_12;
        for (long channel_13 = 0; channel_13 < channel_13_end; channel_13 += 16) {
            float16 sums_14 = vload16(0, s + (from_11 + channel_13));
            float16 operand_15 = vload16(0, e0 + (channel_8 + channel_13));
            float16 value_16 = (sums_14 + operand_15);
            float16 value_17 = (- value_16);
            float16 bounded_18 = at_most16(at_least16(value_17, (float16)(-104.0f)), (float16)(89.0f));
            float16 power_19 = (fma(bounded_18, (float16)(1.442695f), (float16)(1.2582912E7f)) - (float16)(1.2582912E7f));
            float16 rest_20 = fma(power_19, (float16)(2.1219444E-4f), fma(power_19, (float16)(-0.6933594f), bounded_18));
            float16 polynomial_21 = fma(fma(fma(fma(fma((float16)(1.9875691E-4f), rest_20, (float16)(0.0013981999f)), rest_20, (float16)(0.008333452f)), rest_20, (float16)(0.041665796f)), rest_20, (float16)(0.16666666f)), rest_20, (float16)(0.5f));
            float16 half_22 = (fma(power_19, (float16)(0.5f), (float16)(1.2582912E7f)) - (float16)(1.2582912E7f));
            float16 value_23 = (((fma(polynomial_21, (rest_20 * rest_20), rest_20) + (float16)(1.0f)) * as_float16(as_int16(half_22 + 1.2583039E7f) << 23)) * as_float16(as_int16((power_19 - half_22) + 1.2583039E7f) << 23));
            float16 value_24 = (value_23 + (float16)(1.0f));
            float16 value_25 = ((float16)(1.0f) / value_24);
            vstore16(value_25, 0, y + (((y_origin + (image_2 * y_image)) + ((row_3 * y_row) + (pixel_10 * y_pixel))) + (channel_8 + channel_13)));
        }
        if (vectors_12 < count_9) {
            long left_26 = (count_9 - vectors_12);
            float16 sums_27 = vload16(0, s + (from_11 + vectors_12));
            float16 operand_28 = load_first16_global(e0 + (channel_8 + vectors_12), left_26);
            float16 value_29 = (sums_27 + operand_28);
            float16 value_30 = (- value_29);
            float16 bounded_31 = at_most16(at_least16(value_30, (float16)(-104.0f)), (float16)(89.0f));
            float16 power_32 = (fma(bounded_31, (float16)(1.442695f), (float16)(1.2582912E7f)) - (float16)(1.2582912E7f));
            float16 rest_33 = fma(power_32, (float16)(2.1219444E-4f), fma(power_32, (float16)(-0.6933594f), bounded_31));
            float16 polynomial_34 = fma(fma(fma(fma(fma((float16)(1.9875691E-4f), rest_33, (float16)(0.0013981999f)), rest_33, (float16)(0.008333452f)), rest_33, (float16)(0.041665796f)), rest_33, (float16)(0.16666666f)), rest_33, (float16)(0.5f));
            float16 half_35 = (fma(power_32, (float16)(0.5f), (float16)(1.2582912E7f)) - (float16)(1.2582912E7f));
            float16 value_36 = (((fma(polynomial_34, (rest_33 * rest_33), rest_33) + (float16)(1.0f)) * as_float16(as_int16(half_35 + 1.2583039E7f) << 23)) * as_float16(as_int16((power_32 - half_35) + 1.2583039E7f) << 23));
            float16 value_37 = (value_36 + (float16)(1.0f));
            float16 value_38 = ((float16)(1.0f) / value_37);
            store_first16_global(value_38, y + (((y_origin + (image_2 * y_image)) + ((row_3 * y_row) + (pixel_10 * y_pixel))) + (channel_8 + vectors_12)), left_26);
        }
    }
}

__attribute__((noinline)) void part_product7x2_rows_store2_2ef2de3b6a0b25ef(const long from, const long to, global float *b0, const long o0, global float *b1, const long o1, global float *b2, const long o2, global float *b3, const long o3, const long own_offset, const long images, const long rows, const long width, const long pixels, const long blocks, const long all_blocks, const long row_step, const long block_step, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_group, const long taps_h, const long x_tap_h, const long taps_w, const long x_tap_w, const long run, const long s_block, const long channels, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    float own[4096] __attribute__((aligned(64)));
    for (long index = from; index < to; index++) {
        product7x2_rows_ea379f8090da3437(index, b0 + o0, b1 + o1, own + own_offset, images, rows, width, pixels, blocks, all_blocks, row_step, block_step, x_origin, x_image, x_row, x_pixel, x_group, taps_h, x_tap_h, taps_w, x_tap_w, run, s_block);
        store2_30162d49fe2219a9(index, own + own_offset, b2 + o2, b3 + o3, images, rows, width, pixels, blocks, all_blocks, row_step, block_step, channels, y_origin, y_image, y_row, y_pixel);
    }
}

void window_sum2x2_aeee6f60c8d69ec5(const long place, global float *x, global float *y, const long images, const long rows, const long width, const long channels, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_rows, const long x_width, const long taps_h, const long taps_w, const long stride_h, const long stride_w, const long dilation_h, const long dilation_w, const long pad_h, const long pad_w, const long w_tap, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    long image_0 = (place / rows);
    long row_1 = (place % rows);
    long x_2 = (x_origin + (image_0 * x_image));
    long start_3 = ((row_1 * stride_h) - pad_h);
    long first_4 = (((max((long) (0 - start_3), (long) 0) + dilation_h) - 1) / dilation_h);
    long end_5 = min((long) taps_h, (long) (((max((long) (x_rows - start_3), (long) 0) + dilation_h) - 1) / dilation_h));
    long left_6 = (((max((long) pad_w, (long) 0) + stride_w) - 1) / stride_w);
    long count_7 = (min((long) width, (long) (max((long) (((x_width + pad_w) - (dilation_w + 1)) + stride_w), (long) 0) / stride_w)) - left_6);
    long inside_8 = ((count_7 * min((long) max((long) ((end_5 - first_4) - 1), (long) 0), (long) 1)) * min((long) max((long) (count_7 - 3), (long) 0), (long) 1));
    long right_9 = (left_6 + inside_8);
    long step_10 = (stride_w * x_pixel);
    long next_11 = (dilation_w * x_pixel);
    long down_12 = (dilation_h * x_row);
    long line_13 = ((x_2 + (start_3 * x_row)) - (pad_w * x_pixel));
    for (long channel_14 = 0; channel_14 < channels; channel_14 += 16) {
        long first_15 = (line_13 + channel_14);
        const long tile_16_end = right_9;
        for (long tile_16 = left_6; tile_16 < tile_16_end; tile_16 += 4) {
            long pixel_17 = min((long) tile_16, (long) (right_9 - 4));
            long at_18 = (first_15 + (pixel_17 * step_10));
            float16 result_19 = (float16)(0.0f);
            float16 result_20 = (float16)(0.0f);
            float16 result_21 = (float16)(0.0f);
            float16 result_22 = (float16)(0.0f);
            long tap_23 = at_18;
            result_19 = (vload16(0, x + tap_23) + result_19);
            result_20 = (vload16(0, x + (tap_23 + step_10)) + result_20);
            result_21 = (vload16(0, x + (tap_23 + (step_10 * 2))) + result_21);
            result_22 = (vload16(0, x + (tap_23 + (step_10 * 3))) + result_22);
            long tap_24 = (at_18 + next_11);
            result_19 = (vload16(0, x + tap_24) + result_19);
            result_20 = (vload16(0, x + (tap_24 + step_10)) + result_20);
            result_21 = (vload16(0, x + (tap_24 + (step_10 * 2))) + result_21);
            result_22 = (vload16(0, x + (tap_24 + (step_10 * 3))) + result_22);
            long tap_25 = (at_18 + down_12);
            result_19 = (vload16(0, x + tap_25) + result_19);
            result_20 = (vload16(0, x + (tap_25 + step_10)) + result_20);
            result_21 = (vload16(0, x + (tap_25 + (step_10 * 2))) + result_21);
            result_22 = (vload16(0, x + (tap_25 + (step_10 * 3))) + result_22);
            long tap_26 = ((at_18 + down_12) + next_11);
            result_19 = (vload16(0, x + tap_26) + result_19);
            result_20 = (vload16(0, x + (tap_26 + step_10)) + result_20);
            result_21 = (vload16(0, x + (tap_26 + (step_10 * 2))) + result_21);
            result_22 = (vload16(0, x + (tap_26 + (step_10 * 3))) + result_22);
            long place_27 = pixel_17;
            float16 value_28 = (result_19 * (float16)(0.25f));
            vstore16(value_28, 0, y + (((y_origin + (image_0 * y_image)) + ((row_1 * y_row) + (place_27 * y_pixel))) + channel_14));
            long place_29 = (pixel_17 + 1);
            float16 value_30 = (result_20 * (float16)(0.25f));
            vstore16(value_30, 0, y + (((y_origin + (image_0 * y_image)) + ((row_1 * y_row) + (place_29 * y_pixel))) + channel_14));
            long place_31 = (pixel_17 + 2);
            float16 value_32 = (result_21 * (float16)(0.25f));
            vstore16(value_32, 0, y + (((y_origin + (image_0 * y_image)) + ((row_1 * y_row) + (place_31 * y_pixel))) + channel_14));
            long place_33 = (pixel_17 + 3);
            float16 value_34 = (result_22 * (float16)(0.25f));
            vstore16(value_34, 0, y + (((y_origin + (image_0 * y_image)) + ((row_1 * y_row) + (place_33 * y_pixel))) + channel_14));
        }
    }
    const long edge_35_end = (width - inside_8);
    for (long edge_35 = 0; edge_35 < edge_35_end; edge_35 += 1) {
        long pixel_36 = (edge_35 + (min((long) max((long) ((edge_35 - left_6) + 1), (long) 0), (long) 1) * inside_8));
        long start_37 = ((pixel_36 * stride_w) - pad_w);
        long first_38 = (((max((long) (0 - start_37), (long) 0) + dilation_w) - 1) / dilation_w);
        long end_39 = min((long) taps_w, (long) (((max((long) (x_width - start_37), (long) 0) + dilation_w) - 1) / dilation_w));
        long vectors_40 = ((channels / 16) * 16);
        const long channel_41_end = vectors_40;
        for (long channel_41 = 0; channel_41 < channel_41_end; channel_41 += 16) {
            float16 result_42 = (float16)(0.0f);
            const long h_43_end = end_5;
            for (long h_43 = first_4; h_43 < h_43_end; h_43 += 1) {
                long line_44 = ((x_2 + channel_41) + ((start_3 + (h_43 * dilation_h)) * x_row));
                long taps_45 = (h_43 * taps_w);
                const long w_46_end = end_39;
                for (long w_46 = first_38; w_46 < w_46_end; w_46 += 1) {
                    result_42 = (vload16(0, x + (line_44 + ((start_37 + (w_46 * dilation_w)) * x_pixel))) + result_42);
                }
            }
            float16 value_47 = (result_42 * (float16)(0.25f));
            vstore16(value_47, 0, y + (((y_origin + (image_0 * y_image)) + ((row_1 * y_row) + (pixel_36 * y_pixel))) + channel_41));
        }
        if (vectors_40 < channels) {
            long left_48 = (channels - vectors_40);
            float16 result_49 = (float16)(0.0f);
            const long h_50_end = end_5;
            for (long h_50 = first_4; h_50 < h_50_end; h_50 += 1) {
                long line_51 = ((x_2 + vectors_40) + ((start_3 + (h_50 * dilation_h)) * x_row));
                long taps_52 = (h_50 * taps_w);
                const long w_53_end = end_39;
                for (long w_53 = first_38; w_53 < w_53_end; w_53 += 1) {
                    result_49 = (load_first16_global(x + (line_51 + ((start_37 + (w_53 * dilation_w)) * x_pixel)), left_48) + result_49);
                }
            }
            float16 value_54 = (result_49 * (float16)(0.25f));
            store_first16_global(value_54, y + (((y_origin + (image_0 * y_image)) + ((row_1 * y_row) + (pixel_36 * y_pixel))) + vectors_40), left_48);
        }
    }
}

__attribute__((noinline)) void part_window_sum2x2_54c6f6e69b6dbcba(const long from, const long to, global float *b0, const long o0, global float *b1, const long o1, const long images, const long rows, const long width, const long channels, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_rows, const long x_width, const long taps_h, const long taps_w, const long stride_h, const long stride_w, const long dilation_h, const long dilation_w, const long pad_h, const long pad_w, const long w_tap, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    for (long index = from; index < to; index++) {
        window_sum2x2_aeee6f60c8d69ec5(index, b0 + o0, b1 + o1, images, rows, width, channels, x_origin, x_image, x_row, x_pixel, x_rows, x_width, taps_h, taps_w, stride_h, stride_w, dilation_h, dilation_w, pad_h, pad_w, w_tap, y_origin, y_image, y_row, y_pixel);
    }
}

void product1x8_run_4ca201a04e7e6240(const long place, global float *x, global float *w, private float *s, const long images, const long rows, const long width, const long pixels, const long blocks, const long all_blocks, const long row_step, const long block_step, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_group, const long taps_h, const long x_tap_h, const long taps_w, const long x_tap_w, const long run, const long s_block)
{
    long line_0 = ((place / row_step) % (images * rows));
    long block_1 = ((place / block_step) % all_blocks);
    long image_2 = (line_0 / rows);
    long row_3 = (line_0 % rows);
    long width_4 = min((long) width, (long) (pixels - (row_3 * width)));
    long group_5 = (block_1 / blocks);
    long inGroup_6 = (block_1 % blocks);
    long weights_7 = ((block_1 * ((taps_h * taps_w) * run)) * 128);
    long last_8 = (width_4 - 1);
    long x_9 = ((x_origin + (group_5 * x_group)) + ((image_2 * x_image) + (row_3 * x_row)));
    const long tile_10_end = width_4;
    for (long tile_10 = 0; tile_10 < tile_10_end; tile_10 += 1) {
        long pixel_11 = min((long) tile_10, (long) last_8);
        long at_12 = (x_9 + (pixel_11 * x_pixel));
        float16 sum_13 = (float16)(0.0f);
        float16 sum_14 = (float16)(0.0f);
        float16 sum_15 = (float16)(0.0f);
        float16 sum_16 = (float16)(0.0f);
        float16 sum_17 = (float16)(0.0f);
        float16 sum_18 = (float16)(0.0f);
        float16 sum_19 = (float16)(0.0f);
        float16 sum_20 = (float16)(0.0f);
        long w_21 = weights_7;
        const long k_22_end = (at_12 + run);
        for (long k_22 = at_12; k_22 < k_22_end; k_22 += 1) {
            float16 weight_23 = vload16(0, w + w_21);
            float16 weight_24 = vload16(0, w + (w_21 + 16));
            float16 weight_25 = vload16(0, w + (w_21 + 32));
            float16 weight_26 = vload16(0, w + (w_21 + 48));
            float16 weight_27 = vload16(0, w + (w_21 + 64));
            float16 weight_28 = vload16(0, w + (w_21 + 80));
            float16 weight_29 = vload16(0, w + (w_21 + 96));
            float16 weight_30 = vload16(0, w + (w_21 + 112));
            float16 element_31 = (float16)(x[k_22]);
            sum_13 = fma(element_31, weight_23, sum_13);
            sum_14 = fma(element_31, weight_24, sum_14);
            sum_15 = fma(element_31, weight_25, sum_15);
            sum_16 = fma(element_31, weight_26, sum_16);
            sum_17 = fma(element_31, weight_27, sum_17);
            sum_18 = fma(element_31, weight_28, sum_18);
            sum_19 = fma(element_31, weight_29, sum_19);
            sum_20 = fma(element_31, weight_30, sum_20);
            w_21 = (w_21 + 128);
        }
        long to_32 = ((block_1 * s_block) + (pixel_11 * 128));
        vstore16(sum_13, 0, s + to_32);
        vstore16(sum_14, 0, s + (to_32 + 16));
        vstore16(sum_15, 0, s + (to_32 + 32));
        vstore16(sum_16, 0, s + (to_32 + 48));
        vstore16(sum_17, 0, s + (to_32 + 64));
        vstore16(sum_18, 0, s + (to_32 + 80));
        vstore16(sum_19, 0, s + (to_32 + 96));
        vstore16(sum_20, 0, s + (to_32 + 112));
    }
}

void store8_1cbcd976d4404a81(const long place, private float *s, global float *y, global float *e0, const long images, const long rows, const long width, const long pixels, const long blocks, const long all_blocks, const long row_step, const long block_step, const long channels, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    long line_0 = ((place / row_step) % (images * rows));
    long block_1 = ((place / block_step) % all_blocks);
    long image_2 = (line_0 / rows);
    long row_3 = (line_0 % rows);
    long width_4 = min((long) width, (long) (pixels - (row_3 * width)));
    long group_5 = (block_1 / blocks);
    long inGroup_6 = (block_1 % blocks);
    long first_7 = (inGroup_6 * 128);
    long channel_8 = ((group_5 * channels) + first_7);
    long count_9 = min((long) 128, (long) (channels - first_7));
    const long pixel_10_end = width_4;
    for (long pixel_10 = 0; pixel_10 < pixel_10_end; pixel_10 += 1) {
        long from_11 = (pixel_10 * 128);
        long vectors_12 = ((count_9 / 16) * 16);
        const long channel_13_end = vectors_12;
        for (long channel_13 = 0; channel_13 < channel_13_end; channel_13 += 16) {
            float16 sums_14 = vload16(0, s + (from_11 + channel_13));
            float16 operand_15 = vload16(0, e0 + (channel_8 + channel_13));
            float16 value_16 = (sums_14 + operand_15);
            float16 value_17 = (- value_16);
            float16 bounded_18 = at_most16(at_least16(value_17, (float16)(-104.0f)), (float16)(89.0f));
            float16 power_19 = (fma(bounded_18, (float16)(1.442695f), (float16)(1.2582912E7f)) - (float16)(1.2582912E7f));
            float16 rest_20 = fma(power_19, (float16)(2.1219444E-4f), fma(power_19, (float16)(-0.6933594f), bounded_18));
            float16 polynomial_21 = fma(fma(fma(fma(fma((float16)(1.9875691E-4f), rest_20, (float16)(0.0013981999f)), rest_20, (float16)(0.008333452f)), rest_20, (float16)(0.041665796f)), rest_20, (float16)(0.16666666f)), rest_20, (float16)(0.5f));
            float16 half_22 = (fma(power_19, (float16)(0.5f), (float16)(1.2582912E7f)) - (float16)(1.2582912E7f));
            float16 value_23 = (((fma(polynomial_21, (rest_20 * rest_20), rest_20) + (float16)(1.0f)) * as_float16(as_int16(half_22 + 1.2583039E7f) << 23)) * as_float16(as_int16((power_19 - half_22) + 1.2583039E7f) << 23));
            float16 value_24 = (value_23 + (float16)(1.0f));
            float16 value_25 = ((float16)(1.0f) / value_24);
            vstore16(value_25, 0, y + (((y_origin + (image_2 * y_image)) + ((row_3 * y_row) + (pixel_10 * y_pixel))) + (channel_8 + channel_13)));
        }
        if (vectors_12 < count_9) {
            long left_26 = (count_9 - vectors_12);
            float16 sums_27 = vload16(0, s + (from_11 + vectors_12));
            float16 operand_28 = load_first16_global(e0 + (channel_8 + vectors_12), left_26);
            float16 value_29 = (sums_27 + operand_28);
            float16 value_30 = (- value_29);
            float16 bounded_31 = at_most16(at_least16(value_30, (float16)(-104.0f)), (float16)(89.0f));
            float16 power_32 = (fma(bounded_31, (float16)(1.442695f), (float16)(1.2582912E7f)) - (float16)(1.2582912E7f));
            float16 rest_33 = fma(power_32, (float16)(2.1219444E-4f), fma(power_32, (float16)(-0.6933594f), bounded_31));
            float16 polynomial_34 = fma(fma(fma(fma(fma((float16)(1.9875691E-4f), rest_33, (float16)(0.0013981999f)), rest_33, (float16)(0.008333452f)), rest_33, (float16)(0.041665796f)), rest_33, (float16)(0.16666666f)), rest_33, (float16)(0.5f));
            float16 half_35 = (fma(power_32, (float16)(0.5f), (float16)(1.2582912E7f)) - (float16)(1.2582912E7f));
            float16 value_36 = (((fma(polynomial_34, (rest_33 * rest_33), rest_33) + (float16)(1.0f)) * as_float16(as_int16(half_35 + 1.2583039E7f) << 23)) * as_float16(as_int16((power_32 - half_35) + 1.2583039E7f) << 23));
            float16 value_37 = (value_36 + (float16)(1.0f));
            float16 value_38 = ((float16)(1.0f) / value_37);
            store_first16_global(value_38, y + (((y_origin + (image_2 * y_image)) + ((row_3 * y_row) + (pixel_10 * y_pixel))) + (channel_8 + vectors_12)), left_26);
        }
    }
}

__attribute__((noinline)) void part_product1x8_run_store8_b93359316657a7cc(const long from, const long to, global float *b0, const long o0, global float *b1, const long o1, global float *b2, const long o2, global float *b3, const long o3, const long own_offset, const long images, const long rows, const long width, const long pixels, const long blocks, const long all_blocks, const long row_step, const long block_step, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_group, const long taps_h, const long x_tap_h, const long taps_w, const long x_tap_w, const long run, const long s_block, const long channels, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    float own[4096] __attribute__((aligned(64)));
    for (long index = from; index < to; index++) {
        product1x8_run_4ca201a04e7e6240(index, b0 + o0, b1 + o1, own + own_offset, images, rows, width, pixels, blocks, all_blocks, row_step, block_step, x_origin, x_image, x_row, x_pixel, x_group, taps_h, x_tap_h, taps_w, x_tap_w, run, s_block);
        store8_1cbcd976d4404a81(index, own + own_offset, b2 + o2, b3 + o3, images, rows, width, pixels, blocks, all_blocks, row_step, block_step, channels, y_origin, y_image, y_row, y_pixel);
    }
}

void read_ahead(const global float *at)
{
#if defined(__has_builtin)
#if __has_builtin(__builtin_prefetch)
    __builtin_prefetch((const void *) (size_t) at, 0, 2);
#endif
#endif
}

void fused1x4_run_cut_5ec1d76b311fbd34(const long place, global float *x, global float *w, private float *s, global float *y, global float *e0, const long images, const long rows, const long width, const long pixels, const long blocks, const long all_blocks, const long row_step, const long block_step, const long row_groups, const long group_rows, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_group, const long taps_h, const long x_tap_h, const long taps_w, const long x_tap_w, const long run, const long chunk, const long ahead, const long channels, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    long line_0 = ((place / row_step) % (images * row_groups));
    long block_1 = ((place / block_step) % all_blocks);
    long group_2 = (block_1 / blocks);
    long inGroup_3 = (block_1 % blocks);
    long image_4 = (line_0 / row_groups);
    long firstRow_5 = ((line_0 % row_groups) * group_rows);
    long endRow_6 = min((long) (firstRow_5 + group_rows), (long) rows);
    long steps_7 = ((taps_h * taps_w) * run);
    long weights_8 = ((block_1 * steps_7) * 64);
    long x_9 = ((x_origin + (group_2 * x_group)) + (image_4 * x_image));
    long before_10 = (inGroup_3 * 64);
    long channel_11 = ((group_2 * channels) + before_10);
    long count_12 = min((long) 64, (long) (channels - before_10));
    long done_13 = 0;
    for (long chunk_14 = 0; chunk_14 < run; chunk_14 += chunk) {
        long length_15 = min((long) chunk, (long) (run - chunk_14));
        long after_16 = (done_13 + length_15);
        long rowSums_17 = ((width / 1) * 64);
        const long row_18_end = endRow_6;
        for (long row_18 = firstRow_5; row_18 < row_18_end; row_18 += 1) {
            long width_19 = min((long) width, (long) (pixels - (row_18 * width)));
            long last_20 = (width_19 - 1);
            long line_21 = (x_9 + (row_18 * x_row));
            long sums_22 = ((row_18 - firstRow_5) * rowSums_17);
            const long tile_23_end = width_19;
            for (long tile_23 = 0; tile_23 < tile_23_end; tile_23 += 1) {
                long pixel_24 = min((long) tile_23, (long) last_20);
                long at_25 = (line_21 + (pixel_24 * x_pixel));
                long kept_26 = (sums_22 + (tile_23 * 64));
                float16 sum_27 = (float16)(0.0f);
                float16 sum_28 = (float16)(0.0f);
                float16 sum_29 = (float16)(0.0f);
                float16 sum_30 = (float16)(0.0f);
                if (0 < done_13) {
                    sum_27 = vload16(0, s + kept_26);
                    sum_28 = vload16(0, s + (kept_26 + 16));
                    sum_29 = vload16(0, s + (kept_26 + 32));
                    sum_30 = vload16(0, s + (kept_26 + 48));
                }
                long w_31 = (weights_8 + (done_13 * 64));
                long from_32 = (at_25 + chunk_14);
                long ahead_33 = ((weights_8 + (after_16 * 64)) + ((((row_18 - firstRow_5) * (width / 1)) + (tile_23 / 1)) * (length_15 * ahead)));
                const long k_34_end = (from_32 + length_15);
                for (long k_34 = from_32; k_34 < k_34_end; k_34 += 1) {
                    read_ahead(w + ahead_33);
                    ahead_33 = (ahead_33 + ahead);
                    float16 weight_35 = vload16(0, w + w_31);
                    float16 weight_36 = vload16(0, w + (w_31 + 16));
                    float16 weight_37 = vload16(0, w + (w_31 + 32));
                    float16 weight_38 = vload16(0, w + (w_31 + 48));
                    float16 element_39 = (float16)(x[k_34]);
                    sum_27 = fma(element_39, weight_35, sum_27);
                    sum_28 = fma(element_39, weight_36, sum_28);
                    sum_29 = fma(element_39, weight_37, sum_29);
                    sum_30 = fma(element_39, weight_38, sum_30);
                    w_31 = (w_31 + 64);
                }
                if (after_16 < steps_7) {
                    long to_40 = kept_26;
                    vstore16(sum_27, 0, s + to_40);
                    vstore16(sum_28, 0, s + (to_40 + 16));
                    vstore16(sum_29, 0, s + (to_40 + 32));
                    vstore16(sum_30, 0, s + (to_40 + 48));
                }
                if ((steps_7 - 1) < after_16) {
                    if (63 < count_12) {
                        float16 operand_41 = vload16(0, e0 + channel_11);
                        float16 value_42 = (sum_27 + operand_41);
                        vstore16(value_42, 0, y + (((y_origin + (image_4 * y_image)) + ((row_18 * y_row) + (pixel_24 * y_pixel))) + channel_11));
                        float16 operand_43 = vload16(0, e0 + (channel_11 + 16));
                        float16 value_44 = (sum_28 + operand_43);
                        vstore16(value_44, 0, y + (((y_origin + (image_4 * y_image)) + ((row_18 * y_row) + (pixel_24 * y_pixel))) + (channel_11 + 16)));
                        float16 operand_45 = vload16(0, e0 + (channel_11 + 32));
                        float16 value_46 = (sum_29 + operand_45);
                        vstore16(value_46, 0, y + (((y_origin + (image_4 * y_image)) + ((row_18 * y_row) + (pixel_24 * y_pixel))) + (channel_11 + 32)));
                        float16 operand_47 = vload16(0, e0 + (channel_11 + 48));
                        float16 value_48 = (sum_30 + operand_47);
                        vstore16(value_48, 0, y + (((y_origin + (image_4 * y_image)) + ((row_18 * y_row) + (pixel_24 * y_pixel))) + (channel_11 + 48)));
                    }
                    if (count_12 < 64) {
                        long to_49 = (((row_18 - firstRow_5) * ((width / 1) * 64)) + (pixel_24 * 64));
                        vstore16(sum_27, 0, s + to_49);
                        vstore16(sum_28, 0, s + (to_49 + 16));
                        vstore16(sum_29, 0, s + (to_49 + 32));
                        vstore16(sum_30, 0, s + (to_49 + 48));
                    }
                }
            }
        }
        done_13 = after_16;
    }
    if (count_12 < 64) {
        long rowSums_50 = ((width / 1) * 64);
        const long row_51_end = endRow_6;
        for (long row_51 = firstRow_5; row_51 < row_51_end; row_51 += 1) {
            long sums_52 = ((row_51 - firstRow_5) * rowSums_50);
            const long pixel_53_end = min((long) width, (long) (pixels - (row_51 * width)));
            for (long pixel_53 = 0; pixel_53 < pixel_53_end; pixel_53 += 1) {
                long from_54 = (sums_52 + (pixel_53 * 64));
                long vectors_55 = ((count_12 / 16) * 16);
                const long channel_56_end = vectors_55;
                for (long channel_56 = 0; channel_56 < channel_56_end; channel_56 += 16) {
                    float16 sums_57 = vload16(0, s + (from_54 + channel_56));
                    float16 operand_58 = vload16(0, e0 + (channel_11 + channel_56));
                    float16 value_59 = (sums_57 + operand_58);
                    vstore16(value_59, 0, y + (((y_origin + (image_4 * y_image)) + ((row_51 * y_row) + (pixel_53 * y_pixel))) + (channel_11 + channel_56)));
                }
                if (vectors_55 < count_12) {
                    long left_60 = (count_12 - vectors_55);
                    float16 sums_61 = vload16(0, s + (from_54 + vectors_55));
                    float16 operand_62 = load_first16_global(e0 + (channel_11 + vectors_55), left_60);
                    float16 value_63 = (sums_61 + operand_62);
                    store_first16_global(value_63, y + (((y_origin + (image_4 * y_image)) + ((row_51 * y_row) + (pixel_53 * y_pixel))) + (channel_11 + vectors_55)), left_60);
                }
            }
        }
    }
}

__attribute__((noinline)) void part_fused1x4_run_cut_d2f51b406eb6dfab(const long from, const long to, global float *b0, const long o0, global float *b1, const long o1, global float *b2, const long o2, global float *b3, const long o3, const long own_offset, const long images, const long rows, const long width, const long pixels, const long blocks, const long all_blocks, const long row_step, const long block_step, const long row_groups, const long group_rows, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_group, const long taps_h, const long x_tap_h, const long taps_w, const long x_tap_w, const long run, const long chunk, const long ahead, const long channels, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    float own[4096] __attribute__((aligned(64)));
    for (long index = from; index < to; index++) {
        fused1x4_run_cut_5ec1d76b311fbd34(index, b0 + o0, b1 + o1, own + own_offset, b2 + o2, b3 + o3, images, rows, width, pixels, blocks, all_blocks, row_step, block_step, row_groups, group_rows, x_origin, x_image, x_row, x_pixel, x_group, taps_h, x_tap_h, taps_w, x_tap_w, run, chunk, ahead, channels, y_origin, y_image, y_row, y_pixel);
    }
}

kernel __attribute__((reqd_work_group_size(1, 1, 1)))
void copy_1bb0a713ecd05045(global float *b0, const long o0, global float *b1, const long o1, const long images, const long rows, const long width, const long channels, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_channel, const long y_origin, const long y_image, const long y_row, const long y_pixel, const long y_channel)
{
    const long item = get_global_id(0);
    part_copy_1bb0a713ecd05045(item, item + 1, b0, o0, b1, o1, images, rows, width, channels, x_origin, x_image, x_row, x_pixel, x_channel, y_origin, y_image, y_row, y_pixel, y_channel);
}

kernel __attribute__((reqd_work_group_size(1, 1, 1)))
void fused14x1_rows_3f5b6347ffe34edf(global float *b0, const long o0, global float *b1, const long o1, global float *b2, const long o2, global float *b3, const long o3, const long own_offset, const long images, const long rows, const long width, const long pixels, const long blocks, const long all_blocks, const long row_step, const long block_step, const long row_groups, const long group_rows, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_group, const long taps_h, const long x_tap_h, const long taps_w, const long x_tap_w, const long run, const long chunk, const long ahead, const long channels, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    const long item = get_global_id(0);
    part_fused14x1_rows_3f5b6347ffe34edf(item, item + 1, b0, o0, b1, o1, b2, o2, b3, o3, own_offset, images, rows, width, pixels, blocks, all_blocks, row_step, block_step, row_groups, group_rows, x_origin, x_image, x_row, x_pixel, x_group, taps_h, x_tap_h, taps_w, x_tap_w, run, chunk, ahead, channels, y_origin, y_image, y_row, y_pixel);
}

kernel __attribute__((reqd_work_group_size(1, 1, 1)))
void pointwise_fd32ef9de572e6c5(global float *b0, const long o0, global float *b1, const long o1, const long images, const long rows, const long width, const long channels, const long y_origin, const long y_image, const long y_row, const long y_pixel, const long e0_origin, const long e0_image, const long e0_row, const long e0_pixel)
{
    const long item = get_global_id(0);
    part_pointwise_fd32ef9de572e6c5(item, item + 1, b0, o0, b1, o1, images, rows, width, channels, y_origin, y_image, y_row, y_pixel, e0_origin, e0_image, e0_row, e0_pixel);
}

kernel __attribute__((reqd_work_group_size(1, 1, 1)))
void window_sum_092427a23eba2ebb(global float *b0, const long o0, global float *b1, const long o1, const long images, const long rows, const long width, const long channels, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_rows, const long x_width, const long taps_h, const long taps_w, const long stride_h, const long stride_w, const long dilation_h, const long dilation_w, const long pad_h, const long pad_w, const long w_tap, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    const long item = get_global_id(0);
    part_window_sum_092427a23eba2ebb(item, item + 1, b0, o0, b1, o1, images, rows, width, channels, x_origin, x_image, x_row, x_pixel, x_rows, x_width, taps_h, taps_w, stride_h, stride_w, dilation_h, dilation_w, pad_h, pad_w, w_tap, y_origin, y_image, y_row, y_pixel);
}

kernel __attribute__((reqd_work_group_size(1, 1, 1)))
void product7x2_rows_store2_2ef2de3b6a0b25ef(global float *b0, const long o0, global float *b1, const long o1, global float *b2, const long o2, global float *b3, const long o3, const long own_offset, const long images, const long rows, const long width, const long pixels, const long blocks, const long all_blocks, const long row_step, const long block_step, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_group, const long taps_h, const long x_tap_h, const long taps_w, const long x_tap_w, const long run, const long s_block, const long channels, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    const long item = get_global_id(0);
    part_product7x2_rows_store2_2ef2de3b6a0b25ef(item, item + 1, b0, o0, b1, o1, b2, o2, b3, o3, own_offset, images, rows, width, pixels, blocks, all_blocks, row_step, block_step, x_origin, x_image, x_row, x_pixel, x_group, taps_h, x_tap_h, taps_w, x_tap_w, run, s_block, channels, y_origin, y_image, y_row, y_pixel);
}

kernel __attribute__((reqd_work_group_size(1, 1, 1)))
void window_sum2x2_54c6f6e69b6dbcba(global float *b0, const long o0, global float *b1, const long o1, const long images, const long rows, const long width, const long channels, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_rows, const long x_width, const long taps_h, const long taps_w, const long stride_h, const long stride_w, const long dilation_h, const long dilation_w, const long pad_h, const long pad_w, const long w_tap, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    const long item = get_global_id(0);
    part_window_sum2x2_54c6f6e69b6dbcba(item, item + 1, b0, o0, b1, o1, images, rows, width, channels, x_origin, x_image, x_row, x_pixel, x_rows, x_width, taps_h, taps_w, stride_h, stride_w, dilation_h, dilation_w, pad_h, pad_w, w_tap, y_origin, y_image, y_row, y_pixel);
}

kernel __attribute__((reqd_work_group_size(1, 1, 1)))
void product1x8_run_store8_b93359316657a7cc(global float *b0, const long o0, global float *b1, const long o1, global float *b2, const long o2, global float *b3, const long o3, const long own_offset, const long images, const long rows, const long width, const long pixels, const long blocks, const long all_blocks, const long row_step, const long block_step, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_group, const long taps_h, const long x_tap_h, const long taps_w, const long x_tap_w, const long run, const long s_block, const long channels, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    const long item = get_global_id(0);
    part_product1x8_run_store8_b93359316657a7cc(item, item + 1, b0, o0, b1, o1, b2, o2, b3, o3, own_offset, images, rows, width, pixels, blocks, all_blocks, row_step, block_step, x_origin, x_image, x_row, x_pixel, x_group, taps_h, x_tap_h, taps_w, x_tap_w, run, s_block, channels, y_origin, y_image, y_row, y_pixel);
}

kernel __attribute__((reqd_work_group_size(1, 1, 1)))
void fused1x4_run_cut_d2f51b406eb6dfab(global float *b0, const long o0, global float *b1, const long o1, global float *b2, const long o2, global float *b3, const long o3, const long own_offset, const long images, const long rows, const long width, const long pixels, const long blocks, const long all_blocks, const long row_step, const long block_step, const long row_groups, const long group_rows, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_group, const long taps_h, const long x_tap_h, const long taps_w, const long x_tap_w, const long run, const long chunk, const long ahead, const long channels, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    const long item = get_global_id(0);
    part_fused1x4_run_cut_d2f51b406eb6dfab(item, item + 1, b0, o0, b1, o1, b2, o2, b3, o3, own_offset, images, rows, width, pixels, blocks, all_blocks, row_step, block_step, row_groups, group_rows, x_origin, x_image, x_row, x_pixel, x_group, taps_h, x_tap_h, taps_w, x_tap_w, run, chunk, ahead, channels, y_origin, y_image, y_row, y_pixel);
}

