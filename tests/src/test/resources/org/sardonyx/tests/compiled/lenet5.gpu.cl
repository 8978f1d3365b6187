#pragma OPENCL FP_CONTRACT OFF

void copy_3179f6c2de22(const long place, global float *x, global float *y, const long images, const long rows, const long width, const long channels, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_channel, const long y_origin, const long y_image, const long y_row, const long y_pixel, const long y_channel)
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

float at_least1(const float x, const float bound)
{
    return x <= bound ? bound : x;
}

float at_most1(const float x, const float bound)
{
    return x >= bound ? bound : x;
}

void product4x3_rows_ed17a91f5fe5(const long place, global float *x, global float *w, global float *s, const long images, const long rows, const long width, const long pixels, const long blocks, const long all_blocks, const long row_step, const long block_step, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_group, const long taps_h, const long x_tap_h, const long taps_w, const long x_tap_w, const long run, const long s_block)
{
    long line_0 = ((place / row_step) % (images * rows));
    long block_1 = ((place / block_step) % all_blocks);
    long image_2 = (line_0 / rows);
    long row_3 = (line_0 % rows);
    long width_4 = min((long) width, (long) (pixels - (row_3 * width)));
    long group_5 = (block_1 / blocks);
    long inGroup_6 = (block_1 % blocks);
    long weights_7 = ((block_1 * ((taps_h * taps_w) * run)) * 3);
    long last_8 = (width_4 - 4);
    long x_9 = ((x_origin + (group_5 * x_group)) + ((image_2 * x_image) + (row_3 * x_row)));
    const long tile_10_end = width_4;
    for (long tile_10 = 0; tile_10 < tile_10_end; tile_10 += 4) {
        long pixel_11 = min((long) tile_10, (long) last_8);
        long at_12 = (x_9 + (pixel_11 * x_pixel));
        float sum_13 = 0.0f;
        float sum_14 = 0.0f;
        float sum_15 = 0.0f;
        float sum_16 = 0.0f;
        float sum_17 = 0.0f;
        float sum_18 = 0.0f;
        float sum_19 = 0.0f;
        float sum_20 = 0.0f;
        float sum_21 = 0.0f;
        float sum_22 = 0.0f;
        float sum_23 = 0.0f;
        float sum_24 = 0.0f;
        long w_25 = weights_7;
        for (long h_26 = 0; h_26 < taps_h; h_26 += 1) {
            long from_27 = (at_12 + (h_26 * x_tap_h));
            const long k_28_end = (from_27 + run);
            for (long k_28 = from_27; k_28 < k_28_end; k_28 += 1) {
                float weight_29 = w[w_25];
                float weight_30 = w[(w_25 + 1)];
                float weight_31 = w[(w_25 + 2)];
                float element_32 = x[k_28];
                sum_13 = fma(element_32, weight_29, sum_13);
                sum_14 = fma(element_32, weight_30, sum_14);
                sum_15 = fma(element_32, weight_31, sum_15);
                float element_33 = x[(k_28 + x_pixel)];
                sum_16 = fma(element_33, weight_29, sum_16);
                sum_17 = fma(element_33, weight_30, sum_17);
                sum_18 = fma(element_33, weight_31, sum_18);
                float element_34 = x[(k_28 + (2 * x_pixel))];
                sum_19 = fma(element_34, weight_29, sum_19);
                sum_20 = fma(element_34, weight_30, sum_20);
                sum_21 = fma(element_34, weight_31, sum_21);
                float element_35 = x[(k_28 + (3 * x_pixel))];
                sum_22 = fma(element_35, weight_29, sum_22);
                sum_23 = fma(element_35, weight_30, sum_23);
                sum_24 = fma(element_35, weight_31, sum_24);
                w_25 = (w_25 + 3);
            }
        }
        long to_36 = ((block_1 * s_block) + (pixel_11 * 3));
        s[to_36] = sum_13;
        s[(to_36 + 1)] = sum_14;
        s[(to_36 + 2)] = sum_15;
        s[(to_36 + 3)] = sum_16;
        s[(to_36 + 4)] = sum_17;
        s[(to_36 + 5)] = sum_18;
        s[(to_36 + 6)] = sum_19;
        s[(to_36 + 7)] = sum_20;
        s[(to_36 + 8)] = sum_21;
        s[(to_36 + 9)] = sum_22;
        s[(to_36 + 10)] = sum_23;
        s[(to_36 + 11)] = sum_24;
    }
}

