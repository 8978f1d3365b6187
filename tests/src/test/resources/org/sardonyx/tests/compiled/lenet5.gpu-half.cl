#pragma OPENCL FP_CONTRACT OFF

void copy_0f300000575e(const int place, const global float *restrict x, global half *y, const int images, const int rows, const int width, const int channels, const int x_origin, const int x_image, const int x_row, const int x_pixel, const int x_channel, const int y_origin, const int y_image, const int y_row, const int y_pixel, const int y_channel)
{
    int channel_0 = (place % channels);
    int number_1 = (place / channels);
    int pixel_2 = (number_1 % width);
    int line_3 = (number_1 / width);
    int image_4 = (line_3 / rows);
    int row_5 = (line_3 % rows);
    int x_6 = ((x_origin + (image_4 * x_image)) + ((row_5 * x_row) + (pixel_2 * x_pixel)));
    int y_7 = ((y_origin + (image_4 * y_image)) + ((row_5 * y_row) + (pixel_2 * y_pixel)));
    vstore_half_rte(x[(x_6 + (channel_0 * x_channel))], 0, y + (y_7 + (channel_0 * y_channel)));
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

void store_first4_global_half(const float4 value, global half *to, const long count)
{
    float lanes[4];
    vstore4(value, 0, lanes);
    for (int i = 0; i < 4; i++) {
        if (i < count) {
            vstore_half_rte(lanes[i], i, to);
        }
    }
}

void group64x64_rows_066e9ffa6d96(const int place, const int item, const global half *restrict x, const global half *restrict w, global half *y, const global float *restrict e0, local float *elements_tile, local float *weights_tile, const int images, const int rows, const int width, const int channels, const int blocks, const int all_blocks, const int tiles, const int slice_steps, const int x_origin, const int x_image, const int x_row, const int x_pixel, const int x_group, const int taps_h, const int x_tap_h, const int taps_w, const int x_tap_w, const int run, const int y_origin, const int y_image, const int y_row, const int y_pixel)
{
    int block_0 = (place % all_blocks);
    int number_1 = (place / all_blocks);
    int slice_2 = (number_1 / tiles);
    int group_3 = (block_0 / blocks);
    int firstChannel_4 = ((block_0 % blocks) * 64);
    int firstPlace_5 = ((number_1 % tiles) * 64);
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
    int number_21 = min((int) ((firstPlace_5 + place_11) + 16), (int) last_13);
    int line_22 = (number_21 / width);
    int image_23 = (line_22 / rows);
    int row_24 = (line_22 % rows);
    int pixel_25 = (number_21 % width);
    int window_26 = ((x_12 + (image_23 * x_image)) + ((row_24 * x_row) + (pixel_25 * x_pixel)));
    float element_27 = 0.0f;
    int number_28 = min((int) ((firstPlace_5 + place_11) + 32), (int) last_13);
    int line_29 = (number_28 / width);
    int image_30 = (line_29 / rows);
    int row_31 = (line_29 % rows);
    int pixel_32 = (number_28 % width);
    int window_33 = ((x_12 + (image_30 * x_image)) + ((row_31 * x_row) + (pixel_32 * x_pixel)));
    float element_34 = 0.0f;
    int number_35 = min((int) ((firstPlace_5 + place_11) + 48), (int) last_13);
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
    int weightRow_47 = (item / 16);
    int column_48 = ((item % 16) * 4);
    int matrix_49 = ((((block_0 * steps_7) + firstStep_8) * 1024) + (item * 4));
    int weight_50 = matrix_49;
    float4 weights_51 = (float4)(0.0f);
    int place_52 = ((item / 16) * 4);
    int channel_53 = ((item % 16) * 4);
    float4 sum_54 = (float4)(0.0f);
    float4 sum_55 = (float4)(0.0f);
    float4 sum_56 = (float4)(0.0f);
    float4 sum_57 = (float4)(0.0f);
    int half_58 = 0;
    int at_59 = ((offset_46 + k_45) + depth_10);
    element_20 = 0.0f;
    element_27 = 0.0f;
    element_34 = 0.0f;
    element_41 = 0.0f;
    if ((k_45 + depth_10) < run) {
        element_20 = vload_half(0, x + (window_19 + at_59));
        element_27 = vload_half(0, x + (window_26 + at_59));
        element_34 = vload_half(0, x + (window_33 + at_59));
        element_41 = vload_half(0, x + (window_40 + at_59));
    }
    weights_51 = vloada_half4(0, w + weight_50);
    weight_50 = (weight_50 + 1024);
    k_45 = (k_45 + 16);
    if ((run - 1) < k_45) {
        k_45 = 0;
        h_43 = (h_43 + 1);
        offset_46 = (offset_46 + x_tap_h);
    }
    int to_60 = (((half_58 * 1088) + (depth_10 * 68)) + place_11);
    elements_tile[to_60] = element_20;
    elements_tile[(to_60 + 16)] = element_27;
    elements_tile[(to_60 + 32)] = element_34;
    elements_tile[(to_60 + 48)] = element_41;
    int first_61 = ((half_58 * 1024) + ((weightRow_47 * 64) + column_48));
    *(local float4 *) (weights_tile + first_61) = weights_51;
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
                element_20 = vload_half(0, x + (window_19 + at_63));
                element_27 = vload_half(0, x + (window_26 + at_63));
                element_34 = vload_half(0, x + (window_33 + at_63));
                element_41 = vload_half(0, x + (window_40 + at_63));
            }
            weights_51 = vloada_half4(0, w + weight_50);
            weight_50 = (weight_50 + 1024);
            k_45 = (k_45 + 16);
            if ((run - 1) < k_45) {
                k_45 = 0;
                h_43 = (h_43 + 1);
                offset_46 = (offset_46 + x_tap_h);
            }
        }
        int elements_64 = ((half_58 * 1088) + place_52);
        int weightsAt_65 = ((half_58 * 1024) + channel_53);
        float4 four_66 = *(const local float4 *) (elements_tile + elements_64);
        float4 row_67 = *(const local float4 *) (weights_tile + weightsAt_65);
        sum_54 = fma((float4)(four_66.s0), row_67, sum_54);
        sum_55 = fma((float4)(four_66.s1), row_67, sum_55);
        sum_56 = fma((float4)(four_66.s2), row_67, sum_56);
        sum_57 = fma((float4)(four_66.s3), row_67, sum_57);
        float4 four_68 = *(const local float4 *) (elements_tile + (elements_64 + 68));
        float4 row_69 = *(const local float4 *) (weights_tile + (weightsAt_65 + 64));
        sum_54 = fma((float4)(four_68.s0), row_69, sum_54);
        sum_55 = fma((float4)(four_68.s1), row_69, sum_55);
        sum_56 = fma((float4)(four_68.s2), row_69, sum_56);
        sum_57 = fma((float4)(four_68.s3), row_69, sum_57);
        float4 four_70 = *(const local float4 *) (elements_tile + (elements_64 + 136));
        float4 row_71 = *(const local float4 *) (weights_tile + (weightsAt_65 + 128));
        sum_54 = fma((float4)(four_70.s0), row_71, sum_54);
        sum_55 = fma((float4)(four_70.s1), row_71, sum_55);
        sum_56 = fma((float4)(four_70.s2), row_71, sum_56);
        sum_57 = fma((float4)(four_70.s3), row_71, sum_57);
        float4 four_72 = *(const local float4 *) (elements_tile + (elements_64 + 204));
        float4 row_73 = *(const local float4 *) (weights_tile + (weightsAt_65 + 192));
        sum_54 = fma((float4)(four_72.s0), row_73, sum_54);
        sum_55 = fma((float4)(four_72.s1), row_73, sum_55);
        sum_56 = fma((float4)(four_72.s2), row_73, sum_56);
        sum_57 = fma((float4)(four_72.s3), row_73, sum_57);
        float4 four_74 = *(const local float4 *) (elements_tile + (elements_64 + 272));
        float4 row_75 = *(const local float4 *) (weights_tile + (weightsAt_65 + 256));
        sum_54 = fma((float4)(four_74.s0), row_75, sum_54);
        sum_55 = fma((float4)(four_74.s1), row_75, sum_55);
        sum_56 = fma((float4)(four_74.s2), row_75, sum_56);
        sum_57 = fma((float4)(four_74.s3), row_75, sum_57);
        float4 four_76 = *(const local float4 *) (elements_tile + (elements_64 + 340));
        float4 row_77 = *(const local float4 *) (weights_tile + (weightsAt_65 + 320));
        sum_54 = fma((float4)(four_76.s0), row_77, sum_54);
        sum_55 = fma((float4)(four_76.s1), row_77, sum_55);
        sum_56 = fma((float4)(four_76.s2), row_77, sum_56);
        sum_57 = fma((float4)(four_76.s3), row_77, sum_57);
        float4 four_78 = *(const local float4 *) (elements_tile + (elements_64 + 408));
        float4 row_79 = *(const local float4 *) (weights_tile + (weightsAt_65 + 384));
        sum_54 = fma((float4)(four_78.s0), row_79, sum_54);
        sum_55 = fma((float4)(four_78.s1), row_79, sum_55);
        sum_56 = fma((float4)(four_78.s2), row_79, sum_56);
        sum_57 = fma((float4)(four_78.s3), row_79, sum_57);
        float4 four_80 = *(const local float4 *) (elements_tile + (elements_64 + 476));
        float4 row_81 = *(const local float4 *) (weights_tile + (weightsAt_65 + 448));
        sum_54 = fma((float4)(four_80.s0), row_81, sum_54);
        sum_55 = fma((float4)(four_80.s1), row_81, sum_55);
        sum_56 = fma((float4)(four_80.s2), row_81, sum_56);
        sum_57 = fma((float4)(four_80.s3), row_81, sum_57);
        float4 four_82 = *(const local float4 *) (elements_tile + (elements_64 + 544));
        float4 row_83 = *(const local float4 *) (weights_tile + (weightsAt_65 + 512));
        sum_54 = fma((float4)(four_82.s0), row_83, sum_54);
        sum_55 = fma((float4)(four_82.s1), row_83, sum_55);
        sum_56 = fma((float4)(four_82.s2), row_83, sum_56);
        sum_57 = fma((float4)(four_82.s3), row_83, sum_57);
        float4 four_84 = *(const local float4 *) (elements_tile + (elements_64 + 612));
        float4 row_85 = *(const local float4 *) (weights_tile + (weightsAt_65 + 576));
        sum_54 = fma((float4)(four_84.s0), row_85, sum_54);
        sum_55 = fma((float4)(four_84.s1), row_85, sum_55);
        sum_56 = fma((float4)(four_84.s2), row_85, sum_56);
        sum_57 = fma((float4)(four_84.s3), row_85, sum_57);
        float4 four_86 = *(const local float4 *) (elements_tile + (elements_64 + 680));
        float4 row_87 = *(const local float4 *) (weights_tile + (weightsAt_65 + 640));
        sum_54 = fma((float4)(four_86.s0), row_87, sum_54);
        sum_55 = fma((float4)(four_86.s1), row_87, sum_55);
        sum_56 = fma((float4)(four_86.s2), row_87, sum_56);
        sum_57 = fma((float4)(four_86.s3), row_87, sum_57);
        float4 four_88 = *(const local float4 *) (elements_tile + (elements_64 + 748));
        float4 row_89 = *(const local float4 *) (weights_tile + (weightsAt_65 + 704));
        sum_54 = fma((float4)(four_88.s0), row_89, sum_54);
        sum_55 = fma((float4)(four_88.s1), row_89, sum_55);
        sum_56 = fma((float4)(four_88.s2), row_89, sum_56);
        sum_57 = fma((float4)(four_88.s3), row_89, sum_57);
        float4 four_90 = *(const local float4 *) (elements_tile + (elements_64 + 816));
        float4 row_91 = *(const local float4 *) (weights_tile + (weightsAt_65 + 768));
        sum_54 = fma((float4)(four_90.s0), row_91, sum_54);
        sum_55 = fma((float4)(four_90.s1), row_91, sum_55);
        sum_56 = fma((float4)(four_90.s2), row_91, sum_56);
        sum_57 = fma((float4)(four_90.s3), row_91, sum_57);
        float4 four_92 = *(const local float4 *) (elements_tile + (elements_64 + 884));
        float4 row_93 = *(const local float4 *) (weights_tile + (weightsAt_65 + 832));
        sum_54 = fma((float4)(four_92.s0), row_93, sum_54);
        sum_55 = fma((float4)(four_92.s1), row_93, sum_55);
        sum_56 = fma((float4)(four_92.s2), row_93, sum_56);
        sum_57 = fma((float4)(four_92.s3), row_93, sum_57);
        float4 four_94 = *(const local float4 *) (elements_tile + (elements_64 + 952));
        float4 row_95 = *(const local float4 *) (weights_tile + (weightsAt_65 + 896));
        sum_54 = fma((float4)(four_94.s0), row_95, sum_54);
        sum_55 = fma((float4)(four_94.s1), row_95, sum_55);
        sum_56 = fma((float4)(four_94.s2), row_95, sum_56);
        sum_57 = fma((float4)(four_94.s3), row_95, sum_57);
        float4 four_96 = *(const local float4 *) (elements_tile + (elements_64 + 1020));
        float4 row_97 = *(const local float4 *) (weights_tile + (weightsAt_65 + 960));
        sum_54 = fma((float4)(four_96.s0), row_97, sum_54);
        sum_55 = fma((float4)(four_96.s1), row_97, sum_55);
        sum_56 = fma((float4)(four_96.s2), row_97, sum_56);
        sum_57 = fma((float4)(four_96.s3), row_97, sum_57);
        half_58 = (1 - half_58);
        if (step_62 < endStep_9) {
            int to_98 = (((half_58 * 1088) + (depth_10 * 68)) + place_11);
            elements_tile[to_98] = element_20;
            elements_tile[(to_98 + 16)] = element_27;
            elements_tile[(to_98 + 32)] = element_34;
            elements_tile[(to_98 + 48)] = element_41;
            int first_99 = ((half_58 * 1024) + ((weightRow_47 * 64) + column_48));
            *(local float4 *) (weights_tile + first_99) = weights_51;
        }
        barrier(CLK_LOCAL_MEM_FENCE);
    }
    int all_100 = ((images * rows) * width);
    int firstOfItem_101 = (firstPlace_5 + place_52);
    int inGroup_102 = (firstChannel_4 + channel_53);
    int channelOfAll_103 = ((group_3 * channels) + inGroup_102);
    int left_104 = (channels - inGroup_102);
    if (3 < left_104) {
        float4 operand_105 = vload4(0, e0 + channelOfAll_103);
        int number_106 = firstOfItem_101;
        if (number_106 < all_100) {
            int line_107 = (number_106 / width);
            int image_108 = (line_107 / rows);
            int row_109 = (line_107 % rows);
            int pixel_110 = (number_106 % width);
            float4 value_111 = (sum_54 + operand_105);
            float4 value_112 = (- value_111);
            float4 bounded_113 = at_most4(at_least4(value_112, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_114 = (fma(bounded_113, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_115 = fma(power_114, (float4)(2.1219444E-4f), fma(power_114, (float4)(-0.6933594f), bounded_113));
            float4 polynomial_116 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_115, (float4)(0.0013981999f)), rest_115, (float4)(0.008333452f)), rest_115, (float4)(0.041665796f)), rest_115, (float4)(0.16666666f)), rest_115, (float4)(0.5f));
            float4 half_117 = (fma(power_114, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_118 = (((fma(polynomial_116, (rest_115 * rest_115), rest_115) + (float4)(1.0f)) * as_float4(as_int4(half_117 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_114 - half_117) + 1.2583039E7f) << 23));
            float4 value_119 = (value_118 + (float4)(1.0f));
            float4 value_120 = ((float4)(1.0f) / value_119);
            vstore_half4_rte(value_120, 0, y + (((y_origin + (image_108 * y_image)) + ((row_109 * y_row) + (pixel_110 * y_pixel))) + channelOfAll_103));
        }
        int number_121 = (firstOfItem_101 + 1);
        if (number_121 < all_100) {
            int line_122 = (number_121 / width);
            int image_123 = (line_122 / rows);
            int row_124 = (line_122 % rows);
            int pixel_125 = (number_121 % width);
            float4 value_126 = (sum_55 + operand_105);
            float4 value_127 = (- value_126);
            float4 bounded_128 = at_most4(at_least4(value_127, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_129 = (fma(bounded_128, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_130 = fma(power_129, (float4)(2.1219444E-4f), fma(power_129, (float4)(-0.6933594f), bounded_128));
            float4 polynomial_131 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_130, (float4)(0.0013981999f)), rest_130, (float4)(0.008333452f)), rest_130, (float4)(0.041665796f)), rest_130, (float4)(0.16666666f)), rest_130, (float4)(0.5f));
            float4 half_132 = (fma(power_129, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_133 = (((fma(polynomial_131, (rest_130 * rest_130), rest_130) + (float4)(1.0f)) * as_float4(as_int4(half_132 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_129 - half_132) + 1.2583039E7f) << 23));
            float4 value_134 = (value_133 + (float4)(1.0f));
            float4 value_135 = ((float4)(1.0f) / value_134);
            vstore_half4_rte(value_135, 0, y + (((y_origin + (image_123 * y_image)) + ((row_124 * y_row) + (pixel_125 * y_pixel))) + channelOfAll_103));
        }
        int number_136 = (firstOfItem_101 + 2);
        if (number_136 < all_100) {
            int line_137 = (number_136 / width);
            int image_138 = (line_137 / rows);
            int row_139 = (line_137 % rows);
            int pixel_140 = (number_136 % width);
            float4 value_141 = (sum_56 + operand_105);
            float4 value_142 = (- value_141);
            float4 bounded_143 = at_most4(at_least4(value_142, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_144 = (fma(bounded_143, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_145 = fma(power_144, (float4)(2.1219444E-4f), fma(power_144, (float4)(-0.6933594f), bounded_143));
            float4 polynomial_146 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_145, (float4)(0.0013981999f)), rest_145, (float4)(0.008333452f)), rest_145, (float4)(0.041665796f)), rest_145, (float4)(0.16666666f)), rest_145, (float4)(0.5f));
            float4 half_147 = (fma(power_144, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_148 = (((fma(polynomial_146, (rest_145 * rest_145), rest_145) + (float4)(1.0f)) * as_float4(as_int4(half_147 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_144 - half_147) + 1.2583039E7f) << 23));
            float4 value_149 = (value_148 + (float4)(1.0f));
            float4 value_150 = ((float4)(1.0f) / value_149);
            vstore_half4_rte(value_150, 0, y + (((y_origin + (image_138 * y_image)) + ((row_139 * y_row) + (pixel_140 * y_pixel))) + channelOfAll_103));
        }
        int number_151 = (firstOfItem_101 + 3);
        if (number_151 < all_100) {
            int line_152 = (number_151 / width);
            int image_153 = (line_152 / rows);
            int row_154 = (line_152 % rows);
            int pixel_155 = (number_151 % width);
            float4 value_156 = (sum_57 + operand_105);
            float4 value_157 = (- value_156);
            float4 bounded_158 = at_most4(at_least4(value_157, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_159 = (fma(bounded_158, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_160 = fma(power_159, (float4)(2.1219444E-4f), fma(power_159, (float4)(-0.6933594f), bounded_158));
            float4 polynomial_161 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_160, (float4)(0.0013981999f)), rest_160, (float4)(0.008333452f)), rest_160, (float4)(0.041665796f)), rest_160, (float4)(0.16666666f)), rest_160, (float4)(0.5f));
            float4 half_162 = (fma(power_159, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_163 = (((fma(polynomial_161, (rest_160 * rest_160), rest_160) + (float4)(1.0f)) * as_float4(as_int4(half_162 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_159 - half_162) + 1.2583039E7f) << 23));
            float4 value_164 = (value_163 + (float4)(1.0f));
            float4 value_165 = ((float4)(1.0f) / value_164);
            vstore_half4_rte(value_165, 0, y + (((y_origin + (image_153 * y_image)) + ((row_154 * y_row) + (pixel_155 * y_pixel))) + channelOfAll_103));
        }
    }
    if (0 < min((int) left_104, (int) (4 - left_104))) {
        float4 operand_166 = load_first4_global(e0 + channelOfAll_103, left_104);
        int number_167 = firstOfItem_101;
        if (number_167 < all_100) {
            int line_168 = (number_167 / width);
            int image_169 = (line_168 / rows);
            int row_170 = (line_168 % rows);
            int pixel_171 = (number_167 % width);
            float4 value_172 = (sum_54 + operand_166);
            float4 value_173 = (- value_172);
            float4 bounded_174 = at_most4(at_least4(value_173, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_175 = (fma(bounded_174, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_176 = fma(power_175, (float4)(2.1219444E-4f), fma(power_175, (float4)(-0.6933594f), bounded_174));
            float4 polynomial_177 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_176, (float4)(0.0013981999f)), rest_176, (float4)(0.008333452f)), rest_176, (float4)(0.041665796f)), rest_176, (float4)(0.16666666f)), rest_176, (float4)(0.5f));
            float4 half_178 = (fma(power_175, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_179 = (((fma(polynomial_177, (rest_176 * rest_176), rest_176) + (float4)(1.0f)) * as_float4(as_int4(half_178 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_175 - half_178) + 1.2583039E7f) << 23));
            float4 value_180 = (value_179 + (float4)(1.0f));
            float4 value_181 = ((float4)(1.0f) / value_180);
            store_first4_global_half(value_181, y + (((y_origin + (image_169 * y_image)) + ((row_170 * y_row) + (pixel_171 * y_pixel))) + channelOfAll_103), left_104);
        }
        int number_182 = (firstOfItem_101 + 1);
        if (number_182 < all_100) {
            int line_183 = (number_182 / width);
            int image_184 = (line_183 / rows);
            int row_185 = (line_183 % rows);
            int pixel_186 = (number_182 % width);
            float4 value_187 = (sum_55 + operand_166);
            float4 value_188 = (- value_187);
            float4 bounded_189 = at_most4(at_least4(value_188, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_190 = (fma(bounded_189, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_191 = fma(power_190, (float4)(2.1219444E-4f), fma(power_190, (float4)(-0.6933594f), bounded_189));
            float4 polynomial_192 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_191, (float4)(0.0013981999f)), rest_191, (float4)(0.008333452f)), rest_191, (float4)(0.041665796f)), rest_191, (float4)(0.16666666f)), rest_191, (float4)(0.5f));
            float4 half_193 = (fma(power_190, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_194 = (((fma(polynomial_192, (rest_191 * rest_191), rest_191) + (float4)(1.0f)) * as_float4(as_int4(half_193 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_190 - half_193) + 1.2583039E7f) << 23));
            float4 value_195 = (value_194 + (float4)(1.0f));
            float4 value_196 = ((float4)(1.0f) / value_195);
            store_first4_global_half(value_196, y + (((y_origin + (image_184 * y_image)) + ((row_185 * y_row) + (pixel_186 * y_pixel))) + channelOfAll_103), left_104);
        }
        int number_197 = (firstOfItem_101 + 2);
        if (number_197 < all_100) {
            int line_198 = (number_197 / width);
            int image_199 = (line_198 / rows);
            int row_200 = (line_198 % rows);
            int pixel_201 = (number_197 % width);
            float4 value_202 = (sum_56 + operand_166);
            float4 value_203 = (- value_202);
            float4 bounded_204 = at_most4(at_least4(value_203, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_205 = (fma(bounded_204, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_206 = fma(power_205, (float4)(2.1219444E-4f), fma(power_205, (float4)(-0.6933594f), bounded_204));
            float4 polynomial_207 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_206, (float4)(0.0013981999f)), rest_206, (float4)(0.008333452f)), rest_206, (float4)(0.041665796f)), rest_206, (float4)(0.16666666f)), rest_206, (float4)(0.5f));
            float4 half_208 = (fma(power_205, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_209 = (((fma(polynomial_207, (rest_206 * rest_206), rest_206) + (float4)(1.0f)) * as_float4(as_int4(half_208 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_205 - half_208) + 1.2583039E7f) << 23));
            float4 value_210 = (value_209 + (float4)(1.0f));
            float4 value_211 = ((float4)(1.0f) / value_210);
            store_first4_global_half(value_211, y + (((y_origin + (image_199 * y_image)) + ((row_200 * y_row) + (pixel_201 * y_pixel))) + channelOfAll_103), left_104);
        }
        int number_212 = (firstOfItem_101 + 3);
        if (number_212 < all_100) {
            int line_213 = (number_212 / width);
            int image_214 = (line_213 / rows);
            int row_215 = (line_213 % rows);
            int pixel_216 = (number_212 % width);
            float4 value_217 = (sum_57 + operand_166);
            float4 value_218 = (- value_217);
            float4 bounded_219 = at_most4(at_least4(value_218, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_220 = (fma(bounded_219, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_221 = fma(power_220, (float4)(2.1219444E-4f), fma(power_220, (float4)(-0.6933594f), bounded_219));
            float4 polynomial_222 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_221, (float4)(0.0013981999f)), rest_221, (float4)(0.008333452f)), rest_221, (float4)(0.041665796f)), rest_221, (float4)(0.16666666f)), rest_221, (float4)(0.5f));
            float4 half_223 = (fma(power_220, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_224 = (((fma(polynomial_222, (rest_221 * rest_221), rest_221) + (float4)(1.0f)) * as_float4(as_int4(half_223 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_220 - half_223) + 1.2583039E7f) << 23));
            float4 value_225 = (value_224 + (float4)(1.0f));
            float4 value_226 = ((float4)(1.0f) / value_225);
            store_first4_global_half(value_226, y + (((y_origin + (image_214 * y_image)) + ((row_215 * y_row) + (pixel_216 * y_pixel))) + channelOfAll_103), left_104);
        }
    }
}

void window_sum_df59db02f427(const int place, const global half *restrict x, global half *y, const int images, const int rows, const int width, const int channels, const int x_origin, const int x_image, const int x_row, const int x_pixel, const int x_rows, const int x_width, const int taps_h, const int taps_w, const int stride_h, const int stride_w, const int dilation_h, const int dilation_w, const int pad_h, const int pad_w, const int w_tap, const int y_origin, const int y_image, const int y_row, const int y_pixel)
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
            result_13 = (vload_half(0, x + (line_15 + ((start_10 + (w_17 * dilation_w)) * x_pixel))) + result_13);
        }
    }
    vstore_half_rte(result_13, 0, y + (((y_origin + (image_4 * y_image)) + ((row_5 * y_row) + (pixel_2 * y_pixel))) + channel_0));
}

void group64x64_rows_0473f9f111a1(const int place, const int item, const global half *restrict x, const global half *restrict w, global half *y, const global float *restrict e0, local float *elements_tile, local float *weights_tile, const int images, const int rows, const int width, const int channels, const int blocks, const int all_blocks, const int tiles, const int slice_steps, const int x_origin, const int x_image, const int x_row, const int x_pixel, const int x_group, const int taps_h, const int x_tap_h, const int taps_w, const int x_tap_w, const int run, const int y_origin, const int y_image, const int y_row, const int y_pixel)
{
    int block_0 = (place % all_blocks);
    int number_1 = (place / all_blocks);
    int slice_2 = (number_1 / tiles);
    int group_3 = (block_0 / blocks);
    int firstChannel_4 = ((block_0 % blocks) * 64);
    int firstPlace_5 = ((number_1 % tiles) * 64);
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
    int number_21 = min((int) ((firstPlace_5 + place_11) + 16), (int) last_13);
    int line_22 = (number_21 / width);
    int image_23 = (line_22 / rows);
    int row_24 = (line_22 % rows);
    int pixel_25 = (number_21 % width);
    int window_26 = ((x_12 + (image_23 * x_image)) + ((row_24 * x_row) + (pixel_25 * x_pixel)));
    float element_27 = 0.0f;
    int number_28 = min((int) ((firstPlace_5 + place_11) + 32), (int) last_13);
    int line_29 = (number_28 / width);
    int image_30 = (line_29 / rows);
    int row_31 = (line_29 % rows);
    int pixel_32 = (number_28 % width);
    int window_33 = ((x_12 + (image_30 * x_image)) + ((row_31 * x_row) + (pixel_32 * x_pixel)));
    float element_34 = 0.0f;
    int number_35 = min((int) ((firstPlace_5 + place_11) + 48), (int) last_13);
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
    int weightRow_47 = (item / 16);
    int column_48 = ((item % 16) * 4);
    int matrix_49 = ((((block_0 * steps_7) + firstStep_8) * 1024) + (item * 4));
    int weight_50 = matrix_49;
    float4 weights_51 = (float4)(0.0f);
    int place_52 = ((item / 16) * 4);
    int channel_53 = ((item % 16) * 4);
    float4 sum_54 = (float4)(0.0f);
    float4 sum_55 = (float4)(0.0f);
    float4 sum_56 = (float4)(0.0f);
    float4 sum_57 = (float4)(0.0f);
    int half_58 = 0;
    int at_59 = ((offset_46 + k_45) + depth_10);
    element_20 = 0.0f;
    element_27 = 0.0f;
    element_34 = 0.0f;
    element_41 = 0.0f;
    if ((k_45 + depth_10) < run) {
        element_20 = vload_half(0, x + (window_19 + at_59));
        element_27 = vload_half(0, x + (window_26 + at_59));
        element_34 = vload_half(0, x + (window_33 + at_59));
        element_41 = vload_half(0, x + (window_40 + at_59));
    }
    weights_51 = vloada_half4(0, w + weight_50);
    weight_50 = (weight_50 + 1024);
    k_45 = (k_45 + 16);
    if ((run - 1) < k_45) {
        k_45 = 0;
        h_43 = (h_43 + 1);
        offset_46 = (offset_46 + x_tap_h);
    }
    int to_60 = (((half_58 * 1088) + (depth_10 * 68)) + place_11);
    elements_tile[to_60] = element_20;
    elements_tile[(to_60 + 16)] = element_27;
    elements_tile[(to_60 + 32)] = element_34;
    elements_tile[(to_60 + 48)] = element_41;
    int first_61 = ((half_58 * 1024) + ((weightRow_47 * 64) + column_48));
    *(local float4 *) (weights_tile + first_61) = weights_51;
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
                element_20 = vload_half(0, x + (window_19 + at_63));
                element_27 = vload_half(0, x + (window_26 + at_63));
                element_34 = vload_half(0, x + (window_33 + at_63));
                element_41 = vload_half(0, x + (window_40 + at_63));
            }
            weights_51 = vloada_half4(0, w + weight_50);
            weight_50 = (weight_50 + 1024);
            k_45 = (k_45 + 16);
            if ((run - 1) < k_45) {
                k_45 = 0;
                h_43 = (h_43 + 1);
                offset_46 = (offset_46 + x_tap_h);
            }
        }
        int elements_64 = ((half_58 * 1088) + place_52);
        int weightsAt_65 = ((half_58 * 1024) + channel_53);
        float4 four_66 = *(const local float4 *) (elements_tile + elements_64);
        float4 row_67 = *(const local float4 *) (weights_tile + weightsAt_65);
        sum_54 = fma((float4)(four_66.s0), row_67, sum_54);
        sum_55 = fma((float4)(four_66.s1), row_67, sum_55);
        sum_56 = fma((float4)(four_66.s2), row_67, sum_56);
        sum_57 = fma((float4)(four_66.s3), row_67, sum_57);
        float4 four_68 = *(const local float4 *) (elements_tile + (elements_64 + 68));
        float4 row_69 = *(const local float4 *) (weights_tile + (weightsAt_65 + 64));
        sum_54 = fma((float4)(four_68.s0), row_69, sum_54);
        sum_55 = fma((float4)(four_68.s1), row_69, sum_55);
        sum_56 = fma((float4)(four_68.s2), row_69, sum_56);
        sum_57 = fma((float4)(four_68.s3), row_69, sum_57);
        float4 four_70 = *(const local float4 *) (elements_tile + (elements_64 + 136));
        float4 row_71 = *(const local float4 *) (weights_tile + (weightsAt_65 + 128));
        sum_54 = fma((float4)(four_70.s0), row_71, sum_54);
        sum_55 = fma((float4)(four_70.s1), row_71, sum_55);
        sum_56 = fma((float4)(four_70.s2), row_71, sum_56);
        sum_57 = fma((float4)(four_70.s3), row_71, sum_57);
        float4 four_72 = *(const local float4 *) (elements_tile + (elements_64 + 204));
        float4 row_73 = *(const local float4 *) (weights_tile + (weightsAt_65 + 192));
        sum_54 = fma((float4)(four_72.s0), row_73, sum_54);
        sum_55 = fma((float4)(four_72.s1), row_73, sum_55);
        sum_56 = fma((float4)(four_72.s2), row_73, sum_56);
        sum_57 = fma((float4)(four_72.s3), row_73, sum_57);
        float4 four_74 = *(const local float4 *) (elements_tile + (elements_64 + 272));
        float4 row_75 = *(const local float4 *) (weights_tile + (weightsAt_65 + 256));
        sum_54 = fma((float4)(four_74.s0), row_75, sum_54);
        sum_55 = fma((float4)(four_74.s1), row_75, sum_55);
        sum_56 = fma((float4)(four_74.s2), row_75, sum_56);
        sum_57 = fma((float4)(four_74.s3), row_75, sum_57);
        float4 four_76 = *(const local float4 *) (elements_tile + (elements_64 + 340));
        float4 row_77 = *(const local float4 *) (weights_tile + (weightsAt_65 + 320));
        sum_54 = fma((float4)(four_76.s0), row_77, sum_54);
        sum_55 = fma((float4)(four_76.s1), row_77, sum_55);
        sum_56 = fma((float4)(four_76.s2), row_77, sum_56);
        sum_57 = fma((float4)(four_76.s3), row_77, sum_57);
        float4 four_78 = *(const local float4 *) (elements_tile + (elements_64 + 408));
        float4 row_79 = *(const local float4 *) (weights_tile + (weightsAt_65 + 384));
        sum_54 = fma((float4)(four_78.s0), row_79, sum_54);
        sum_55 = fma((float4)(four_78.s1), row_79, sum_55);
        sum_56 = fma((float4)(four_78.s2), row_79, sum_56);
        sum_57 = fma((float4)(four_78.s3), row_79, sum_57);
        float4 four_80 = *(const local float4 *) (elements_tile + (elements_64 + 476));
        float4 row_81 = *(const local float4 *) (weights_tile + (weightsAt_65 + 448));
        sum_54 = fma((float4)(four_80.s0), row_81, sum_54);
        sum_55 = fma((float4)(four_80.s1), row_81, sum_55);
        sum_56 = fma((float4)(four_80.s2), row_81, sum_56);
        sum_57 = fma((float4)(four_80.s3), row_81, sum_57);
        float4 four_82 = *(const local float4 *) (elements_tile + (elements_64 + 544));
        float4 row_83 = *(const local float4 *) (weights_tile + (weightsAt_65 + 512));
        sum_54 = fma((float4)(four_82.s0), row_83, sum_54);
        sum_55 = fma((float4)(four_82.s1), row_83, sum_55);
        sum_56 = fma((float4)(four_82.s2), row_83, sum_56);
        sum_57 = fma((float4)(four_82.s3), row_83, sum_57);
        float4 four_84 = *(const local float4 *) (elements_tile + (elements_64 + 612));
        float4 row_85 = *(const local float4 *) (weights_tile + (weightsAt_65 + 576));
        sum_54 = fma((float4)(four_84.s0), row_85, sum_54);
        sum_55 = fma((float4)(four_84.s1), row_85, sum_55);
        sum_56 = fma((float4)(four_84.s2), row_85, sum_56);
        sum_57 = fma((float4)(four_84.s3), row_85, sum_57);
        float4 four_86 = *(const local float4 *) (elements_tile + (elements_64 + 680));
        float4 row_87 = *(const local float4 *) (weights_tile + (weightsAt_65 + 640));
        sum_54 = fma((float4)(four_86.s0), row_87, sum_54);
        sum_55 = fma((float4)(four_86.s1), row_87, sum_55);
        sum_56 = fma((float4)(four_86.s2), row_87, sum_56);
        sum_57 = fma((float4)(four_86.s3), row_87, sum_57);
        float4 four_88 = *(const local float4 *) (elements_tile + (elements_64 + 748));
        float4 row_89 = *(const local float4 *) (weights_tile + (weightsAt_65 + 704));
        sum_54 = fma((float4)(four_88.s0), row_89, sum_54);
        sum_55 = fma((float4)(four_88.s1), row_89, sum_55);
        sum_56 = fma((float4)(four_88.s2), row_89, sum_56);
        sum_57 = fma((float4)(four_88.s3), row_89, sum_57);
        float4 four_90 = *(const local float4 *) (elements_tile + (elements_64 + 816));
        float4 row_91 = *(const local float4 *) (weights_tile + (weightsAt_65 + 768));
        sum_54 = fma((float4)(four_90.s0), row_91, sum_54);
        sum_55 = fma((float4)(four_90.s1), row_91, sum_55);
        sum_56 = fma((float4)(four_90.s2), row_91, sum_56);
        sum_57 = fma((float4)(four_90.s3), row_91, sum_57);
        float4 four_92 = *(const local float4 *) (elements_tile + (elements_64 + 884));
        float4 row_93 = *(const local float4 *) (weights_tile + (weightsAt_65 + 832));
        sum_54 = fma((float4)(four_92.s0), row_93, sum_54);
        sum_55 = fma((float4)(four_92.s1), row_93, sum_55);
        sum_56 = fma((float4)(four_92.s2), row_93, sum_56);
        sum_57 = fma((float4)(four_92.s3), row_93, sum_57);
        float4 four_94 = *(const local float4 *) (elements_tile + (elements_64 + 952));
        float4 row_95 = *(const local float4 *) (weights_tile + (weightsAt_65 + 896));
        sum_54 = fma((float4)(four_94.s0), row_95, sum_54);
        sum_55 = fma((float4)(four_94.s1), row_95, sum_55);
        sum_56 = fma((float4)(four_94.s2), row_95, sum_56);
        sum_57 = fma((float4)(four_94.s3), row_95, sum_57);
        float4 four_96 = *(const local float4 *) (elements_tile + (elements_64 + 1020));
        float4 row_97 = *(const local float4 *) (weights_tile + (weightsAt_65 + 960));
        sum_54 = fma((float4)(four_96.s0), row_97, sum_54);
        sum_55 = fma((float4)(four_96.s1), row_97, sum_55);
        sum_56 = fma((float4)(four_96.s2), row_97, sum_56);
        sum_57 = fma((float4)(four_96.s3), row_97, sum_57);
        half_58 = (1 - half_58);
        if (step_62 < endStep_9) {
            int to_98 = (((half_58 * 1088) + (depth_10 * 68)) + place_11);
            elements_tile[to_98] = element_20;
            elements_tile[(to_98 + 16)] = element_27;
            elements_tile[(to_98 + 32)] = element_34;
            elements_tile[(to_98 + 48)] = element_41;
            int first_99 = ((half_58 * 1024) + ((weightRow_47 * 64) + column_48));
            *(local float4 *) (weights_tile + first_99) = weights_51;
        }
        barrier(CLK_LOCAL_MEM_FENCE);
    }
    int all_100 = ((images * rows) * width);
    int firstOfItem_101 = (firstPlace_5 + place_52);
    int inGroup_102 = (firstChannel_4 + channel_53);
    int channelOfAll_103 = ((group_3 * channels) + inGroup_102);
    int left_104 = (channels - inGroup_102);
    if (0 < left_104) {
        float4 operand_105 = *(const global float4 *) (e0 + channelOfAll_103);
        int number_106 = firstOfItem_101;
        if (number_106 < all_100) {
            int line_107 = (number_106 / width);
            int image_108 = (line_107 / rows);
            int row_109 = (line_107 % rows);
            int pixel_110 = (number_106 % width);
            float4 value_111 = (sum_54 + operand_105);
            float4 value_112 = (- value_111);
            float4 bounded_113 = at_most4(at_least4(value_112, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_114 = (fma(bounded_113, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_115 = fma(power_114, (float4)(2.1219444E-4f), fma(power_114, (float4)(-0.6933594f), bounded_113));
            float4 polynomial_116 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_115, (float4)(0.0013981999f)), rest_115, (float4)(0.008333452f)), rest_115, (float4)(0.041665796f)), rest_115, (float4)(0.16666666f)), rest_115, (float4)(0.5f));
            float4 half_117 = (fma(power_114, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_118 = (((fma(polynomial_116, (rest_115 * rest_115), rest_115) + (float4)(1.0f)) * as_float4(as_int4(half_117 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_114 - half_117) + 1.2583039E7f) << 23));
            float4 value_119 = (value_118 + (float4)(1.0f));
            float4 value_120 = ((float4)(1.0f) / value_119);
            vstorea_half4_rte(value_120, 0, y + (((y_origin + (image_108 * y_image)) + ((row_109 * y_row) + (pixel_110 * y_pixel))) + channelOfAll_103));
        }
        int number_121 = (firstOfItem_101 + 1);
        if (number_121 < all_100) {
            int line_122 = (number_121 / width);
            int image_123 = (line_122 / rows);
            int row_124 = (line_122 % rows);
            int pixel_125 = (number_121 % width);
            float4 value_126 = (sum_55 + operand_105);
            float4 value_127 = (- value_126);
            float4 bounded_128 = at_most4(at_least4(value_127, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_129 = (fma(bounded_128, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_130 = fma(power_129, (float4)(2.1219444E-4f), fma(power_129, (float4)(-0.6933594f), bounded_128));
            float4 polynomial_131 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_130, (float4)(0.0013981999f)), rest_130, (float4)(0.008333452f)), rest_130, (float4)(0.041665796f)), rest_130, (float4)(0.16666666f)), rest_130, (float4)(0.5f));
            float4 half_132 = (fma(power_129, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_133 = (((fma(polynomial_131, (rest_130 * rest_130), rest_130) + (float4)(1.0f)) * as_float4(as_int4(half_132 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_129 - half_132) + 1.2583039E7f) << 23));
            float4 value_134 = (value_133 + (float4)(1.0f));
            float4 value_135 = ((float4)(1.0f) / value_134);
            vstorea_half4_rte(value_135, 0, y + (((y_origin + (image_123 * y_image)) + ((row_124 * y_row) + (pixel_125 * y_pixel))) + channelOfAll_103));
        }
        int number_136 = (firstOfItem_101 + 2);
        if (number_136 < all_100) {
            int line_137 = (number_136 / width);
            int image_138 = (line_137 / rows);
            int row_139 = (line_137 % rows);
            int pixel_140 = (number_136 % width);
            float4 value_141 = (sum_56 + operand_105);
            float4 value_142 = (- value_141);
            float4 bounded_143 = at_most4(at_least4(value_142, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_144 = (fma(bounded_143, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_145 = fma(power_144, (float4)(2.1219444E-4f), fma(power_144, (float4)(-0.6933594f), bounded_143));
            float4 polynomial_146 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_145, (float4)(0.0013981999f)), rest_145, (float4)(0.008333452f)), rest_145, (float4)(0.041665796f)), rest_145, (float4)(0.16666666f)), rest_145, (float4)(0.5f));
            float4 half_147 = (fma(power_144, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_148 = (((fma(polynomial_146, (rest_145 * rest_145), rest_145) + (float4)(1.0f)) * as_float4(as_int4(half_147 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_144 - half_147) + 1.2583039E7f) << 23));
            float4 value_149 = (value_148 + (float4)(1.0f));
            float4 value_150 = ((float4)(1.0f) / value_149);
            vstorea_half4_rte(value_150, 0, y + (((y_origin + (image_138 * y_image)) + ((row_139 * y_row) + (pixel_140 * y_pixel))) + channelOfAll_103));
        }
        int number_151 = (firstOfItem_101 + 3);
        if (number_151 < all_100) {
            int line_152 = (number_151 / width);
            int image_153 = (line_152 / rows);
            int row_154 = (line_152 % rows);
            int pixel_155 = (number_151 % width);
            float4 value_156 = (sum_57 + operand_105);
            float4 value_157 = (- value_156);
            float4 bounded_158 = at_most4(at_least4(value_157, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_159 = (fma(bounded_158, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_160 = fma(power_159, (float4)(2.1219444E-4f), fma(power_159, (float4)(-0.6933594f), bounded_158));
            float4 polynomial_161 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_160, (float4)(0.0013981999f)), rest_160, (float4)(0.008333452f)), rest_160, (float4)(0.041665796f)), rest_160, (float4)(0.16666666f)), rest_160, (float4)(0.5f));
            float4 half_162 = (fma(power_159, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_163 = (((fma(polynomial_161, (rest_160 * rest_160), rest_160) + (float4)(1.0f)) * as_float4(as_int4(half_162 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_159 - half_162) + 1.2583039E7f) << 23));
            float4 value_164 = (value_163 + (float4)(1.0f));
            float4 value_165 = ((float4)(1.0f) / value_164);
            vstorea_half4_rte(value_165, 0, y + (((y_origin + (image_153 * y_image)) + ((row_154 * y_row) + (pixel_155 * y_pixel))) + channelOfAll_103));
        }
    }
}

void window_sum_44066ca4bba0(const int place, const global half *restrict x, global half *y, const int images, const int rows, const int width, const int channels, const int x_origin, const int x_image, const int x_row, const int x_pixel, const int x_rows, const int x_width, const int taps_h, const int taps_w, const int stride_h, const int stride_w, const int dilation_h, const int dilation_w, const int pad_h, const int pad_w, const int w_tap, const int y_origin, const int y_image, const int y_row, const int y_pixel)
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
            result_14 = (vloada_half4(0, x + (line_16 + ((start_11 + (w_18 * dilation_w)) * x_pixel))) + result_14);
        }
    }
    float4 value_19 = (result_14 * (float4)(0.25f));
    vstorea_half4_rte(value_19, 0, y + (((y_origin + (image_5 * y_image)) + ((row_6 * y_row) + (pixel_3 * y_pixel))) + channel_1));
}

void copy_c33b81cf80c4(const int place, const global half *restrict x, global half *y, const int images, const int rows, const int width, const int channels, const int x_origin, const int x_image, const int x_row, const int x_pixel, const int x_channel, const int y_origin, const int y_image, const int y_row, const int y_pixel, const int y_channel)
{
    int channel_0 = (place % channels);
    int number_1 = (place / channels);
    int pixel_2 = (number_1 % width);
    int line_3 = (number_1 / width);
    int image_4 = (line_3 / rows);
    int row_5 = (line_3 % rows);
    int x_6 = ((x_origin + (image_4 * x_image)) + ((row_5 * x_row) + (pixel_2 * x_pixel)));
    int y_7 = ((y_origin + (image_4 * y_image)) + ((row_5 * y_row) + (pixel_2 * y_pixel)));
    vstore_half_rte(vload_half(0, x + (x_6 + (channel_0 * x_channel))), 0, y + (y_7 + (channel_0 * y_channel)));
}

void group_vector1_c1b09979b471(const int place, const int item, const global half *restrict x, const global half *restrict w, global half *y, const global float *restrict e0, local float *sums_of_items, const int rows, const int width, const int channels, const int run, const int x_origin, const int x_pixel, const int y_origin, const int y_image, const int y_row, const int y_pixel)
{
    int row_0 = (item / 4);
    int column_1 = ((item % 4) * 4);
    float4 sum_2 = (float4)(0.0f);
    int w_3 = ((place * (run * 16)) + column_1);
    int whole_4 = ((run / 256) * 256);
    const int k_5_end = whole_4;
    for (int k_5 = row_0; k_5 < k_5_end; k_5 += 256) {
        float4 weights_6 = vloada_half4(0, w + (w_3 + (k_5 * 16)));
        float4 weights_7 = vloada_half4(0, w + (w_3 + ((k_5 + 64) * 16)));
        float4 weights_8 = vloada_half4(0, w + (w_3 + ((k_5 + 128) * 16)));
        float4 weights_9 = vloada_half4(0, w + (w_3 + ((k_5 + 192) * 16)));
        sum_2 = fma((float4)(vload_half(0, x + (x_origin + k_5))), weights_6, sum_2);
        sum_2 = fma((float4)(vload_half(0, x + (x_origin + (k_5 + 64)))), weights_7, sum_2);
        sum_2 = fma((float4)(vload_half(0, x + (x_origin + (k_5 + 128)))), weights_8, sum_2);
        sum_2 = fma((float4)(vload_half(0, x + (x_origin + (k_5 + 192)))), weights_9, sum_2);
    }
    for (int k_10 = (whole_4 + row_0); k_10 < run; k_10 += 64) {
        float4 weights_11 = vloada_half4(0, w + (w_3 + (k_10 * 16)));
        sum_2 = fma((float4)(vload_half(0, x + (x_origin + k_10))), weights_11, sum_2);
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
            vstorea_half4_rte(value_34, 0, y + (((y_origin + (image_22 * y_image)) + ((row_23 * y_row) + (pixel_24 * y_pixel))) + channel_18));
        }
    }
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

void group_vector1_2d9c9bae9224(const int place, const int item, const global half *restrict x, const global half *restrict w, global float *y, const global float *restrict e0, local float *sums_of_items, const int rows, const int width, const int channels, const int run, const int x_origin, const int x_pixel, const int y_origin, const int y_image, const int y_row, const int y_pixel)
{
    int row_0 = (item / 4);
    int column_1 = ((item % 4) * 4);
    float4 sum_2 = (float4)(0.0f);
    int w_3 = ((place * (run * 16)) + column_1);
    int whole_4 = ((run / 256) * 256);
    const int k_5_end = whole_4;
    for (int k_5 = row_0; k_5 < k_5_end; k_5 += 256) {
        float4 weights_6 = vloada_half4(0, w + (w_3 + (k_5 * 16)));
        float4 weights_7 = vloada_half4(0, w + (w_3 + ((k_5 + 64) * 16)));
        float4 weights_8 = vloada_half4(0, w + (w_3 + ((k_5 + 128) * 16)));
        float4 weights_9 = vloada_half4(0, w + (w_3 + ((k_5 + 192) * 16)));
        sum_2 = fma((float4)(vload_half(0, x + (x_origin + k_5))), weights_6, sum_2);
        sum_2 = fma((float4)(vload_half(0, x + (x_origin + (k_5 + 64)))), weights_7, sum_2);
        sum_2 = fma((float4)(vload_half(0, x + (x_origin + (k_5 + 128)))), weights_8, sum_2);
        sum_2 = fma((float4)(vload_half(0, x + (x_origin + (k_5 + 192)))), weights_9, sum_2);
    }
    for (int k_10 = (whole_4 + row_0); k_10 < run; k_10 += 64) {
        float4 weights_11 = vloada_half4(0, w + (w_3 + (k_10 * 16)));
        sum_2 = fma((float4)(vload_half(0, x + (x_origin + k_10))), weights_11, sum_2);
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
void copy_b92541c796f5(global float *b0, const long o0, global half *b1, const long o1, const long images, const long rows, const long width, const long channels, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_channel, const long y_origin, const long y_image, const long y_row, const long y_pixel, const long y_channel, const long extent)
{
    const long index = get_global_id(0);
    if (index < extent) {
        copy_0f300000575e(index, b0 + o0, b1 + 2 * o1, images, rows, width, channels, x_origin, x_image, x_row, x_pixel, x_channel, y_origin, y_image, y_row, y_pixel, y_channel);
    }
}

kernel __attribute__((reqd_work_group_size(256, 1, 1)))
void group64x64_rows_5893245d6e2a(global half *b0, const long o0, global half *b1, const long o1, global half *b2, const long o2, global float *b3, const long o3, const long images, const long rows, const long width, const long channels, const long blocks, const long all_blocks, const long tiles, const long slice_steps, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_group, const long taps_h, const long x_tap_h, const long taps_w, const long x_tap_w, const long run, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    local float elements_tile[2176] __attribute__((aligned(64)));
    local float weights_tile[2048] __attribute__((aligned(64)));
    {
        const long index = get_group_id(0);
        group64x64_rows_066e9ffa6d96(index, get_local_id(0), b0 + 2 * o0, b1 + 2 * o1, b2 + 2 * o2, b3 + o3, elements_tile, weights_tile, images, rows, width, channels, blocks, all_blocks, tiles, slice_steps, x_origin, x_image, x_row, x_pixel, x_group, taps_h, x_tap_h, taps_w, x_tap_w, run, y_origin, y_image, y_row, y_pixel);
    }
}

kernel __attribute__((reqd_work_group_size(256, 1, 1)))
void window_sum_5758fbb8ef2f(global half *b0, const long o0, global half *b1, const long o1, const long images, const long rows, const long width, const long channels, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_rows, const long x_width, const long taps_h, const long taps_w, const long stride_h, const long stride_w, const long dilation_h, const long dilation_w, const long pad_h, const long pad_w, const long w_tap, const long y_origin, const long y_image, const long y_row, const long y_pixel, const long extent)
{
    const long index = get_global_id(0);
    if (index < extent) {
        window_sum_df59db02f427(index, b0 + 2 * o0, b1 + 2 * o1, images, rows, width, channels, x_origin, x_image, x_row, x_pixel, x_rows, x_width, taps_h, taps_w, stride_h, stride_w, dilation_h, dilation_w, pad_h, pad_w, w_tap, y_origin, y_image, y_row, y_pixel);
    }
}

kernel __attribute__((reqd_work_group_size(256, 1, 1)))
void group64x64_rows_4ede429b35cb(global half *b0, const long o0, global half *b1, const long o1, global half *b2, const long o2, global float *b3, const long o3, const long images, const long rows, const long width, const long channels, const long blocks, const long all_blocks, const long tiles, const long slice_steps, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_group, const long taps_h, const long x_tap_h, const long taps_w, const long x_tap_w, const long run, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    local float elements_tile[2176] __attribute__((aligned(64)));
    local float weights_tile[2048] __attribute__((aligned(64)));
    {
        const long index = get_group_id(0);
        group64x64_rows_0473f9f111a1(index, get_local_id(0), b0 + 2 * o0, b1 + 2 * o1, b2 + 2 * o2, b3 + o3, elements_tile, weights_tile, images, rows, width, channels, blocks, all_blocks, tiles, slice_steps, x_origin, x_image, x_row, x_pixel, x_group, taps_h, x_tap_h, taps_w, x_tap_w, run, y_origin, y_image, y_row, y_pixel);
    }
}

kernel __attribute__((reqd_work_group_size(256, 1, 1)))
void window_sum_ddec66ddef4f(global half *b0, const long o0, global half *b1, const long o1, const long images, const long rows, const long width, const long channels, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_rows, const long x_width, const long taps_h, const long taps_w, const long stride_h, const long stride_w, const long dilation_h, const long dilation_w, const long pad_h, const long pad_w, const long w_tap, const long y_origin, const long y_image, const long y_row, const long y_pixel, const long extent)
{
    const long index = get_global_id(0);
    if (index < extent) {
        window_sum_44066ca4bba0(index, b0 + 2 * o0, b1 + 2 * o1, images, rows, width, channels, x_origin, x_image, x_row, x_pixel, x_rows, x_width, taps_h, taps_w, stride_h, stride_w, dilation_h, dilation_w, pad_h, pad_w, w_tap, y_origin, y_image, y_row, y_pixel);
    }
}

kernel __attribute__((reqd_work_group_size(256, 1, 1)))
void copy_6367584e81b2(global half *b0, const long o0, global half *b1, const long o1, const long images, const long rows, const long width, const long channels, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_channel, const long y_origin, const long y_image, const long y_row, const long y_pixel, const long y_channel, const long extent)
{
    const long index = get_global_id(0);
    if (index < extent) {
        copy_c33b81cf80c4(index, b0 + 2 * o0, b1 + 2 * o1, images, rows, width, channels, x_origin, x_image, x_row, x_pixel, x_channel, y_origin, y_image, y_row, y_pixel, y_channel);
    }
}

kernel __attribute__((reqd_work_group_size(256, 1, 1)))
void group_vector1_ba2d5915f5d0(global half *b0, const long o0, global half *b1, const long o1, global half *b2, const long o2, global float *b3, const long o3, const long rows, const long width, const long channels, const long run, const long x_origin, const long x_pixel, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    local float sums_of_items[1024] __attribute__((aligned(64)));
    {
        const long index = get_group_id(0);
        group_vector1_c1b09979b471(index, get_local_id(0), b0 + 2 * o0, b1 + 2 * o1, b2 + 2 * o2, b3 + o3, sums_of_items, rows, width, channels, run, x_origin, x_pixel, y_origin, y_image, y_row, y_pixel);
    }
}

kernel __attribute__((reqd_work_group_size(256, 1, 1)))
void group_vector1_b46a31418384(global half *b0, const long o0, global half *b1, const long o1, global float *b2, const long o2, global float *b3, const long o3, const long rows, const long width, const long channels, const long run, const long x_origin, const long x_pixel, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    local float sums_of_items[1024] __attribute__((aligned(64)));
    {
        const long index = get_group_id(0);
        group_vector1_2d9c9bae9224(index, get_local_id(0), b0 + 2 * o0, b1 + 2 * o1, b2 + o2, b3 + o3, sums_of_items, rows, width, channels, run, x_origin, x_pixel, y_origin, y_image, y_row, y_pixel);
    }
}

