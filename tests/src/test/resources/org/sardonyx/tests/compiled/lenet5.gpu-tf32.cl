#pragma OPENCL FP_CONTRACT OFF

void copy_ca9c7f2edb61b8cc(const int place, const global float *restrict x, global float *y, const int images, const int rows, const int width, const int channels, const int x_origin, const int x_image, const int x_row, const int x_pixel, const int x_channel, const int y_origin, const int y_image, const int y_row, const int y_pixel, const int y_channel)
{
    int channel_0 = (place % channels);
    int number_1 = (place / channels);
    int pixel_2 = (number_1 % width);
    int line_3 = (number_1 / width);
    int image_4 = (line_3 / rows);
    int row_5 = (line_3 % rows);
    int x_6 = ((x_origin + (image_4 * x_image)) + ((row_5 * x_row) + (pixel_2 * x_pixel)));
    int y_7 = ((y_origin + (image_4 * y_image)) + ((row_5 * y_row) + (pixel_2 * y_pixel)));
    y[(y_7 + (channel_0 * y_channel))] = x[(x_6 + (channel_0 * x_channel))];
}

float tensor_float1(const float x)
{
    return x == x ? as_float(as_uint(x) + 0x1000u & 0xffffe000u) : x;
}

float4 multiply_tf32(const uint a0, const uint a1, const uint a2, const uint a3, const uint b0, const uint b1, const float c0,
            const float c1, const float c2, const float c3)
{
    float d0, d1, d2, d3;
    __asm__ volatile("mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32 "
                 "{%0, %1, %2, %3}, {%4, %5, %6, %7}, {%8, %9}, {%10, %11, %12, %13};"
                 : "=f"(d0), "=f"(d1), "=f"(d2), "=f"(d3)
                 : "r"(a0), "r"(a1), "r"(a2), "r"(a3), "r"(b0), "r"(b1), "f"(c0), "f"(c1), "f"(c2), "f"(c3));
    return (float4)(d0, d1, d2, d3);
}

float4 at_least4(const float4 x, const float4 bound)
{
    return x <= bound ? bound : x;
}

float4 at_most4(const float4 x, const float4 bound)
{
    return x >= bound ? bound : x;
}

float4 load_first4_global(const global float *from, const long count)
{
    float lanes[4];
    for (int i = 0; i < 4; i++) {
        lanes[i] = i < count ? from[i] : 0.0f;
    }
    return vload4(0, lanes);
}

void store_first4_global(const float4 value, global float *to, const long count)
{
    float lanes[4];
    vstore4(value, 0, lanes);
    for (int i = 0; i < 4; i++) {
        if (i < count) {
            to[i] = lanes[i];
        }
    }
}