void store3_7660193bd7c4(const long place, global float *s, global float *y, global float *e0, const long images, const long rows, const long width, const long pixels, const long blocks, const long all_blocks, const long row_step, const long block_step, const long channels, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    long line_0 = ((place / row_step) % (images * rows));
    long block_1 = ((place / block_step) % all_blocks);
    long image_2 = (line_0 / rows);
    long row_3 = (line_0 % rows);
    long width_4 = min((long) width, (long) (pixels - (row_3 * width)));
    long group_5 = (block_1 / blocks);
    long inGroup_6 = (block_1 % blocks);
    long first_7 = (inGroup_6 * 3);
    long channel_8 = ((group_5 * channels) + first_7);
    long count_9 = min((long) 3, (long) (channels - first_7));
    const long pixel_10_end = width_4;
    for (long pixel_10 = 0; pixel_10 < pixel_10_end; pixel_10 += 1) {
        long from_11 = (pixel_10 * 3);
        const long channel_12_end = count_9;
        for (long channel_12 = 0; channel_12 < channel_12_end; channel_12 += 1) {
            float sums_13 = s[(from_11 + channel_12)];
            float operand_14 = e0[(channel_8 + channel_12)];
            float value_15 = (sums_13 + operand_14);
            float value_16 = (- value_15);
            float bounded_17 = at_most1(at_least1(value_16, -104.0f), 89.0f);
            float power_18 = (fma(bounded_17, 1.442695f, 1.2582912E7f) - 1.2582912E7f);
            float rest_19 = fma(power_18, 2.1219444E-4f, fma(power_18, -0.6933594f, bounded_17));
            float polynomial_20 = fma(fma(fma(fma(fma(1.9875691E-4f, rest_19, 0.0013981999f), rest_19, 0.008333452f), rest_19, 0.041665796f), rest_19, 0.16666666f), rest_19, 0.5f);
            float half_21 = (fma(power_18, 0.5f, 1.2582912E7f) - 1.2582912E7f);
            float value_22 = (((fma(polynomial_20, (rest_19 * rest_19), rest_19) + 1.0f) * as_float(as_int(half_21 + 1.2583039E7f) << 23)) * as_float(as_int((power_18 - half_21) + 1.2583039E7f) << 23));
            float value_23 = (value_22 + 1.0f);
            float value_24 = (1.0f / value_23);
            y[(((y_origin + (image_2 * y_image)) + ((row_3 * y_row) + (pixel_10 * y_pixel))) + (channel_8 + channel_12))] = value_24;
        }
    }
}

void window_sum2x2_d681ce996ef0(const long place, global float *x, global float *y, const long images, const long rows, const long width, const long channels, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_rows, const long x_width, const long taps_h, const long taps_w, const long stride_h, const long stride_w, const long dilation_h, const long dilation_w, const long pad_h, const long pad_w, const long w_tap, const long y_origin, const long y_image, const long y_row, const long y_pixel)
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
    for (long channel_14 = 0; channel_14 < channels; channel_14 += 1) {
        long first_15 = (line_13 + channel_14);
        const long tile_16_end = right_9;
        for (long tile_16 = left_6; tile_16 < tile_16_end; tile_16 += 4) {
            long pixel_17 = min((long) tile_16, (long) (right_9 - 4));
            long at_18 = (first_15 + (pixel_17 * step_10));
            float result_19 = 0.0f;
            float result_20 = 0.0f;
            float result_21 = 0.0f;
            float result_22 = 0.0f;
            long tap_23 = at_18;
            result_19 = (x[tap_23] + result_19);
            result_20 = (x[(tap_23 + step_10)] + result_20);
            result_21 = (x[(tap_23 + (step_10 * 2))] + result_21);
            result_22 = (x[(tap_23 + (step_10 * 3))] + result_22);
            long tap_24 = (at_18 + next_11);
            result_19 = (x[tap_24] + result_19);
            result_20 = (x[(tap_24 + step_10)] + result_20);
            result_21 = (x[(tap_24 + (step_10 * 2))] + result_21);
            result_22 = (x[(tap_24 + (step_10 * 3))] + result_22);
            long tap_25 = (at_18 + down_12);
            result_19 = (x[tap_25] + result_19);
            result_20 = (x[(tap_25 + step_10)] + result_20);
            result_21 = (x[(tap_25 + (step_10 * 2))] + result_21);
            result_22 = (x[(tap_25 + (step_10 * 3))] + result_22);
            long tap_26 = ((at_18 + down_12) + next_11);
            result_19 = (x[tap_26] + result_19);
            result_20 = (x[(tap_26 + step_10)] + result_20);
            result_21 = (x[(tap_26 + (step_10 * 2))] + result_21);
            result_22 = (x[(tap_26 + (step_10 * 3))] + result_22);
            long place_27 = pixel_17;
            y[(((y_origin + (image_0 * y_image)) + ((row_1 * y_row) + (place_27 * y_pixel))) + channel_14)] = result_19;
            long place_28 = (pixel_17 + 1);
            y[(((y_origin + (image_0 * y_image)) + ((row_1 * y_row) + (place_28 * y_pixel))) + channel_14)] = result_20;
            long place_29 = (pixel_17 + 2);
            y[(((y_origin + (image_0 * y_image)) + ((row_1 * y_row) + (place_29 * y_pixel))) + channel_14)] = result_21;
            long place_30 = (pixel_17 + 3);
            y[(((y_origin + (image_0 * y_image)) + ((row_1 * y_row) + (place_30 * y_pixel))) + channel_14)] = result_22;
        }
    }
    const long edge_31_end = (width - inside_8);
    for (long edge_31 = 0; edge_31 < edge_31_end; edge_31 += 1) {
        long pixel_32 = (edge_31 + (min((long) max((long) ((edge_31 - left_6) + 1), (long) 0), (long) 1) * inside_8));
        long start_33 = ((pixel_32 * stride_w) - pad_w);
        long first_34 = (((max((long) (0 - start_33), (long) 0) + dilation_w) - 1) / dilation_w);
        long end_35 = min((long) taps_w, (long) (((max((long) (x_width - start_33), (long) 0) + dilation_w) - 1) / dilation_w));
        for (long channel_36 = 0; channel_36 < channels; channel_36 += 1) {
            float result_37 = 0.0f;
            const long h_38_end = end_5;
            for (long h_38 = first_4; h_38 < h_38_end; h_38 += 1) {
                long line_39 = ((x_2 + channel_36) + ((start_3 + (h_38 * dilation_h)) * x_row));
                long taps_40 = (h_38 * taps_w);
                const long w_41_end = end_35;
                for (long w_41 = first_34; w_41 < w_41_end; w_41 += 1) {
                    result_37 = (x[(line_39 + ((start_33 + (w_41 * dilation_w)) * x_pixel))] + result_37);
                }
            }
            y[(((y_origin + (image_0 * y_image)) + ((row_1 * y_row) + (pixel_32 * y_pixel))) + channel_36)] = result_37;
        }
    }
}

void product5x2_rows_a61aae75847b(const long place, global float *x, global float *w, global float *s, const long images, const long rows, const long width, const long pixels, const long blocks, const long all_blocks, const long row_step, const long block_step, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_group, const long taps_h, const long x_tap_h, const long taps_w, const long x_tap_w, const long run, const long s_block)
{
    long line_0 = ((place / row_step) % (images * rows));
    long block_1 = ((place / block_step) % all_blocks);
    long image_2 = (line_0 / rows);
    long row_3 = (line_0 % rows);
    long width_4 = min((long) width, (long) (pixels - (row_3 * width)));
    long group_5 = (block_1 / blocks);
    long inGroup_6 = (block_1 % blocks);
    long weights_7 = ((block_1 * ((taps_h * taps_w) * run)) * 2);
    long last_8 = (width_4 - 5);
    long x_9 = ((x_origin + (group_5 * x_group)) + ((image_2 * x_image) + (row_3 * x_row)));
    const long tile_10_end = width_4;
    for (long tile_10 = 0; tile_10 < tile_10_end; tile_10 += 5) {
        long pixel_11 = min((long) tile_10, (long) last_8);
        long at_12 = (x_9 + (pixel_11 * x_pixel));
        float sum_13 = 0.0f;
        float sum_14 = 0.0f;
        float sum_15 = 0.0f;
        float sum_16 = 0.0f;
        float sum_17 = 0.0f;
        float sum_18 = 0.0f;
        float sum_19 = 0.0f;
        float sum_20 = 0.0f;
        float sum_21 = 0.0f;
        float sum_22 = 0.0f;
        long w_23 = weights_7;
        for (long h_24 = 0; h_24 < taps_h; h_24 += 1) {
            long from_25 = (at_12 + (h_24 * x_tap_h));
            const long k_26_end = (from_25 + run);
            for (long k_26 = from_25; k_26 < k_26_end; k_26 += 1) {
                float weight_27 = w[w_23];
                float weight_28 = w[(w_23 + 1)];
                float element_29 = x[k_26];
                sum_13 = fma(element_29, weight_27, sum_13);
                sum_14 = fma(element_29, weight_28, sum_14);
                float element_30 = x[(k_26 + x_pixel)];
                sum_15 = fma(element_30, weight_27, sum_15);
                sum_16 = fma(element_30, weight_28, sum_16);
                float element_31 = x[(k_26 + (2 * x_pixel))];
                sum_17 = fma(element_31, weight_27, sum_17);
                sum_18 = fma(element_31, weight_28, sum_18);
                float element_32 = x[(k_26 + (3 * x_pixel))];
                sum_19 = fma(element_32, weight_27, sum_19);
                sum_20 = fma(element_32, weight_28, sum_20);
                float element_33 = x[(k_26 + (4 * x_pixel))];
                sum_21 = fma(element_33, weight_27, sum_21);
                sum_22 = fma(element_33, weight_28, sum_22);
                w_23 = (w_23 + 2);
            }
        }
        long to_34 = ((block_1 * s_block) + (pixel_11 * 2));
        s[to_34] = sum_13;
        s[(to_34 + 1)] = sum_14;
        s[(to_34 + 2)] = sum_15;
        s[(to_34 + 3)] = sum_16;
        s[(to_34 + 4)] = sum_17;
        s[(to_34 + 5)] = sum_18;
        s[(to_34 + 6)] = sum_19;
        s[(to_34 + 7)] = sum_20;
        s[(to_34 + 8)] = sum_21;
        s[(to_34 + 9)] = sum_22;
    }
}