void group_tf32_32x32_rows_3122ff979c74ad10(const int place, const int item, const global float *restrict x, const global float *restrict w, global float *y, const global float *restrict e0, local float *elements_tile, local float *weights_tile, const int images, const int rows, const int width, const int channels, const int blocks, const int all_blocks, const int tiles, const int slice_steps, const int x_origin, const int x_image, const int x_row, const int x_pixel, const int x_group, const int taps_h, const int x_tap_h, const int taps_w, const int x_tap_w, const int run, const int y_origin, const int y_image, const int y_row, const int y_pixel)
{
    int block_0 = (place % all_blocks);
    int number_1 = (place / all_blocks);
    int slice_2 = (number_1 / tiles);
    int group_3 = (block_0 / blocks);
    int firstChannel_4 = ((block_0 % blocks) * 32);
    int firstPlace_5 = ((number_1 % tiles) * 32);
    int runSteps_6 = ((run + 15) / 16);
    int steps_7 = ((taps_h * taps_w) * runSteps_6);
    int firstStep_8 = (slice_2 * slice_steps);
    int endStep_9 = min((int) steps_7, (int) (firstStep_8 + slice_steps));
    int depth_10 = (item % 16);
    int place_11 = (item / 16);
    int x_12 = (x_origin + (group_3 * x_group));
    int last_13 = (((images * rows) * width) - 1);
    int number_14 = min((int) (firstPlace_5 + place_11), (int) last_13);
    int line_15 = (number_14 / width);
    int image_16 = (line_15 / rows);
    int row_17 = (line_15 % rows);
    int pixel_18 = (number_14 % width);
    int window_19 = ((x_12 + (image_16 * x_image)) + ((row_17 * x_row) + (pixel_18 * x_pixel)));
    float element_20 = 0.0f;
    int number_21 = min((int) ((firstPlace_5 + place_11) + 8), (int) last_13);
    int line_22 = (number_21 / width);
    int image_23 = (line_22 / rows);
    int row_24 = (line_22 % rows);
    int pixel_25 = (number_21 % width);
    int window_26 = ((x_12 + (image_23 * x_image)) + ((row_24 * x_row) + (pixel_25 * x_pixel)));
    float element_27 = 0.0f;
    int number_28 = min((int) ((firstPlace_5 + place_11) + 16), (int) last_13);
    int line_29 = (number_28 / width);
    int image_30 = (line_29 / rows);
    int row_31 = (line_29 % rows);
    int pixel_32 = (number_28 % width);
    int window_33 = ((x_12 + (image_30 * x_image)) + ((row_31 * x_row) + (pixel_32 * x_pixel)));
    float element_34 = 0.0f;
    int number_35 = min((int) ((firstPlace_5 + place_11) + 24), (int) last_13);
    int line_36 = (number_35 / width);
    int image_37 = (line_36 / rows);
    int row_38 = (line_36 % rows);
    int pixel_39 = (number_35 % width);
    int window_40 = ((x_12 + (image_37 * x_image)) + ((row_38 * x_row) + (pixel_39 * x_pixel)));
    float element_41 = 0.0f;
    int tap_42 = (firstStep_8 / runSteps_6);
    int h_43 = (tap_42 / taps_w);
    int v_44 = (tap_42 % taps_w);
    int k_45 = ((firstStep_8 % runSteps_6) * 16);
    int offset_46 = ((h_43 * x_tap_h) + (v_44 * x_tap_w));
    int weight_47 = ((((block_0 * steps_7) + firstStep_8) * 512) + (item * 4));
    int warp_48 = (item / 32);
    int group_49 = ((item % 32) / 4);
    int inQuad_50 = (item % 4);
    int place_51 = (((warp_48 / 2) * 16) + group_49);
    int channel_52 = (((warp_48 % 2) * 16) + (inQuad_50 * 4));
    float4 sum_53 = (float4)(0.0f);
    float4 sum_54 = (float4)(0.0f);
    int elements_55 = ((place_51 * 16) + (inQuad_50 * 4));
    int weightsOf_56 = (((((warp_48 % 2) * 16) + group_49) * 16) + (inQuad_50 * 4));
    int half_57 = 0;
    int at_58 = ((offset_46 + k_45) + depth_10);
    element_20 = 0.0f;
    element_27 = 0.0f;
    element_34 = 0.0f;
    element_41 = 0.0f;
    if ((k_45 + depth_10) < run) {
        element_20 = x[(window_19 + at_58)];
        element_27 = x[(window_26 + at_58)];
        element_34 = x[(window_33 + at_58)];
        element_41 = x[(window_40 + at_58)];
    }
    uint4 weights_59 = *(const global uint4 *) (w + weight_47);
    weight_47 = (weight_47 + 512);
    k_45 = (k_45 + 16);
    if ((run - 1) < k_45) {
        k_45 = 0;
        h_43 = (h_43 + 1);
        offset_46 = (offset_46 + x_tap_h);
    }
    int to_60 = (((half_57 * 512) + (place_11 * 16)) + depth_10);
    elements_tile[to_60] = tensor_float1(element_20);
    elements_tile[(to_60 + 128)] = tensor_float1(element_27);
    elements_tile[(to_60 + 256)] = tensor_float1(element_34);
    elements_tile[(to_60 + 384)] = tensor_float1(element_41);
    int first_61 = ((half_57 * 512) + (item * 4));
    *(local uint4 *) (weights_tile + first_61) = weights_59;
    barrier(CLK_LOCAL_MEM_FENCE);
    const int step_62_end = (endStep_9 + 1);
    for (int step_62 = (firstStep_8 + 1); step_62 < step_62_end; step_62 += 1) {
        if (step_62 < endStep_9) {
            int at_63 = ((offset_46 + k_45) + depth_10);
            element_20 = 0.0f;
            element_27 = 0.0f;
            element_34 = 0.0f;
            element_41 = 0.0f;
            if ((k_45 + depth_10) < run) {
                element_20 = x[(window_19 + at_63)];
                element_27 = x[(window_26 + at_63)];
                element_34 = x[(window_33 + at_63)];
                element_41 = x[(window_40 + at_63)];
            }
            weights_59 = *(const global uint4 *) (w + weight_47);
            weight_47 = (weight_47 + 512);
            k_45 = (k_45 + 16);
            if ((run - 1) < k_45) {
                k_45 = 0;
                h_43 = (h_43 + 1);
                offset_46 = (offset_46 + x_tap_h);
            }
        }
        int left_64 = ((half_57 * 512) + elements_55);
        int right_65 = ((half_57 * 512) + weightsOf_56);
        uint4 numbers_66 = *(const local uint4 *) (weights_tile + right_65);
        uint4 numbers_67 = *(const local uint4 *) (weights_tile + (right_65 + 128));
        uint4 numbers_68 = *(const local uint4 *) (elements_tile + left_64);
        uint4 numbers_69 = *(const local uint4 *) (elements_tile + (left_64 + 128));
        {
            const float4 sums = multiply_tf32(numbers_68.s0, numbers_69.s0, numbers_68.s1, numbers_69.s1, numbers_66.s0, numbers_66.s1, sum_53.s0, sum_53.s1, sum_54.s0, sum_54.s1);
            sum_53.s0 = sums.s0;
            sum_53.s1 = sums.s1;
            sum_54.s0 = sums.s2;
            sum_54.s1 = sums.s3;
        }
        {
            const float4 sums = multiply_tf32(numbers_68.s0, numbers_69.s0, numbers_68.s1, numbers_69.s1, numbers_67.s0, numbers_67.s1, sum_53.s2, sum_53.s3, sum_54.s2, sum_54.s3);
            sum_53.s2 = sums.s0;
            sum_53.s3 = sums.s1;
            sum_54.s2 = sums.s2;
            sum_54.s3 = sums.s3;
        }
        {
            const float4 sums = multiply_tf32(numbers_68.s2, numbers_69.s2, numbers_68.s3, numbers_69.s3, numbers_66.s2, numbers_66.s3, sum_53.s0, sum_53.s1, sum_54.s0, sum_54.s1);
            sum_53.s0 = sums.s0;
            sum_53.s1 = sums.s1;
            sum_54.s0 = sums.s2;
            sum_54.s1 = sums.s3;
        }
        {
            const float4 sums = multiply_tf32(numbers_68.s2, numbers_69.s2, numbers_68.s3, numbers_69.s3, numbers_67.s2, numbers_67.s3, sum_53.s2, sum_53.s3, sum_54.s2, sum_54.s3);
            sum_53.s2 = sums.s0;
            sum_53.s3 = sums.s1;
            sum_54.s2 = sums.s2;
            sum_54.s3 = sums.s3;
        }
        half_57 = (1 - half_57);
        if (step_62 < endStep_9) {
            int to_70 = (((half_57 * 512) + (place_11 * 16)) + depth_10);
            elements_tile[to_70] = tensor_float1(element_20);
            elements_tile[(to_70 + 128)] = tensor_float1(element_27);
            elements_tile[(to_70 + 256)] = tensor_float1(element_34);
            elements_tile[(to_70 + 384)] = tensor_float1(element_41);
            int first_71 = ((half_57 * 512) + (item * 4));
            *(local uint4 *) (weights_tile + first_71) = weights_59;
        }
        barrier(CLK_LOCAL_MEM_FENCE);
    }
    int all_72 = ((images * rows) * width);
    int firstOfItem_73 = (firstPlace_5 + place_51);
    int inGroup_74 = (firstChannel_4 + channel_52);
    int channelOfAll_75 = ((group_3 * channels) + inGroup_74);
    int left_76 = (channels - inGroup_74);
    if (3 < left_76) {
        float4 operand_77 = vload4(0, e0 + channelOfAll_75);
        int number_78 = firstOfItem_73;
        if (number_78 < all_72) {
            float4 value_79 = (sum_53 + operand_77);
            float4 value_80 = (- value_79);
            float4 bounded_81 = at_most4(at_least4(value_80, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_82 = (fma(bounded_81, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_83 = fma(power_82, (float4)(2.1219444E-4f), fma(power_82, (float4)(-0.6933594f), bounded_81));
            float4 polynomial_84 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_83, (float4)(0.0013981999f)), rest_83, (float4)(0.008333452f)), rest_83, (float4)(0.041665796f)), rest_83, (float4)(0.16666666f)), rest_83, (float4)(0.5f));
            float4 half_85 = (fma(power_82, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_86 = (((fma(polynomial_84, (rest_83 * rest_83), rest_83) + (float4)(1.0f)) * as_float4(as_int4(half_85 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_82 - half_85) + 1.2583039E7f) << 23));
            float4 value_87 = (value_86 + (float4)(1.0f));
            float4 value_88 = ((float4)(1.0f) / value_87);
            vstore4(value_88, 0, y + ((y_origin + (number_78 * y_pixel)) + channelOfAll_75));
        }
        int number_89 = (firstOfItem_73 + 8);
        if (number_89 < all_72) {
            float4 value_90 = (sum_54 + operand_77);
            float4 value_91 = (- value_90);
            float4 bounded_92 = at_most4(at_least4(value_91, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_93 = (fma(bounded_92, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_94 = fma(power_93, (float4)(2.1219444E-4f), fma(power_93, (float4)(-0.6933594f), bounded_92));
            float4 polynomial_95 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_94, (float4)(0.0013981999f)), rest_94, (float4)(0.008333452f)), rest_94, (float4)(0.041665796f)), rest_94, (float4)(0.16666666f)), rest_94, (float4)(0.5f));
            float4 half_96 = (fma(power_93, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_97 = (((fma(polynomial_95, (rest_94 * rest_94), rest_94) + (float4)(1.0f)) * as_float4(as_int4(half_96 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_93 - half_96) + 1.2583039E7f) << 23));
            float4 value_98 = (value_97 + (float4)(1.0f));
            float4 value_99 = ((float4)(1.0f) / value_98);
            vstore4(value_99, 0, y + ((y_origin + (number_89 * y_pixel)) + channelOfAll_75));
        }
    }
    if (0 < min((int) left_76, (int) (4 - left_76))) {
        float4 operand_100 = load_first4_global(e0 + channelOfAll_75, left_76);
        int number_101 = firstOfItem_73;
        if (number_101 < all_72) {
            float4 value_102 = (sum_53 + operand_100);
            float4 value_103 = (- value_102);
            float4 bounded_104 = at_most4(at_least4(value_103, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_105 = (fma(bounded_104, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_106 = fma(power_105, (float4)(2.1219444E-4f), fma(power_105, (float4)(-0.6933594f), bounded_104));
            float4 polynomial_107 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_106, (float4)(0.0013981999f)), rest_106, (float4)(0.008333452f)), rest_106, (float4)(0.041665796f)), rest_106, (float4)(0.16666666f)), rest_106, (float4)(0.5f));
            float4 half_108 = (fma(power_105, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_109 = (((fma(polynomial_107, (rest_106 * rest_106), rest_106) + (float4)(1.0f)) * as_float4(as_int4(half_108 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_105 - half_108) + 1.2583039E7f) << 23));
            float4 value_110 = (value_109 + (float4)(1.0f));
            float4 value_111 = ((float4)(1.0f) / value_110);
            store_first4_global(value_111, y + ((y_origin + (number_101 * y_pixel)) + channelOfAll_75), left_76);
        }
        int number_112 = (firstOfItem_73 + 8);
        if (number_112 < all_72) {
            float4 value_113 = (sum_54 + operand_100);
            float4 value_114 = (- value_113);
            float4 bounded_115 = at_most4(at_least4(value_114, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_116 = (fma(bounded_115, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_117 = fma(power_116, (float4)(2.1219444E-4f), fma(power_116, (float4)(-0.6933594f), bounded_115));
            float4 polynomial_118 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_117, (float4)(0.0013981999f)), rest_117, (float4)(0.008333452f)), rest_117, (float4)(0.041665796f)), rest_117, (float4)(0.16666666f)), rest_117, (float4)(0.5f));
            float4 half_119 = (fma(power_116, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_120 = (((fma(polynomial_118, (rest_117 * rest_117), rest_117) + (float4)(1.0f)) * as_float4(as_int4(half_119 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_116 - half_119) + 1.2583039E7f) << 23));
            float4 value_121 = (value_120 + (float4)(1.0f));
            float4 value_122 = ((float4)(1.0f) / value_121);
            store_first4_global(value_122, y + ((y_origin + (number_112 * y_pixel)) + channelOfAll_75), left_76);
        }
    }
}

void window_sum_0d5c912c39d83157(const int place, const global float *restrict x, global float *y, const int images, const int rows, const int width, const int channels, const int x_origin, const int x_image, const int x_row, const int x_pixel, const int x_rows, const int x_width, const int taps_h, const int taps_w, const int stride_h, const int stride_w, const int dilation_h, const int dilation_w, const int pad_h, const int pad_w, const int w_tap, const int y_origin, const int y_image, const int y_row, const int y_pixel)
{
    int channel_0 = (place % channels);
    int number_1 = (place / channels);
    int pixel_2 = (number_1 % width);
    int line_3 = (number_1 / width);
    int image_4 = (line_3 / rows);
    int row_5 = (line_3 % rows);
    int x_6 = (x_origin + (image_4 * x_image));
    int start_7 = ((row_5 * stride_h) - pad_h);
    int first_8 = (((max((int) (0 - start_7), (int) 0) + dilation_h) - 1) / dilation_h);
    int end_9 = min((int) taps_h, (int) (((max((int) (x_rows - start_7), (int) 0) + dilation_h) - 1) / dilation_h));
    int start_10 = ((pixel_2 * stride_w) - pad_w);
    int first_11 = (((max((int) (0 - start_10), (int) 0) + dilation_w) - 1) / dilation_w);
    int end_12 = min((int) taps_w, (int) (((max((int) (x_width - start_10), (int) 0) + dilation_w) - 1) / dilation_w));
    float result_13 = 0.0f;
    const int h_14_end = end_9;
    for (int h_14 = first_8; h_14 < h_14_end; h_14 += 1) {
        int line_15 = ((x_6 + channel_0) + ((start_7 + (h_14 * dilation_h)) * x_row));
        int taps_16 = (h_14 * taps_w);
        const int w_17_end = end_12;
        for (int w_17 = first_11; w_17 < w_17_end; w_17 += 1) {
            result_13 = (x[(line_15 + ((start_10 + (w_17 * dilation_w)) * x_pixel))] + result_13);
        }
    }
    y[(((y_origin + (image_4 * y_image)) + ((row_5 * y_row) + (pixel_2 * y_pixel))) + channel_0)] = result_13;
}

void group_tf32_32x32_rows_0cef659818f81199(const int place, const int item, const global float *restrict x, const global float *restrict w, global float *y, const global float *restrict e0, local float *elements_tile, local float *weights_tile, const int images, const int rows, const int width, const int channels, const int blocks, const int all_blocks, const int tiles, const int slice_steps, const int x_origin, const int x_image, const int x_row, const int x_pixel, const int x_group, const int taps_h, const int x_tap_h, const int taps_w, const int x_tap_w, const int run, const int y_origin, const int y_image, const int y_row, const int y_pixel)
{
    int block_0 = (place % all_blocks);
    int number_1 = (place / all_blocks);
    int slice_2 = (number_1 / tiles);
    int group_3 = (block_0 / blocks);
    int firstChannel_4 = ((block_0 % blocks) * 32);
    int firstPlace_5 = ((number_1 % tiles) * 32);
    int runSteps_6 = ((run + 15) / 16);
    int steps_7 = ((taps_h * taps_w) * runSteps_6);
    int firstStep_8 = (slice_2 * slice_steps);
    int endStep_9 = min((int) steps_7, (int) (firstStep_8 + slice_steps));
    int depth_10 = (item % 16);
    int place_11 = (item / 16);
    int x_12 = (x_origin + (group_3 * x_group));
    int last_13 = (((images * rows) * width) - 1);
    int number_14 = min((int) (firstPlace_5 + place_11), (int) last_13);
    int line_15 = (number_14 / width);
    int image_16 = (line_15 / rows);
    int row_17 = (line_15 % rows);
    int pixel_18 = (number_14 % width);
    int window_19 = ((x_12 + (image_16 * x_image)) + ((row_17 * x_row) + (pixel_18 * x_pixel)));
    float element_20 = 0.0f;
    int number_21 = min((int) ((firstPlace_5 + place_11) + 8), (int) last_13);
    int line_22 = (number_21 / width);
    int image_23 = (line_22 / rows);
    int row_24 = (line_22 % rows);
    int pixel_25 = (number_21 % width);
    int window_26 = ((x_12 + (image_23 * x_image)) + ((row_24 * x_row) + (pixel_25 * x_pixel)));
    float element_27 = 0.0f;
    int number_28 = min((int) ((firstPlace_5 + place_11) + 16), (int) last_13);
    int line_29 = (number_28 / width);
    int image_30 = (line_29 / rows);
    int row_31 = (line_29 % rows);
    int pixel_32 = (number_28 % width);
    int window_33 = ((x_12 + (image_30 * x_image)) + ((row_31 * x_row) + (pixel_32 * x_pixel)));
    float element_34 = 0.0f;
    int number_35 = min((int) ((firstPlace_5 + place_11) + 24), (int) last_13);
    int line_36 = (number_35 / width);
    int image_37 = (line_36 / rows);
    int row_38 = (line_36 % rows);
    int pixel_39 = (number_35 % width);
    int window_40 = ((x_12 + (image_37 * x_image)) + ((row_38 * x_row) + (pixel_39 * x_pixel)));
    float element_41 = 0.0f;
    int tap_42 = (firstStep_8 / runSteps_6);
    int h_43 = (tap_42 / taps_w);
    int v_44 = (tap_42 % taps_w);
    int k_45 = ((firstStep_8 % runSteps_6) * 16);
    int offset_46 = ((h_43 * x_tap_h) + (v_44 * x_tap_w));
    int weight_47 = ((((block_0 * steps_7) + firstStep_8) * 512) + (item * 4));
    int warp_48 = (item / 32);
    int group_49 = ((item % 32) / 4);
    int inQuad_50 = (item % 4);
    int place_51 = (((warp_48 / 2) * 16) + group_49);
    int channel_52 = (((warp_48 % 2) * 16) + (inQuad_50 * 4));
    float4 sum_53 = (float4)(0.0f);
    float4 sum_54 = (float4)(0.0f);
    int elements_55 = ((place_51 * 16) + (inQuad_50 * 4));
    int weightsOf_56 = (((((warp_48 % 2) * 16) + group_49) * 16) + (inQuad_50 * 4));
    int half_57 = 0;
    int at_58 = ((offset_46 + k_45) + depth_10);
    element_20 = 0.0f;
    element_27 = 0.0f;
    element_34 = 0.0f;
    element_41 = 0.0f;
    if ((k_45 + depth_10) < run) {
        element_20 = x[(window_19 + at_58)];
        element_27 = x[(window_26 + at_58)];
        element_34 = x[(window_33 + at_58)];
        element_41 = x[(window_40 + at_58)];
    }
    uint4 weights_59 = *(const global uint4 *) (w + weight_47);
    weight_47 = (weight_47 + 512);
    k_45 = (k_45 + 16);
    if ((run - 1) < k_45) {
        k_45 = 0;
        h_43 = (h_43 + 1);
        offset_46 = (offset_46 + x_tap_h);
    }
    int to_60 = (((half_57 * 512) + (place_11 * 16)) + depth_10);
    elements_tile[to_60] = tensor_float1(element_20);
    elements_tile[(to_60 + 128)] = tensor_float1(element_27);
    elements_tile[(to_60 + 256)] = tensor_float1(element_34);
    elements_tile[(to_60 + 384)] = tensor_float1(element_41);
    int first_61 = ((half_57 * 512) + (item * 4));
    *(local uint4 *) (weights_tile + first_61) = weights_59;
    barrier(CLK_LOCAL_MEM_FENCE);
    const int step_62_end = (endStep_9 + 1);
    for (int step_62 = (firstStep_8 + 1); step_62 < step_62_end; step_62 += 1) {
        if (step_62 < endStep_9) {
            int at_63 = ((offset_46 + k_45) + depth_10);
            element_20 = 0.0f;
            element_27 = 0.0f;
            element_34 = 0.0f;
            element_41 = 0.0f;
            if ((k_45 + depth_10) < run) {
                element_20 = x[(window_19 + at_63)];
                element_27 = x[(window_26 + at_63)];
                element_34 = x[(window_33 + at_63)];
                element_41 = x[(window_40 + at_63)];
            }
            weights_59 = *(const global uint4 *) (w + weight_47);
            weight_47 = (weight_47 + 512);
            k_45 = (k_45 + 16);
            if ((run - 1) < k_45) {
                k_45 = 0;
                h_43 = (h_43 + 1);
                offset_46 = (offset_46 + x_tap_h);
            }
        }
        int left_64 = ((half_57 * 512) + elements_55);
        int right_65 = ((half_57 * 512) + weightsOf_56);
        uint4 numbers_66 = *(const local uint4 *) (weights_tile + right_65);
        uint4 numbers_67 = *(const local uint4 *) (weights_tile + (right_65 + 128));
        uint4 numbers_68 = *(const local uint4 *) (elements_tile + left_64);
        uint4 numbers_69 = *(const local uint4 *) (elements_tile + (left_64 + 128));
        {
            const float4 sums = multiply_tf32(numbers_68.s0, numbers_69.s0, numbers_68.s1, numbers_69.s1, numbers_66.s0, numbers_66.s1, sum_53.s0, sum_53.s1, sum_54.s0, sum_54.s1);
            sum_53.s0 = sums.s0;
            sum_53.s1 = sums.s1;
            sum_54.s0 = sums.s2;
            sum_54.s1 = sums.s3;
        }
        {
            const float4 sums = multiply_tf32(numbers_68.s0, numbers_69.s0, numbers_68.s1, numbers_69.s1, numbers_67.s0, numbers_67.s1, sum_53.s2, sum_53.s3, sum_54.s2, sum_54.s3);
            sum_53.s2 = sums.s0;
            sum_53.s3 = sums.s1;
            sum_54.s2 = sums.s2;
            sum_54.s3 = sums.s3;
        }
        {
            const float4 sums = multiply_tf32(numbers_68.s2, numbers_69.s2, numbers_68.s3, numbers_69.s3, numbers_66.s2, numbers_66.s3, sum_53.s0, sum_53.s1, sum_54.s0, sum_54.s1);
            sum_53.s0 = sums.s0;
            sum_53.s1 = sums.s1;
            sum_54.s0 = sums.s2;
            sum_54.s1 = sums.s3;
        }
        {
            const float4 sums = multiply_tf32(numbers_68.s2, numbers_69.s2, numbers_68.s3, numbers_69.s3, numbers_67.s2, numbers_67.s3, sum_53.s2, sum_53.s3, sum_54.s2, sum_54.s3);
            sum_53.s2 = sums.s0;
            sum_53.s3 = sums.s1;
            sum_54.s2 = sums.s2;
            sum_54.s3 = sums.s3;
        }
        half_57 = (1 - half_57);
        if (step_62 < endStep_9) {
            int to_70 = (((half_57 * 512) + (place_11 * 16)) + depth_10);
            elements_tile[to_70] = tensor_float1(element_20);
            elements_tile[(to_70 + 128)] = tensor_float1(element_27);
            elements_tile[(to_70 + 256)] = tensor_float1(element_34);
            elements_tile[(to_70 + 384)] = tensor_float1(element_41);
            int first_71 = ((half_57 * 512) + (item * 4));
            *(local uint4 *) (weights_tile + first_71) = weights_59;
        }
        barrier(CLK_LOCAL_MEM_FENCE);
    }
    int all_72 = ((images * rows) * width);
    int firstOfItem_73 = (firstPlace_5 + place_51);
    int inGroup_74 = (firstChannel_4 + channel_52);
    int channelOfAll_75 = ((group_3 * channels) + inGroup_74);
    int left_76 = (channels - inGroup_74);
    if (0 < left_76) {
        float4 operand_77 = *(const global float4 *) (e0 + channelOfAll_75);
        int number_78 = firstOfItem_73;
        if (number_78 < all_72) {
            float4 value_79 = (sum_53 + operand_77);
            float4 value_80 = (- value_79);
            float4 bounded_81 = at_most4(at_least4(value_80, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_82 = (fma(bounded_81, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_83 = fma(power_82, (float4)(2.1219444E-4f), fma(power_82, (float4)(-0.6933594f), bounded_81));
            float4 polynomial_84 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_83, (float4)(0.0013981999f)), rest_83, (float4)(0.008333452f)), rest_83, (float4)(0.041665796f)), rest_83, (float4)(0.16666666f)), rest_83, (float4)(0.5f));
            float4 half_85 = (fma(power_82, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_86 = (((fma(polynomial_84, (rest_83 * rest_83), rest_83) + (float4)(1.0f)) * as_float4(as_int4(half_85 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_82 - half_85) + 1.2583039E7f) << 23));
            float4 value_87 = (value_86 + (float4)(1.0f));
            float4 value_88 = ((float4)(1.0f) / value_87);
            *(global float4 *) (y + ((y_origin + (number_78 * y_pixel)) + channelOfAll_75)) = value_88;
        }
        int number_89 = (firstOfItem_73 + 8);
        if (number_89 < all_72) {
            float4 value_90 = (sum_54 + operand_77);
            float4 value_91 = (- value_90);
            float4 bounded_92 = at_most4(at_least4(value_91, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_93 = (fma(bounded_92, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_94 = fma(power_93, (float4)(2.1219444E-4f), fma(power_93, (float4)(-0.6933594f), bounded_92));
            float4 polynomial_95 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_94, (float4)(0.0013981999f)), rest_94, (float4)(0.008333452f)), rest_94, (float4)(0.041665796f)), rest_94, (float4)(0.16666666f)), rest_94, (float4)(0.5f));
            float4 half_96 = (fma(power_93, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_97 = (((fma(polynomial_95, (rest_94 * rest_94), rest_94) + (float4)(1.0f)) * as_float4(as_int4(half_96 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_93 - half_96) + 1.2583039E7f) << 23));
            float4 value_98 = (value_97 + (float4)(1.0f));
            float4 value_99 = ((float4)(1.0f) / value_98);
            *(global float4 *) (y + ((y_origin + (number_89 * y_pixel)) + channelOfAll_75)) = value_99;
        }
    }
}

void window_sum_5ee9a914dc2cd154(const int place, const global float *restrict x, global float *y, const int images, const int rows, const int width, const int channels, const int x_origin, const int x_image, const int x_row, const int x_pixel, const int x_rows, const int x_width, const int taps_h, const int taps_w, const int stride_h, const int stride_w, const int dilation_h, const int dilation_w, const int pad_h, const int pad_w, const int w_tap, const int y_origin, const int y_image, const int y_row, const int y_pixel)
{
    int vectors_0 = (channels / 4);
    int channel_1 = ((place % vectors_0) * 4);
    int number_2 = (place / vectors_0);
    int pixel_3 = (number_2 % width);
    int line_4 = (number_2 / width);
    int image_5 = (line_4 / rows);
    int row_6 = (line_4 % rows);
    int x_7 = (x_origin + (image_5 * x_image));
    int start_8 = ((row_6 * stride_h) - pad_h);
    int first_9 = (((max((int) (0 - start_8), (int) 0) + dilation_h) - 1) / dilation_h);
    int end_10 = min((int) taps_h, (int) (((max((int) (x_rows - start_8), (int) 0) + dilation_h) - 1) / dilation_h));
    int start_11 = ((pixel_3 * stride_w) - pad_w);
    int first_12 = (((max((int) (0 - start_11), (int) 0) + dilation_w) - 1) / dilation_w);
    int end_13 = min((int) taps_w, (int) (((max((int) (x_width - start_11), (int) 0) + dilation_w) - 1) / dilation_w));
    float4 result_14 = (float4)(0.0f);
    const int h_15_end = end_10;
    for (int h_15 = first_9; h_15 < h_15_end; h_15 += 1) {
        int line_16 = ((x_7 + channel_1) + ((start_8 + (h_15 * dilation_h)) * x_row));
        int taps_17 = (h_15 * taps_w);
        const int w_18_end = end_13;
        for (int w_18 = first_12; w_18 < w_18_end; w_18 += 1) {
            result_14 = (*(const global float4 *) (x + (line_16 + ((start_11 + (w_18 * dilation_w)) * x_pixel))) + result_14);
        }
    }
    float4 value_19 = (result_14 * (float4)(0.25f));
    *(global float4 *) (y + (((y_origin + (image_5 * y_image)) + ((row_6 * y_row) + (pixel_3 * y_pixel))) + channel_1)) = value_19;
}

void group_vector1_1980feb64eab6346(const int place, const int item, const global float *restrict x, const global float *restrict w, global float *y, const global float *restrict e0, local float *sums_of_items, const int rows, const int width, const int channels, const int run, const int x_origin, const int x_pixel, const int y_origin, const int y_image, const int y_row, const int y_pixel)
{
    int row_0 = (item / 4);
    int column_1 = ((item % 4) * 4);
    float4 sum_2 = (float4)(0.0f);
    int w_3 = ((place * (run * 16)) + column_1);
    int whole_4 = ((run / 256) * 256);
    const int k_5_end = whole_4;
    for (int k_5 = row_0; k_5 < k_5_end; k_5 += 256) {
        float4 weights_6 = *(const global float4 *) (w + (w_3 + (k_5 * 16)));
        float4 weights_7 = *(const global float4 *) (w + (w_3 + ((k_5 + 64) * 16)));
        float4 weights_8 = *(const global float4 *) (w + (w_3 + ((k_5 + 128) * 16)));
        float4 weights_9 = *(const global float4 *) (w + (w_3 + ((k_5 + 192) * 16)));
        sum_2 = fma((float4)(x[(x_origin + k_5)]), weights_6, sum_2);
        sum_2 = fma((float4)(x[(x_origin + (k_5 + 64))]), weights_7, sum_2);
        sum_2 = fma((float4)(x[(x_origin + (k_5 + 128))]), weights_8, sum_2);
        sum_2 = fma((float4)(x[(x_origin + (k_5 + 192))]), weights_9, sum_2);
    }
    for (int k_10 = (whole_4 + row_0); k_10 < run; k_10 += 64) {
        float4 weights_11 = *(const global float4 *) (w + (w_3 + (k_10 * 16)));
        sum_2 = fma((float4)(x[(x_origin + k_10)]), weights_11, sum_2);
    }
    *(local float4 *) (sums_of_items + (item * 4)) = sum_2;
    barrier(CLK_LOCAL_MEM_FENCE);
    if (item < 128) {
        int own_12 = (item * 4);
        sum_2 = (sum_2 + *(const local float4 *) (sums_of_items + (own_12 + 512)));
        *(local float4 *) (sums_of_items + own_12) = sum_2;
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    if (item < 64) {
        int own_13 = (item * 4);
        sum_2 = (sum_2 + *(const local float4 *) (sums_of_items + (own_13 + 256)));
        *(local float4 *) (sums_of_items + own_13) = sum_2;
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    if (item < 32) {
        int own_14 = (item * 4);
        sum_2 = (sum_2 + *(const local float4 *) (sums_of_items + (own_14 + 128)));
        *(local float4 *) (sums_of_items + own_14) = sum_2;
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    if (item < 16) {
        int own_15 = (item * 4);
        sum_2 = (sum_2 + *(const local float4 *) (sums_of_items + (own_15 + 64)));
        *(local float4 *) (sums_of_items + own_15) = sum_2;
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    if (item < 8) {
        int own_16 = (item * 4);
        sum_2 = (sum_2 + *(const local float4 *) (sums_of_items + (own_16 + 32)));
        *(local float4 *) (sums_of_items + own_16) = sum_2;
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    if (item < 4) {
        int own_17 = (item * 4);
        sum_2 = (sum_2 + *(const local float4 *) (sums_of_items + (own_17 + 16)));
        *(local float4 *) (sums_of_items + own_17) = sum_2;
    }
    if (item < 4) {
        int channel_18 = ((place * 16) + column_1);
        int left_19 = (channels - channel_18);
        if (0 < left_19) {
            float4 operand_20 = *(const global float4 *) (e0 + channel_18);
            int line_21 = (0 / width);
            int image_22 = (line_21 / rows);
            int row_23 = (line_21 % rows);
            int pixel_24 = (0 % width);
            float4 value_25 = (sum_2 + operand_20);
            float4 value_26 = (- value_25);
            float4 bounded_27 = at_most4(at_least4(value_26, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_28 = (fma(bounded_27, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_29 = fma(power_28, (float4)(2.1219444E-4f), fma(power_28, (float4)(-0.6933594f), bounded_27));
            float4 polynomial_30 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_29, (float4)(0.0013981999f)), rest_29, (float4)(0.008333452f)), rest_29, (float4)(0.041665796f)), rest_29, (float4)(0.16666666f)), rest_29, (float4)(0.5f));
            float4 half_31 = (fma(power_28, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_32 = (((fma(polynomial_30, (rest_29 * rest_29), rest_29) + (float4)(1.0f)) * as_float4(as_int4(half_31 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_28 - half_31) + 1.2583039E7f) << 23));
            float4 value_33 = (value_32 + (float4)(1.0f));
            float4 value_34 = ((float4)(1.0f) / value_33);
            *(global float4 *) (y + (((y_origin + (image_22 * y_image)) + ((row_23 * y_row) + (pixel_24 * y_pixel))) + channel_18)) = value_34;
        }
    }
}

void group_vector1_63fb03b765957454(const int place, const int item, const global float *restrict x, const global float *restrict w, global float *y, const global float *restrict e0, local float *sums_of_items, const int rows, const int width, const int channels, const int run, const int x_origin, const int x_pixel, const int y_origin, const int y_image, const int y_row, const int y_pixel)
{
    int row_0 = (item / 4);
    int column_1 = ((item % 4) * 4);
    float4 sum_2 = (float4)(0.0f);
    int w_3 = ((place * (run * 16)) + column_1);
    int whole_4 = ((run / 256) * 256);
    const int k_5_end = whole_4;
    for (int k_5 = row_0; k_5 < k_5_end; k_5 += 256) {
        float4 weights_6 = *(const global float4 *) (w + (w_3 + (k_5 * 16)));
        float4 weights_7 = *(const global float4 *) (w + (w_3 + ((k_5 + 64) * 16)));
        float4 weights_8 = *(const global float4 *) (w + (w_3 + ((k_5 + 128) * 16)));
        float4 weights_9 = *(const global float4 *) (w + (w_3 + ((k_5 + 192) * 16)));
        sum_2 = fma((float4)(x[(x_origin + k_5)]), weights_6, sum_2);
        sum_2 = fma((float4)(x[(x_origin + (k_5 + 64))]), weights_7, sum_2);
        sum_2 = fma((float4)(x[(x_origin + (k_5 + 128))]), weights_8, sum_2);
        sum_2 = fma((float4)(x[(x_origin + (k_5 + 192))]), weights_9, sum_2);
    }
    for (int k_10 = (whole_4 + row_0); k_10 < run; k_10 += 64) {
        float4 weights_11 = *(const global float4 *) (w + (w_3 + (k_10 * 16)));
        sum_2 = fma((float4)(x[(x_origin + k_10)]), weights_11, sum_2);
    }
    *(local float4 *) (sums_of_items + (item * 4)) = sum_2;
    barrier(CLK_LOCAL_MEM_FENCE);
    if (item < 128) {
        int own_12 = (item * 4);
        sum_2 = (sum_2 + *(const local float4 *) (sums_of_items + (own_12 + 512)));
        *(local float4 *) (sums_of_items + own_12) = sum_2;
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    if (item < 64) {
        int own_13 = (item * 4);
        sum_2 = (sum_2 + *(const local float4 *) (sums_of_items + (own_13 + 256)));
        *(local float4 *) (sums_of_items + own_13) = sum_2;
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    if (item < 32) {
        int own_14 = (item * 4);
        sum_2 = (sum_2 + *(const local float4 *) (sums_of_items + (own_14 + 128)));
        *(local float4 *) (sums_of_items + own_14) = sum_2;
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    if (item < 16) {
        int own_15 = (item * 4);
        sum_2 = (sum_2 + *(const local float4 *) (sums_of_items + (own_15 + 64)));
        *(local float4 *) (sums_of_items + own_15) = sum_2;
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    if (item < 8) {
        int own_16 = (item * 4);
        sum_2 = (sum_2 + *(const local float4 *) (sums_of_items + (own_16 + 32)));
        *(local float4 *) (sums_of_items + own_16) = sum_2;
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    if (item < 4) {
        int own_17 = (item * 4);
        sum_2 = (sum_2 + *(const local float4 *) (sums_of_items + (own_17 + 16)));
        *(local float4 *) (sums_of_items + own_17) = sum_2;
    }
    if (item < 4) {
        int channel_18 = ((place * 16) + column_1);
        int left_19 = (channels - channel_18);
        if (3 < left_19) {
            float4 operand_20 = *(const global float4 *) (e0 + channel_18);
            int line_21 = (0 / width);
            int image_22 = (line_21 / rows);
            int row_23 = (line_21 % rows);
            int pixel_24 = (0 % width);
            float4 value_25 = (sum_2 + operand_20);
            vstore4(value_25, 0, y + (((y_origin + (image_22 * y_image)) + ((row_23 * y_row) + (pixel_24 * y_pixel))) + channel_18));
        }
        if (0 < min((int) left_19, (int) (4 - left_19))) {
            float4 operand_26 = load_first4_global(e0 + channel_18, left_19);
            int line_27 = (0 / width);
            int image_28 = (line_27 / rows);
            int row_29 = (line_27 % rows);
            int pixel_30 = (0 % width);
            float4 value_31 = (sum_2 + operand_26);
            store_first4_global(value_31, y + (((y_origin + (image_28 * y_image)) + ((row_29 * y_row) + (pixel_30 * y_pixel))) + channel_18), left_19);
        }
    }
}

kernel __attribute__((reqd_work_group_size(256, 1, 1)))
void copy_6e6204f7be61dff3(global float *b0, const long o0, global float *b1, const long o1, const long images, const long rows, const long width, const long channels, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_channel, const long y_origin, const long y_image, const long y_row, const long y_pixel, const long y_channel, const long extent)
{
    const long index = get_global_id(0);
    if (index < extent) {
        copy_ca9c7f2edb61b8cc(index, b0 + o0, b1 + o1, images, rows, width, channels, x_origin, x_image, x_row, x_pixel, x_channel, y_origin, y_image, y_row, y_pixel, y_channel);
    }
}

kernel __attribute__((reqd_work_group_size(128, 1, 1)))
void group_tf32_32x32_rows_f78d8c7a517e7992(global float *b0, const long o0, global float *b1, const long o1, global float *b2, const long o2, global float *b3, const long o3, const long images, const long rows, const long width, const long channels, const long blocks, const long all_blocks, const long tiles, const long slice_steps, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_group, const long taps_h, const long x_tap_h, const long taps_w, const long x_tap_w, const long run, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    local float elements_tile[1024] __attribute__((aligned(64)));
    local float weights_tile[1024] __attribute__((aligned(64)));
    {
        const long index = get_group_id(0);
        group_tf32_32x32_rows_3122ff979c74ad10(index, get_local_id(0), b0 + o0, b1 + o1, b2 + o2, b3 + o3, elements_tile, weights_tile, images, rows, width, channels, blocks, all_blocks, tiles, slice_steps, x_origin, x_image, x_row, x_pixel, x_group, taps_h, x_tap_h, taps_w, x_tap_w, run, y_origin, y_image, y_row, y_pixel);
    }
}

kernel __attribute__((reqd_work_group_size(256, 1, 1)))
void window_sum_68bb2de3935a82b8(global float *b0, const long o0, global float *b1, const long o1, const long images, const long rows, const long width, const long channels, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_rows, const long x_width, const long taps_h, const long taps_w, const long stride_h, const long stride_w, const long dilation_h, const long dilation_w, const long pad_h, const long pad_w, const long w_tap, const long y_origin, const long y_image, const long y_row, const long y_pixel, const long extent)
{
    const long index = get_global_id(0);
    if (index < extent) {
        window_sum_0d5c912c39d83157(index, b0 + o0, b1 + o1, images, rows, width, channels, x_origin, x_image, x_row, x_pixel, x_rows, x_width, taps_h, taps_w, stride_h, stride_w, dilation_h, dilation_w, pad_h, pad_w, w_tap, y_origin, y_image, y_row, y_pixel);
    }
}

kernel __attribute__((reqd_work_group_size(128, 1, 1)))
void group_tf32_32x32_rows_cf401c9c5450a8f3(global float *b0, const long o0, global float *b1, const long o1, global float *b2, const long o2, global float *b3, const long o3, const long images, const long rows, const long width, const long channels, const long blocks, const long all_blocks, const long tiles, const long slice_steps, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_group, const long taps_h, const long x_tap_h, const long taps_w, const long x_tap_w, const long run, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    local float elements_tile[1024] __attribute__((aligned(64)));
    local float weights_tile[1024] __attribute__((aligned(64)));
    {
        const long index = get_group_id(0);
        group_tf32_32x32_rows_0cef659818f81199(index, get_local_id(0), b0 + o0, b1 + o1, b2 + o2, b3 + o3, elements_tile, weights_tile, images, rows, width, channels, blocks, all_blocks, tiles, slice_steps, x_origin, x_image, x_row, x_pixel, x_group, taps_h, x_tap_h, taps_w, x_tap_w, run, y_origin, y_image, y_row, y_pixel);
    }
}

kernel __attribute__((reqd_work_group_size(256, 1, 1)))
void window_sum_27d11c634c37847d(global float *b0, const long o0, global float *b1, const long o1, const long images, const long rows, const long width, const long channels, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_rows, const long x_width, const long taps_h, const long taps_w, const long stride_h, const long stride_w, const long dilation_h, const long dilation_w, const long pad_h, const long pad_w, const long w_tap, const long y_origin, const long y_image, const long y_row, const long y_pixel, const long extent)
{
    const long index = get_global_id(0);
    if (index < extent) {
        window_sum_5ee9a914dc2cd154(index, b0 + o0, b1 + o1, images, rows, width, channels, x_origin, x_image, x_row, x_pixel, x_rows, x_width, taps_h, taps_w, stride_h, stride_w, dilation_h, dilation_w, pad_h, pad_w, w_tap, y_origin, y_image, y_row, y_pixel);
    }
}

kernel __attribute__((reqd_work_group_size(256, 1, 1)))
void group_vector1_13d417993645ac52(global float *b0, const long o0, global float *b1, const long o1, global float *b2, const long o2, global float *b3, const long o3, const long rows, const long width, const long channels, const long run, const long x_origin, const long x_pixel, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    local float sums_of_items[1024] __attribute__((aligned(64)));
    {
        const long index = get_group_id(0);
        group_vector1_1980feb64eab6346(index, get_local_id(0), b0 + o0, b1 + o1, b2 + o2, b3 + o3, sums_of_items, rows, width, channels, run, x_origin, x_pixel, y_origin, y_image, y_row, y_pixel);
    }
}

kernel __attribute__((reqd_work_group_size(256, 1, 1)))
void group_vector1_867d6e59bc8a2cac(global float *b0, const long o0, global float *b1, const long o1, global float *b2, const long o2, global float *b3, const long o3, const long rows, const long width, const long channels, const long run, const long x_origin, const long x_pixel, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    local float sums_of_items[1024] __attribute__((aligned(64)));
    {
        const long index = get_group_id(0);
        group_vector1_63fb03b765957454(index, get_local_id(0), b0 + o0, b1 + o1, b2 + o2, b3 + o3, sums_of_items, rows, width, channels, run, x_origin, x_pixel, y_origin, y_image, y_row, y_pixel);
    }
}