void store2_b1a757c89190(const long place, global float *s, global float *y, global float *e0, const long images, const long rows, const long width, const long pixels, const long blocks, const long all_blocks, const long row_step, const long block_step, const long channels, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    long line_0 = ((place / row_step) % (images * rows));
    long block_1 = ((place / block_step) % all_blocks);
    long image_2 = (line_0 / rows);
    long row_3 = (line_0 % rows);
    long width_4 = min((long) width, (long) (pixels - (row_3 * width)));
    long group_5 = (block_1 / blocks);
    long inGroup_6 = (block_1 % blocks);
    long first_7 = (inGroup_6 * 2);
    long channel_8 = ((group_5 * channels) + first_7);
    long count_9 = min((long) 2, (long) (channels - first_7));
    const long pixel_10_end = width_4;
    for (long pixel_10 = 0; pixel_10 < pixel_10_end; pixel_10 += 1) {
        long from_11 = (pixel_10 * 2);
        const long channel_12_end = count_9;
        for (long channel_12 = 0; channel_12 < channel_12_end; channel_12 += 1) {
            float sums_13 = s[(from_11 + channel_12)];
            float operand_14 = e0[(channel_8 + channel_12)];
            float value_15 = (sums_13 + operand_14);
            float value_16 = (- value_15);
            float bounded_17 = at_most1(at_least1(value_16, -104.0f), 89.0f);
            float power_18 = (fma(bounded_17, 1.442695f, 1.2582912E7f) - 1.2582912E7f);
            float rest_19 = fma(power_18, 2.1219444E-4f, fma(power_18, -0.6933594f, bounded_17));
            float polynomial_20 = fma(fma(fma(fma(fma(1.9875691E-4f, rest_19, 0.0013981999f), rest_19, 0.008333452f), rest_19, 0.041665796f), rest_19, 0.16666666f), rest_19, 0.5f);
            float half_21 = (fma(power_18, 0.5f, 1.2582912E7f) - 1.2582912E7f);
            float value_22 = (((fma(polynomial_20, (rest_19 * rest_19), rest_19) + 1.0f) * as_float(as_int(half_21 + 1.2583039E7f) << 23)) * as_float(as_int((power_18 - half_21) + 1.2583039E7f) << 23));
            float value_23 = (value_22 + 1.0f);
            float value_24 = (1.0f / value_23);
            y[(((y_origin + (image_2 * y_image)) + ((row_3 * y_row) + (pixel_10 * y_pixel))) + (channel_8 + channel_12))] = value_24;
        }
    }
}

void window_sum2x2_6fdcff6c626f(const long place, global float *x, global float *y, const long images, const long rows, const long width, const long channels, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_rows, const long x_width, const long taps_h, const long taps_w, const long stride_h, const long stride_w, const long dilation_h, const long dilation_w, const long pad_h, const long pad_w, const long w_tap, const long y_origin, const long y_image, const long y_row, const long y_pixel)
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
    for (long channel_14 = 0; channel_14 < channels; channel_14 += 1) {
        long first_15 = (line_13 + channel_14);
        const long tile_16_end = right_9;
        for (long tile_16 = left_6; tile_16 < tile_16_end; tile_16 += 4) {
            long pixel_17 = min((long) tile_16, (long) (right_9 - 4));
            long at_18 = (first_15 + (pixel_17 * step_10));
            float result_19 = 0.0f;
            float result_20 = 0.0f;
            float result_21 = 0.0f;
            float result_22 = 0.0f;
            long tap_23 = at_18;
            result_19 = (x[tap_23] + result_19);
            result_20 = (x[(tap_23 + step_10)] + result_20);
            result_21 = (x[(tap_23 + (step_10 * 2))] + result_21);
            result_22 = (x[(tap_23 + (step_10 * 3))] + result_22);
            long tap_24 = (at_18 + next_11);
            result_19 = (x[tap_24] + result_19);
            result_20 = (x[(tap_24 + step_10)] + result_20);
            result_21 = (x[(tap_24 + (step_10 * 2))] + result_21);
            result_22 = (x[(tap_24 + (step_10 * 3))] + result_22);
            long tap_25 = (at_18 + down_12);
            result_19 = (x[tap_25] + result_19);
            result_20 = (x[(tap_25 + step_10)] + result_20);
            result_21 = (x[(tap_25 + (step_10 * 2))] + result_21);
            result_22 = (x[(tap_25 + (step_10 * 3))] + result_22);
            long tap_26 = ((at_18 + down_12) + next_11);
            result_19 = (x[tap_26] + result_19);
            result_20 = (x[(tap_26 + step_10)] + result_20);
            result_21 = (x[(tap_26 + (step_10 * 2))] + result_21);
            result_22 = (x[(tap_26 + (step_10 * 3))] + result_22);
            long place_27 = pixel_17;
            float value_28 = (result_19 * 0.25f);
            y[(((y_origin + (image_0 * y_image)) + ((row_1 * y_row) + (place_27 * y_pixel))) + channel_14)] = value_28;
            long place_29 = (pixel_17 + 1);
            float value_30 = (result_20 * 0.25f);
            y[(((y_origin + (image_0 * y_image)) + ((row_1 * y_row) + (place_29 * y_pixel))) + channel_14)] = value_30;
            long place_31 = (pixel_17 + 2);
            float value_32 = (result_21 * 0.25f);
            y[(((y_origin + (image_0 * y_image)) + ((row_1 * y_row) + (place_31 * y_pixel))) + channel_14)] = value_32;
            long place_33 = (pixel_17 + 3);
            float value_34 = (result_22 * 0.25f);
            y[(((y_origin + (image_0 * y_image)) + ((row_1 * y_row) + (place_33 * y_pixel))) + channel_14)] = value_34;
        }
    }
    const long edge_35_end = (width - inside_8);
    for (long edge_35 = 0; edge_35 < edge_35_end; edge_35 += 1) {
        long pixel_36 = (edge_35 + (min((long) max((long) ((edge_35 - left_6) + 1), (long) 0), (long) 1) * inside_8));
        long start_37 = ((pixel_36 * stride_w) - pad_w);
        long first_38 = (((max((long) (0 - start_37), (long) 0) + dilation_w) - 1) / dilation_w);
        long end_39 = min((long) taps_w, (long) (((max((long) (x_width - start_37), (long) 0) + dilation_w) - 1) / dilation_w));
        for (long channel_40 = 0; channel_40 < channels; channel_40 += 1) {
            float result_41 = 0.0f;
            const long h_42_end = end_5;
            for (long h_42 = first_4; h_42 < h_42_end; h_42 += 1) {
                long line_43 = ((x_2 + channel_40) + ((start_3 + (h_42 * dilation_h)) * x_row));
                long taps_44 = (h_42 * taps_w);
                const long w_45_end = end_39;
                for (long w_45 = first_38; w_45 < w_45_end; w_45 += 1) {
                    result_41 = (x[(line_43 + ((start_37 + (w_45 * dilation_w)) * x_pixel))] + result_41);
                }
            }
            float value_46 = (result_41 * 0.25f);
            y[(((y_origin + (image_0 * y_image)) + ((row_1 * y_row) + (pixel_36 * y_pixel))) + channel_40)] = value_46;
        }
    }
}

void product1x8_run_e552d2fcae79(const long place, global float *x, global float *w, global float *s, const long images, const long rows, const long width, const long pixels, const long blocks, const long all_blocks, const long row_step, const long block_step, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_group, const long taps_h, const long x_tap_h, const long taps_w, const long x_tap_w, const long run, const long s_block)
{
    long line_0 = ((place / row_step) % (images * rows));
    long block_1 = ((place / block_step) % all_blocks);
    long image_2 = (line_0 / rows);
    long row_3 = (line_0 % rows);
    long width_4 = min((long) width, (long) (pixels - (row_3 * width)));
    long group_5 = (block_1 / blocks);
    long inGroup_6 = (block_1 % blocks);
    long weights_7 = ((block_1 * ((taps_h * taps_w) * run)) * 8);
    long last_8 = (width_4 - 1);
    long x_9 = ((x_origin + (group_5 * x_group)) + ((image_2 * x_image) + (row_3 * x_row)));
    const long tile_10_end = width_4;
    for (long tile_10 = 0; tile_10 < tile_10_end; tile_10 += 1) {
        long pixel_11 = min((long) tile_10, (long) last_8);
        long at_12 = (x_9 + (pixel_11 * x_pixel));
        float sum_13 = 0.0f;
        float sum_14 = 0.0f;
        float sum_15 = 0.0f;
        float sum_16 = 0.0f;
        float sum_17 = 0.0f;
        float sum_18 = 0.0f;
        float sum_19 = 0.0f;
        float sum_20 = 0.0f;
        long w_21 = weights_7;
        const long k_22_end = (at_12 + run);
        for (long k_22 = at_12; k_22 < k_22_end; k_22 += 1) {
            float weight_23 = w[w_21];
            float weight_24 = w[(w_21 + 1)];
            float weight_25 = w[(w_21 + 2)];
            float weight_26 = w[(w_21 + 3)];
            float weight_27 = w[(w_21 + 4)];
            float weight_28 = w[(w_21 + 5)];
            float weight_29 = w[(w_21 + 6)];
            float weight_30 = w[(w_21 + 7)];
            float element_31 = x[k_22];
            sum_13 = fma(element_31, weight_23, sum_13);
            sum_14 = fma(element_31, weight_24, sum_14);
            sum_15 = fma(element_31, weight_25, sum_15);
            sum_16 = fma(element_31, weight_26, sum_16);
            sum_17 = fma(element_31, weight_27, sum_17);
            sum_18 = fma(element_31, weight_28, sum_18);
            sum_19 = fma(element_31, weight_29, sum_19);
            sum_20 = fma(element_31, weight_30, sum_20);
            w_21 = (w_21 + 8);
        }
        long to_32 = ((block_1 * s_block) + (pixel_11 * 8));
        s[to_32] = sum_13;
        s[(to_32 + 1)] = sum_14;
        s[(to_32 + 2)] = sum_15;
        s[(to_32 + 3)] = sum_16;
        s[(to_32 + 4)] = sum_17;
        s[(to_32 + 5)] = sum_18;
        s[(to_32 + 6)] = sum_19;
        s[(to_32 + 7)] = sum_20;
    }
}

void store8_7bf0f5cf4d2a(const long place, global float *s, global float *y, global float *e0, const long images, const long rows, const long width, const long pixels, const long blocks, const long all_blocks, const long row_step, const long block_step, const long channels, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    long line_0 = ((place / row_step) % (images * rows));
    long block_1 = ((place / block_step) % all_blocks);
    long image_2 = (line_0 / rows);
    long row_3 = (line_0 % rows);
    long width_4 = min((long) width, (long) (pixels - (row_3 * width)));
    long group_5 = (block_1 / blocks);
    long inGroup_6 = (block_1 % blocks);
    long first_7 = (inGroup_6 * 8);
    long channel_8 = ((group_5 * channels) + first_7);
    long count_9 = min((long) 8, (long) (channels - first_7));
    const long pixel_10_end = width_4;
    for (long pixel_10 = 0; pixel_10 < pixel_10_end; pixel_10 += 1) {
        long from_11 = (pixel_10 * 8);
        const long channel_12_end = count_9;
        for (long channel_12 = 0; channel_12 < channel_12_end; channel_12 += 1) {
            float sums_13 = s[(from_11 + channel_12)];
            float operand_14 = e0[(channel_8 + channel_12)];
            float value_15 = (sums_13 + operand_14);
            float value_16 = (- value_15);
            float bounded_17 = at_most1(at_least1(value_16, -104.0f), 89.0f);
            float power_18 = (fma(bounded_17, 1.442695f, 1.2582912E7f) - 1.2582912E7f);
            float rest_19 = fma(power_18, 2.1219444E-4f, fma(power_18, -0.6933594f, bounded_17));
            float polynomial_20 = fma(fma(fma(fma(fma(1.9875691E-4f, rest_19, 0.0013981999f), rest_19, 0.008333452f), rest_19, 0.041665796f), rest_19, 0.16666666f), rest_19, 0.5f);
            float half_21 = (fma(power_18, 0.5f, 1.2582912E7f) - 1.2582912E7f);
            float value_22 = (((fma(polynomial_20, (rest_19 * rest_19), rest_19) + 1.0f) * as_float(as_int(half_21 + 1.2583039E7f) << 23)) * as_float(as_int((power_18 - half_21) + 1.2583039E7f) << 23));
            float value_23 = (value_22 + 1.0f);
            float value_24 = (1.0f / value_23);
            y[(((y_origin + (image_2 * y_image)) + ((row_3 * y_row) + (pixel_10 * y_pixel))) + (channel_8 + channel_12))] = value_24;
        }
    }
}

void fused1x8_run_18a5794c8943(const long place, global float *x, global float *w, global float *s, global float *y, global float *e0, const long images, const long rows, const long width, const long pixels, const long blocks, const long all_blocks, const long row_step, const long block_step, const long row_groups, const long group_rows, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_group, const long taps_h, const long x_tap_h, const long taps_w, const long x_tap_w, const long run, const long chunk, const long ahead, const long channels, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    long line_0 = ((place / row_step) % (images * row_groups));
    long block_1 = ((place / block_step) % all_blocks);
    long group_2 = (block_1 / blocks);
    long inGroup_3 = (block_1 % blocks);
    long image_4 = (line_0 / row_groups);
    long firstRow_5 = ((line_0 % row_groups) * group_rows);
    long endRow_6 = min((long) (firstRow_5 + group_rows), (long) rows);
    long steps_7 = ((taps_h * taps_w) * run);
    long weights_8 = ((block_1 * steps_7) * 8);
    long x_9 = ((x_origin + (group_2 * x_group)) + (image_4 * x_image));
    long before_10 = (inGroup_3 * 8);
    long channel_11 = ((group_2 * channels) + before_10);
    long count_12 = min((long) 8, (long) (channels - before_10));
    long rowSums_13 = ((width / 1) * 8);
    const long row_14_end = endRow_6;
    for (long row_14 = firstRow_5; row_14 < row_14_end; row_14 += 1) {
        long width_15 = min((long) width, (long) (pixels - (row_14 * width)));
        long last_16 = (width_15 - 1);
        long line_17 = (x_9 + (row_14 * x_row));
        long sums_18 = ((row_14 - firstRow_5) * rowSums_13);
        const long tile_19_end = width_15;
        for (long tile_19 = 0; tile_19 < tile_19_end; tile_19 += 1) {
            long pixel_20 = min((long) tile_19, (long) last_16);
            long at_21 = (line_17 + (pixel_20 * x_pixel));
            long kept_22 = (sums_18 + (tile_19 * 8));
            float sum_23 = 0.0f;
            float sum_24 = 0.0f;
            float sum_25 = 0.0f;
            float sum_26 = 0.0f;
            float sum_27 = 0.0f;
            float sum_28 = 0.0f;
            float sum_29 = 0.0f;
            float sum_30 = 0.0f;
            long w_31 = weights_8;
            long from_32 = at_21;
            const long k_33_end = (from_32 + run);
            for (long k_33 = from_32; k_33 < k_33_end; k_33 += 1) {
                float weight_34 = w[w_31];
                float weight_35 = w[(w_31 + 1)];
                float weight_36 = w[(w_31 + 2)];
                float weight_37 = w[(w_31 + 3)];
                float weight_38 = w[(w_31 + 4)];
                float weight_39 = w[(w_31 + 5)];
                float weight_40 = w[(w_31 + 6)];
                float weight_41 = w[(w_31 + 7)];
                float element_42 = x[k_33];
                sum_23 = fma(element_42, weight_34, sum_23);
                sum_24 = fma(element_42, weight_35, sum_24);
                sum_25 = fma(element_42, weight_36, sum_25);
                sum_26 = fma(element_42, weight_37, sum_26);
                sum_27 = fma(element_42, weight_38, sum_27);
                sum_28 = fma(element_42, weight_39, sum_28);
                sum_29 = fma(element_42, weight_40, sum_29);
                sum_30 = fma(element_42, weight_41, sum_30);
                w_31 = (w_31 + 8);
            }
            if (7 < count_12) {
                float operand_43 = e0[channel_11];
                float value_44 = (sum_23 + operand_43);
                y[(((y_origin + (image_4 * y_image)) + ((row_14 * y_row) + (pixel_20 * y_pixel))) + channel_11)] = value_44;
                float operand_45 = e0[(channel_11 + 1)];
                float value_46 = (sum_24 + operand_45);
                y[(((y_origin + (image_4 * y_image)) + ((row_14 * y_row) + (pixel_20 * y_pixel))) + (channel_11 + 1))] = value_46;
                float operand_47 = e0[(channel_11 + 2)];
                float value_48 = (sum_25 + operand_47);
                y[(((y_origin + (image_4 * y_image)) + ((row_14 * y_row) + (pixel_20 * y_pixel))) + (channel_11 + 2))] = value_48;
                float operand_49 = e0[(channel_11 + 3)];
                float value_50 = (sum_26 + operand_49);
                y[(((y_origin + (image_4 * y_image)) + ((row_14 * y_row) + (pixel_20 * y_pixel))) + (channel_11 + 3))] = value_50;
                float operand_51 = e0[(channel_11 + 4)];
                float value_52 = (sum_27 + operand_51);
                y[(((y_origin + (image_4 * y_image)) + ((row_14 * y_row) + (pixel_20 * y_pixel))) + (channel_11 + 4))] = value_52;
                float operand_53 = e0[(channel_11 + 5)];
                float value_54 = (sum_28 + operand_53);
                y[(((y_origin + (image_4 * y_image)) + ((row_14 * y_row) + (pixel_20 * y_pixel))) + (channel_11 + 5))] = value_54;
                float operand_55 = e0[(channel_11 + 6)];
                float value_56 = (sum_29 + operand_55);
                y[(((y_origin + (image_4 * y_image)) + ((row_14 * y_row) + (pixel_20 * y_pixel))) + (channel_11 + 6))] = value_56;
                float operand_57 = e0[(channel_11 + 7)];
                float value_58 = (sum_30 + operand_57);
                y[(((y_origin + (image_4 * y_image)) + ((row_14 * y_row) + (pixel_20 * y_pixel))) + (channel_11 + 7))] = value_58;
            }
            if (count_12 < 8) {
                long to_59 = (((row_14 - firstRow_5) * ((width / 1) * 8)) + (pixel_20 * 8));
                s[to_59] = sum_23;
                s[(to_59 + 1)] = sum_24;
                s[(to_59 + 2)] = sum_25;
                s[(to_59 + 3)] = sum_26;
                s[(to_59 + 4)] = sum_27;
                s[(to_59 + 5)] = sum_28;
                s[(to_59 + 6)] = sum_29;
                s[(to_59 + 7)] = sum_30;
            }
        }
    }
    if (count_12 < 8) {
        long rowSums_60 = ((width / 1) * 8);
        const long row_61_end = endRow_6;
        for (long row_61 = firstRow_5; row_61 < row_61_end; row_61 += 1) {
            long sums_62 = ((row_61 - firstRow_5) * rowSums_60);
            const long pixel_63_end = min((long) width, (long) (pixels - (row_61 * width)));
            for (long pixel_63 = 0; pixel_63 < pixel_63_end; pixel_63 += 1) {
                long from_64 = (sums_62 + (pixel_63 * 8));
                const long channel_65_end = count_12;
                for (long channel_65 = 0; channel_65 < channel_65_end; channel_65 += 1) {
                    float sums_66 = s[(from_64 + channel_65)];
                    float operand_67 = e0[(channel_11 + channel_65)];
                    float value_68 = (sums_66 + operand_67);
                    y[(((y_origin + (image_4 * y_image)) + ((row_61 * y_row) + (pixel_63 * y_pixel))) + (channel_11 + channel_65))] = value_68;
                }
            }
        }
    }
}

kernel void copy_f72e52e51102(global float *b0, const long o0, global float *b1, const long o1, const long images, const long rows, const long width, const long channels, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_channel, const long y_origin, const long y_image, const long y_row, const long y_pixel, const long y_channel)
{
    {
        const long index = get_global_id(0);
        copy_3179f6c2de22(index, b0 + o0, b1 + o1, images, rows, width, channels, x_origin, x_image, x_row, x_pixel, x_channel, y_origin, y_image, y_row, y_pixel, y_channel);
    }
}

kernel void product4x3_rows_store3_483448c24a4a(global float *b0, const long o0, global float *b1, const long o1, global float *b2, const long o2, global float *b3, const long o3, const long own_offset, const long images, const long rows, const long width, const long pixels, const long blocks, const long all_blocks, const long row_step, const long block_step, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_group, const long taps_h, const long x_tap_h, const long taps_w, const long x_tap_w, const long run, const long s_block, const long channels, const long y_origin, const long y_image, const long y_row, const long y_pixel, const long extent, const long scratch_elements, global float *scratch)
{
    global float *own = scratch + get_global_id(0) * scratch_elements;
    for (long index = get_global_id(0); index < extent; index += get_global_size(0)) {
        product4x3_rows_ed17a91f5fe5(index, b0 + o0, b1 + o1, own + own_offset, images, rows, width, pixels, blocks, all_blocks, row_step, block_step, x_origin, x_image, x_row, x_pixel, x_group, taps_h, x_tap_h, taps_w, x_tap_w, run, s_block);
        store3_7660193bd7c4(index, own + own_offset, b2 + o2, b3 + o3, images, rows, width, pixels, blocks, all_blocks, row_step, block_step, channels, y_origin, y_image, y_row, y_pixel);
    }
}

kernel void window_sum2x2_222ee3421f93(global float *b0, const long o0, global float *b1, const long o1, const long images, const long rows, const long width, const long channels, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_rows, const long x_width, const long taps_h, const long taps_w, const long stride_h, const long stride_w, const long dilation_h, const long dilation_w, const long pad_h, const long pad_w, const long w_tap, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    {
        const long index = get_global_id(0);
        window_sum2x2_d681ce996ef0(index, b0 + o0, b1 + o1, images, rows, width, channels, x_origin, x_image, x_row, x_pixel, x_rows, x_width, taps_h, taps_w, stride_h, stride_w, dilation_h, dilation_w, pad_h, pad_w, w_tap, y_origin, y_image, y_row, y_pixel);
    }
}

kernel void product5x2_rows_store2_1c369a091729(global float *b0, const long o0, global float *b1, const long o1, global float *b2, const long o2, global float *b3, const long o3, const long own_offset, const long images, const long rows, const long width, const long pixels, const long blocks, const long all_blocks, const long row_step, const long block_step, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_group, const long taps_h, const long x_tap_h, const long taps_w, const long x_tap_w, const long run, const long s_block, const long channels, const long y_origin, const long y_image, const long y_row, const long y_pixel, const long extent, const long scratch_elements, global float *scratch)
{
    global float *own = scratch + get_global_id(0) * scratch_elements;
    for (long index = get_global_id(0); index < extent; index += get_global_size(0)) {
        product5x2_rows_a61aae75847b(index, b0 + o0, b1 + o1, own + own_offset, images, rows, width, pixels, blocks, all_blocks, row_step, block_step, x_origin, x_image, x_row, x_pixel, x_group, taps_h, x_tap_h, taps_w, x_tap_w, run, s_block);
        store2_b1a757c89190(index, own + own_offset, b2 + o2, b3 + o3, images, rows, width, pixels, blocks, all_blocks, row_step, block_step, channels, y_origin, y_image, y_row, y_pixel);
    }
}

kernel void window_sum2x2_a0df6b7cf397(global float *b0, const long o0, global float *b1, const long o1, const long images, const long rows, const long width, const long channels, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_rows, const long x_width, const long taps_h, const long taps_w, const long stride_h, const long stride_w, const long dilation_h, const long dilation_w, const long pad_h, const long pad_w, const long w_tap, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    {
        const long index = get_global_id(0);
        window_sum2x2_6fdcff6c626f(index, b0 + o0, b1 + o1, images, rows, width, channels, x_origin, x_image, x_row, x_pixel, x_rows, x_width, taps_h, taps_w, stride_h, stride_w, dilation_h, dilation_w, pad_h, pad_w, w_tap, y_origin, y_image, y_row, y_pixel);
    }
}

kernel void product1x8_run_store8_1abbfdc5cc5c(global float *b0, const long o0, global float *b1, const long o1, global float *b2, const long o2, global float *b3, const long o3, const long own_offset, const long images, const long rows, const long width, const long pixels, const long blocks, const long all_blocks, const long row_step, const long block_step, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_group, const long taps_h, const long x_tap_h, const long taps_w, const long x_tap_w, const long run, const long s_block, const long channels, const long y_origin, const long y_image, const long y_row, const long y_pixel, const long extent, const long scratch_elements, global float *scratch)
{
    global float *own = scratch + get_global_id(0) * scratch_elements;
    for (long index = get_global_id(0); index < extent; index += get_global_size(0)) {
        product1x8_run_e552d2fcae79(index, b0 + o0, b1 + o1, own + own_offset, images, rows, width, pixels, blocks, all_blocks, row_step, block_step, x_origin, x_image, x_row, x_pixel, x_group, taps_h, x_tap_h, taps_w, x_tap_w, run, s_block);
        store8_7bf0f5cf4d2a(index, own + own_offset, b2 + o2, b3 + o3, images, rows, width, pixels, blocks, all_blocks, row_step, block_step, channels, y_origin, y_image, y_row, y_pixel);
    }
}

kernel void fused1x8_run_712d23b47205(global float *b0, const long o0, global float *b1, const long o1, global float *b2, const long o2, global float *b3, const long o3, const long own_offset, const long images, const long rows, const long width, const long pixels, const long blocks, const long all_blocks, const long row_step, const long block_step, const long row_groups, const long group_rows, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_group, const long taps_h, const long x_tap_h, const long taps_w, const long x_tap_w, const long run, const long chunk, const long ahead, const long channels, const long y_origin, const long y_image, const long y_row, const long y_pixel, const long extent, const long scratch_elements, global float *scratch)
{
    global float *own = scratch + get_global_id(0) * scratch_elements;
    for (long index = get_global_id(0); index < extent; index += get_global_size(0)) {
        fused1x8_run_18a5794c8943(index, b0 + o0, b1 + o1, own + own_offset, b2 + o2, b3 + o3, images, rows, width, pixels, blocks, all_blocks, row_step, block_step, row_groups, group_rows, x_origin, x_image, x_row, x_pixel, x_group, taps_h, x_tap_h, taps_w, x_tap_w, run, chunk, ahead, channels, y_origin, y_image, y_row, y_pixel);
    }
}

