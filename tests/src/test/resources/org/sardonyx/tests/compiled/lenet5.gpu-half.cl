#pragma OPENCL FP_CONTRACT OFF

void copy_46e61781c363e67d(const int place, const global float *restrict x, global half *y, const int images, const int rows, const int width, const int channels, const int x_origin, const int x_image, const int x_row, const int x_pixel, const int x_channel, const int y_origin, const int y_image, const int y_row, const int y_pixel, const int y_channel)
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

void group32x32_rows_4862cd117a309ffc(const int place, const int item, const global half *restrict x, const global half *restrict w, global half *y, const global float *restrict e0, local float *elements_tile, local float *weights_tile, const int images, const int rows, const int width, const int channels, const int blocks, const int all_blocks, const int tiles, const int slice_steps, const int x_origin, const int x_image, const int x_row, const int x_pixel, const int x_group, const int taps_h, const int x_tap_h, const int taps_w, const int x_tap_w, const int run, const int y_origin, const int y_image, const int y_row, const int y_pixel)
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
    int number_21 = min((int) ((firstPlace_5 + place_11) + 4), (int) last_13);
    int line_22 = (number_21 / width);
    int image_23 = (line_22 / rows);
    int row_24 = (line_22 % rows);
    int pixel_25 = (number_21 % width);
    int window_26 = ((x_12 + (image_23 * x_image)) + ((row_24 * x_row) + (pixel_25 * x_pixel)));
    float element_27 = 0.0f;
    int number_28 = min((int) ((firstPlace_5 + place_11) + 8), (int) last_13);
    int line_29 = (number_28 / width);
    int image_30 = (line_29 / rows);
    int row_31 = (line_29 % rows);
    int pixel_32 = (number_28 % width);
    int window_33 = ((x_12 + (image_30 * x_image)) + ((row_31 * x_row) + (pixel_32 * x_pixel)));
    float element_34 = 0.0f;
    int number_35 = min((int) ((firstPlace_5 + place_11) + 12), (int) last_13);
    int line_36 = (number_35 / width);
    int image_37 = (line_36 / rows);
    int row_38 = (line_36 % rows);
    int pixel_39 = (number_35 % width);
    int window_40 = ((x_12 + (image_37 * x_image)) + ((row_38 * x_row) + (pixel_39 * x_pixel)));
    float element_41 = 0.0f;
    int number_42 = min((int) ((firstPlace_5 + place_11) + 16), (int) last_13);
    int line_43 = (number_42 / width);
    int image_44 = (line_43 / rows);
    int row_45 = (line_43 % rows);
    int pixel_46 = (number_42 % width);
    int window_47 = ((x_12 + (image_44 * x_image)) + ((row_45 * x_row) + (pixel_46 * x_pixel)));
    float element_48 = 0.0f;
    int number_49 = min((int) ((firstPlace_5 + place_11) + 20), (int) last_13);
    int line_50 = (number_49 / width);
    int image_51 = (line_50 / rows);
    int row_52 = (line_50 % rows);
    int pixel_53 = (number_49 % width);
    int window_54 = ((x_12 + (image_51 * x_image)) + ((row_52 * x_row) + (pixel_53 * x_pixel)));
    float element_55 = 0.0f;
    int number_56 = min((int) ((firstPlace_5 + place_11) + 24), (int) last_13);
    int line_57 = (number_56 / width);
    int image_58 = (line_57 / rows);
    int row_59 = (line_57 % rows);
    int pixel_60 = (number_56 % width);
    int window_61 = ((x_12 + (image_58 * x_image)) + ((row_59 * x_row) + (pixel_60 * x_pixel)));
    float element_62 = 0.0f;
    int number_63 = min((int) ((firstPlace_5 + place_11) + 28), (int) last_13);
    int line_64 = (number_63 / width);
    int image_65 = (line_64 / rows);
    int row_66 = (line_64 % rows);
    int pixel_67 = (number_63 % width);
    int window_68 = ((x_12 + (image_65 * x_image)) + ((row_66 * x_row) + (pixel_67 * x_pixel)));
    float element_69 = 0.0f;
    int tap_70 = (firstStep_8 / runSteps_6);
    int h_71 = (tap_70 / taps_w);
    int v_72 = (tap_70 % taps_w);
    int k_73 = ((firstStep_8 % runSteps_6) * 16);
    int offset_74 = ((h_71 * x_tap_h) + (v_72 * x_tap_w));
    int weightRow_75 = (item / 8);
    int column_76 = ((item % 8) * 4);
    int matrix_77 = ((((block_0 * steps_7) + firstStep_8) * 512) + (item * 4));
    int weight_78 = matrix_77;
    float4 weights_79 = (float4)(0.0f);
    float4 weights_80 = (float4)(0.0f);
    int place_81 = ((item / 8) * 4);
    int channel_82 = ((item % 8) * 4);
    float4 sum_83 = (float4)(0.0f);
    float4 sum_84 = (float4)(0.0f);
    float4 sum_85 = (float4)(0.0f);
    float4 sum_86 = (float4)(0.0f);
    int half_87 = 0;
    int at_88 = ((offset_74 + k_73) + depth_10);
    element_20 = 0.0f;
    element_27 = 0.0f;
    element_34 = 0.0f;
    element_41 = 0.0f;
    element_48 = 0.0f;
    element_55 = 0.0f;
    element_62 = 0.0f;
    element_69 = 0.0f;
    if ((k_73 + depth_10) < run) {
        element_20 = vload_half(0, x + (window_19 + at_88));
        element_27 = vload_half(0, x + (window_26 + at_88));
        element_34 = vload_half(0, x + (window_33 + at_88));
        element_41 = vload_half(0, x + (window_40 + at_88));
        element_48 = vload_half(0, x + (window_47 + at_88));
        element_55 = vload_half(0, x + (window_54 + at_88));
        element_62 = vload_half(0, x + (window_61 + at_88));
        element_69 = vload_half(0, x + (window_68 + at_88));
    }
    weights_79 = vloada_half4(0, w + weight_78);
    weights_80 = vloada_half4(0, w + (weight_78 + 256));
    weight_78 = (weight_78 + 512);
    k_73 = (k_73 + 16);
    if ((run - 1) < k_73) {
        k_73 = 0;
        h_71 = (h_71 + 1);
        offset_74 = (offset_74 + x_tap_h);
    }
    int to_89 = (((half_87 * 576) + (depth_10 * 36)) + place_11);
    elements_tile[to_89] = element_20;
    elements_tile[(to_89 + 4)] = element_27;
    elements_tile[(to_89 + 8)] = element_34;
    elements_tile[(to_89 + 12)] = element_41;
    elements_tile[(to_89 + 16)] = element_48;
    elements_tile[(to_89 + 20)] = element_55;
    elements_tile[(to_89 + 24)] = element_62;
    elements_tile[(to_89 + 28)] = element_69;
    int first_90 = ((half_87 * 512) + ((weightRow_75 * 32) + column_76));
    *(local float4 *) (weights_tile + first_90) = weights_79;
    *(local float4 *) (weights_tile + (first_90 + 256)) = weights_80;
    barrier(CLK_LOCAL_MEM_FENCE);
    const int step_91_end = (endStep_9 + 1);
    for (int step_91 = (firstStep_8 + 1); step_91 < step_91_end; step_91 += 1) {
        if (step_91 < endStep_9) {
            int at_92 = ((offset_74 + k_73) + depth_10);
            element_20 = 0.0f;
            element_27 = 0.0f;
            element_34 = 0.0f;
            element_41 = 0.0f;
            element_48 = 0.0f;
            element_55 = 0.0f;
            element_62 = 0.0f;
            element_69 = 0.0f;
            if ((k_73 + depth_10) < run) {
                element_20 = vload_half(0, x + (window_19 + at_92));
                element_27 = vload_half(0, x + (window_26 + at_92));
                element_34 = vload_half(0, x + (window_33 + at_92));
                element_41 = vload_half(0, x + (window_40 + at_92));
                element_48 = vload_half(0, x + (window_47 + at_92));
                element_55 = vload_half(0, x + (window_54 + at_92));
                element_62 = vload_half(0, x + (window_61 + at_92));
                element_69 = vload_half(0, x + (window_68 + at_92));
            }
            weights_79 = vloada_half4(0, w + weight_78);
            weights_80 = vloada_half4(0, w + (weight_78 + 256));
            weight_78 = (weight_78 + 512);
            k_73 = (k_73 + 16);
            if ((run - 1) < k_73) {
                k_73 = 0;
                h_71 = (h_71 + 1);
                offset_74 = (offset_74 + x_tap_h);
            }
        }
        int elements_93 = ((half_87 * 576) + place_81);
        int weightsAt_94 = ((half_87 * 512) + channel_82);
        float4 four_95 = *(const local float4 *) (elements_tile + elements_93);
        float4 row_96 = *(const local float4 *) (weights_tile + weightsAt_94);
        sum_83 = fma((float4)(four_95.s0), row_96, sum_83);
        sum_84 = fma((float4)(four_95.s1), row_96, sum_84);
        sum_85 = fma((float4)(four_95.s2), row_96, sum_85);
        sum_86 = fma((float4)(four_95.s3), row_96, sum_86);
        float4 four_97 = *(const local float4 *) (elements_tile + (elements_93 + 36));
        float4 row_98 = *(const local float4 *) (weights_tile + (weightsAt_94 + 32));
        sum_83 = fma((float4)(four_97.s0), row_98, sum_83);
        sum_84 = fma((float4)(four_97.s1), row_98, sum_84);
        sum_85 = fma((float4)(four_97.s2), row_98, sum_85);
        sum_86 = fma((float4)(four_97.s3), row_98, sum_86);
        float4 four_99 = *(const local float4 *) (elements_tile + (elements_93 + 72));
        float4 row_100 = *(const local float4 *) (weights_tile + (weightsAt_94 + 64));
        sum_83 = fma((float4)(four_99.s0), row_100, sum_83);
        sum_84 = fma((float4)(four_99.s1), row_100, sum_84);
        sum_85 = fma((float4)(four_99.s2), row_100, sum_85);
        sum_86 = fma((float4)(four_99.s3), row_100, sum_86);
        float4 four_101 = *(const local float4 *) (elements_tile + (elements_93 + 108));
        float4 row_102 = *(const local float4 *) (weights_tile + (weightsAt_94 + 96));
        sum_83 = fma((float4)(four_101.s0), row_102, sum_83);
        sum_84 = fma((float4)(four_101.s1), row_102, sum_84);
        sum_85 = fma((float4)(four_101.s2), row_102, sum_85);
        sum_86 = fma((float4)(four_101.s3), row_102, sum_86);
        float4 four_103 = *(const local float4 *) (elements_tile + (elements_93 + 144));
        float4 row_104 = *(const local float4 *) (weights_tile + (weightsAt_94 + 128));
        sum_83 = fma((float4)(four_103.s0), row_104, sum_83);
        sum_84 = fma((float4)(four_103.s1), row_104, sum_84);
        sum_85 = fma((float4)(four_103.s2), row_104, sum_85);
        sum_86 = fma((float4)(four_103.s3), row_104, sum_86);
        float4 four_105 = *(const local float4 *) (elements_tile + (elements_93 + 180));
        float4 row_106 = *(const local float4 *) (weights_tile + (weightsAt_94 + 160));
        sum_83 = fma((float4)(four_105.s0), row_106, sum_83);
        sum_84 = fma((float4)(four_105.s1), row_106, sum_84);
        sum_85 = fma((float4)(four_105.s2), row_106, sum_85);
        sum_86 = fma((float4)(four_105.s3), row_106, sum_86);
        float4 four_107 = *(const local float4 *) (elements_tile + (elements_93 + 216));
        float4 row_108 = *(const local float4 *) (weights_tile + (weightsAt_94 + 192));
        sum_83 = fma((float4)(four_107.s0), row_108, sum_83);
        sum_84 = fma((float4)(four_107.s1), row_108, sum_84);
        sum_85 = fma((float4)(four_107.s2), row_108, sum_85);
        sum_86 = fma((float4)(four_107.s3), row_108, sum_86);
        float4 four_109 = *(const local float4 *) (elements_tile + (elements_93 + 252));
        float4 row_110 = *(const local float4 *) (weights_tile + (weightsAt_94 + 224));
        sum_83 = fma((float4)(four_109.s0), row_110, sum_83);
        sum_84 = fma((float4)(four_109.s1), row_110, sum_84);
        sum_85 = fma((float4)(four_109.s2), row_110, sum_85);
        sum_86 = fma((float4)(four_109.s3), row_110, sum_86);
        float4 four_111 = *(const local float4 *) (elements_tile + (elements_93 + 288));
        float4 row_112 = *(const local float4 *) (weights_tile + (weightsAt_94 + 256));
        sum_83 = fma((float4)(four_111.s0), row_112, sum_83);
        sum_84 = fma((float4)(four_111.s1), row_112, sum_84);
        sum_85 = fma((float4)(four_111.s2), row_112, sum_85);
        sum_86 = fma((float4)(four_111.s3), row_112, sum_86);
        float4 four_113 = *(const local float4 *) (elements_tile + (elements_93 + 324));
        float4 row_114 = *(const local float4 *) (weights_tile + (weightsAt_94 + 288));
        sum_83 = fma((float4)(four_113.s0), row_114, sum_83);
        sum_84 = fma((float4)(four_113.s1), row_114, sum_84);
        sum_85 = fma((float4)(four_113.s2), row_114, sum_85);
        sum_86 = fma((float4)(four_113.s3), row_114, sum_86);
        float4 four_115 = *(const local float4 *) (elements_tile + (elements_93 + 360));
        float4 row_116 = *(const local float4 *) (weights_tile + (weightsAt_94 + 320));
        sum_83 = fma((float4)(four_115.s0), row_116, sum_83);
        sum_84 = fma((float4)(four_115.s1), row_116, sum_84);
        sum_85 = fma((float4)(four_115.s2), row_116, sum_85);
        sum_86 = fma((float4)(four_115.s3), row_116, sum_86);
        float4 four_117 = *(const local float4 *) (elements_tile + (elements_93 + 396));
        float4 row_118 = *(const local float4 *) (weights_tile + (weightsAt_94 + 352));
        sum_83 = fma((float4)(four_117.s0), row_118, sum_83);
        sum_84 = fma((float4)(four_117.s1), row_118, sum_84);
        sum_85 = fma((float4)(four_117.s2), row_118, sum_85);
        sum_86 = fma((float4)(four_117.s3), row_118, sum_86);
        float4 four_119 = *(const local float4 *) (elements_tile + (elements_93 + 432));
        float4 row_120 = *(const local float4 *) (weights_tile + (weightsAt_94 + 384));
        sum_83 = fma((float4)(four_119.s0), row_120, sum_83);
        sum_84 = fma((float4)(four_119.s1), row_120, sum_84);
        sum_85 = fma((float4)(four_119.s2), row_120, sum_85);
        sum_86 = fma((float4)(four_119.s3), row_120, sum_86);
        float4 four_121 = *(const local float4 *) (elements_tile + (elements_93 + 468));
        float4 row_122 = *(const local float4 *) (weights_tile + (weightsAt_94 + 416));
        sum_83 = fma((float4)(four_121.s0), row_122, sum_83);
        sum_84 = fma((float4)(four_121.s1), row_122, sum_84);
        sum_85 = fma((float4)(four_121.s2), row_122, sum_85);
        sum_86 = fma((float4)(four_121.s3), row_122, sum_86);
        float4 four_123 = *(const local float4 *) (elements_tile + (elements_93 + 504));
        float4 row_124 = *(const local float4 *) (weights_tile + (weightsAt_94 + 448));
        sum_83 = fma((float4)(four_123.s0), row_124, sum_83);
        sum_84 = fma((float4)(four_123.s1), row_124, sum_84);
        sum_85 = fma((float4)(four_123.s2), row_124, sum_85);
        sum_86 = fma((float4)(four_123.s3), row_124, sum_86);
        float4 four_125 = *(const local float4 *) (elements_tile + (elements_93 + 540));
        float4 row_126 = *(const local float4 *) (weights_tile + (weightsAt_94 + 480));
        sum_83 = fma((float4)(four_125.s0), row_126, sum_83);
        sum_84 = fma((float4)(four_125.s1), row_126, sum_84);
        sum_85 = fma((float4)(four_125.s2), row_126, sum_85);
        sum_86 = fma((float4)(four_125.s3), row_126, sum_86);
        half_87 = (1 - half_87);
        if (step_91 < endStep_9) {
            int to_127 = (((half_87 * 576) + (depth_10 * 36)) + place_11);
            elements_tile[to_127] = element_20;
            elements_tile[(to_127 + 4)] = element_27;
            elements_tile[(to_127 + 8)] = element_34;
            elements_tile[(to_127 + 12)] = element_41;
            elements_tile[(to_127 + 16)] = element_48;
            elements_tile[(to_127 + 20)] = element_55;
            elements_tile[(to_127 + 24)] = element_62;
            elements_tile[(to_127 + 28)] = element_69;
            int first_128 = ((half_87 * 512) + ((weightRow_75 * 32) + column_76));
            *(local float4 *) (weights_tile + first_128) = weights_79;
            *(local float4 *) (weights_tile + (first_128 + 256)) = weights_80;
        }
        barrier(CLK_LOCAL_MEM_FENCE);
    }
    int all_129 = ((images * rows) * width);
    int firstOfItem_130 = (firstPlace_5 + place_81);
    int inGroup_131 = (firstChannel_4 + channel_82);
    int channelOfAll_132 = ((group_3 * channels) + inGroup_131);
    int left_133 = (channels - inGroup_131);
    if (3 < left_133) {
        float4 operand_134 = vload4(0, e0 + channelOfAll_132);
        int number_135 = firstOfItem_130;
        if (number_135 < all_129) {
            int line_136 = (number_135 / width);
            int image_137 = (line_136 / rows);
            int row_138 = (line_136 % rows);
            int pixel_139 = (number_135 % width);
            float4 value_140 = (sum_83 + operand_134);
            float4 value_141 = (- value_140);
            float4 bounded_142 = at_most4(at_least4(value_141, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_143 = (fma(bounded_142, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_144 = fma(power_143, (float4)(2.1219444E-4f), fma(power_143, (float4)(-0.6933594f), bounded_142));
            float4 polynomial_145 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_144, (float4)(0.0013981999f)), rest_144, (float4)(0.008333452f)), rest_144, (float4)(0.041665796f)), rest_144, (float4)(0.16666666f)), rest_144, (float4)(0.5f));
            float4 half_146 = (fma(power_143, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_147 = (((fma(polynomial_145, (rest_144 * rest_144), rest_144) + (float4)(1.0f)) * as_float4(as_int4(half_146 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_143 - half_146) + 1.2583039E7f) << 23));
            float4 value_148 = (value_147 + (float4)(1.0f));
            float4 value_149 = ((float4)(1.0f) / value_148);
            vstore_half4_rte(value_149, 0, y + (((y_origin + (image_137 * y_image)) + ((row_138 * y_row) + (pixel_139 * y_pixel))) + channelOfAll_132));
        }
        int number_150 = (firstOfItem_130 + 1);
        if (number_150 < all_129) {
            int line_151 = (number_150 / width);
            int image_152 = (line_151 / rows);
            int row_153 = (line_151 % rows);
            int pixel_154 = (number_150 % width);
            float4 value_155 = (sum_84 + operand_134);
            float4 value_156 = (- value_155);
            float4 bounded_157 = at_most4(at_least4(value_156, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_158 = (fma(bounded_157, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_159 = fma(power_158, (float4)(2.1219444E-4f), fma(power_158, (float4)(-0.6933594f), bounded_157));
            float4 polynomial_160 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_159, (float4)(0.0013981999f)), rest_159, (float4)(0.008333452f)), rest_159, (float4)(0.041665796f)), rest_159, (float4)(0.16666666f)), rest_159, (float4)(0.5f));
            float4 half_161 = (fma(power_158, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_162 = (((fma(polynomial_160, (rest_159 * rest_159), rest_159) + (float4)(1.0f)) * as_float4(as_int4(half_161 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_158 - half_161) + 1.2583039E7f) << 23));
            float4 value_163 = (value_162 + (float4)(1.0f));
            float4 value_164 = ((float4)(1.0f) / value_163);
            vstore_half4_rte(value_164, 0, y + (((y_origin + (image_152 * y_image)) + ((row_153 * y_row) + (pixel_154 * y_pixel))) + channelOfAll_132));
        }
        int number_165 = (firstOfItem_130 + 2);
        if (number_165 < all_129) {
            int line_166 = (number_165 / width);
            int image_167 = (line_166 / rows);
            int row_168 = (line_166 % rows);
            int pixel_169 = (number_165 % width);
            float4 value_170 = (sum_85 + operand_134);
            float4 value_171 = (- value_170);
            float4 bounded_172 = at_most4(at_least4(value_171, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_173 = (fma(bounded_172, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_174 = fma(power_173, (float4)(2.1219444E-4f), fma(power_173, (float4)(-0.6933594f), bounded_172));
            float4 polynomial_175 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_174, (float4)(0.0013981999f)), rest_174, (float4)(0.008333452f)), rest_174, (float4)(0.041665796f)), rest_174, (float4)(0.16666666f)), rest_174, (float4)(0.5f));
            float4 half_176 = (fma(power_173, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_177 = (((fma(polynomial_175, (rest_174 * rest_174), rest_174) + (float4)(1.0f)) * as_float4(as_int4(half_176 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_173 - half_176) + 1.2583039E7f) << 23));
            float4 value_178 = (value_177 + (float4)(1.0f));
            float4 value_179 = ((float4)(1.0f) / value_178);
            vstore_half4_rte(value_179, 0, y + (((y_origin + (image_167 * y_image)) + ((row_168 * y_row) + (pixel_169 * y_pixel))) + channelOfAll_132));
        }
        int number_180 = (firstOfItem_130 + 3);
        if (number_180 < all_129) {
            int line_181 = (number_180 / width);
            int image_182 = (line_181 / rows);
            int row_183 = (line_181 % rows);
            int pixel_184 = (number_180 % width);
            float4 value_185 = (sum_86 + operand_134);
            float4 value_186 = (- value_185);
            float4 bounded_187 = at_most4(at_least4(value_186, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_188 = (fma(bounded_187, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_189 = fma(power_188, (float4)(2.1219444E-4f), fma(power_188, (float4)(-0.6933594f), bounded_187));
            float4 polynomial_190 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_189, (float4)(0.0013981999f)), rest_189, (float4)(0.008333452f)), rest_189, (float4)(0.041665796f)), rest_189, (float4)(0.16666666f)), rest_189, (float4)(0.5f));
            float4 half_191 = (fma(power_188, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_192 = (((fma(polynomial_190, (rest_189 * rest_189), rest_189) + (float4)(1.0f)) * as_float4(as_int4(half_191 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_188 - half_191) + 1.2583039E7f) << 23));
            float4 value_193 = (value_192 + (float4)(1.0f));
            float4 value_194 = ((float4)(1.0f) / value_193);
            vstore_half4_rte(value_194, 0, y + (((y_origin + (image_182 * y_image)) + ((row_183 * y_row) + (pixel_184 * y_pixel))) + channelOfAll_132));
        }
    }
    if (0 < min((int) left_133, (int) (4 - left_133))) {
        float4 operand_195 = load_first4_global(e0 + channelOfAll_132, left_133);
        int number_196 = firstOfItem_130;
        if (number_196 < all_129) {
            int line_197 = (number_196 / width);
            int image_198 = (line_197 / rows);
            int row_199 = (line_197 % rows);
            int pixel_200 = (number_196 % width);
            float4 value_201 = (sum_83 + operand_195);
            float4 value_202 = (- value_201);
            float4 bounded_203 = at_most4(at_least4(value_202, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_204 = (fma(bounded_203, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_205 = fma(power_204, (float4)(2.1219444E-4f), fma(power_204, (float4)(-0.6933594f), bounded_203));
            float4 polynomial_206 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_205, (float4)(0.0013981999f)), rest_205, (float4)(0.008333452f)), rest_205, (float4)(0.041665796f)), rest_205, (float4)(0.16666666f)), rest_205, (float4)(0.5f));
            float4 half_207 = (fma(power_204, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_208 = (((fma(polynomial_206, (rest_205 * rest_205), rest_205) + (float4)(1.0f)) * as_float4(as_int4(half_207 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_204 - half_207) + 1.2583039E7f) << 23));
            float4 value_209 = (value_208 + (float4)(1.0f));
            float4 value_210 = ((float4)(1.0f) / value_209);
            store_first4_global_half(value_210, y + (((y_origin + (image_198 * y_image)) + ((row_199 * y_row) + (pixel_200 * y_pixel))) + channelOfAll_132), left_133);
        }
        int number_211 = (firstOfItem_130 + 1);
        if (number_211 < all_129) {
            int line_212 = (number_211 / width);
            int image_213 = (line_212 / rows);
            int row_214 = (line_212 % rows);
            int pixel_215 = (number_211 % width);
            float4 value_216 = (sum_84 + operand_195);
            float4 value_217 = (- value_216);
            float4 bounded_218 = at_most4(at_least4(value_217, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_219 = (fma(bounded_218, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_220 = fma(power_219, (float4)(2.1219444E-4f), fma(power_219, (float4)(-0.6933594f), bounded_218));
            float4 polynomial_221 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_220, (float4)(0.0013981999f)), rest_220, (float4)(0.008333452f)), rest_220, (float4)(0.041665796f)), rest_220, (float4)(0.16666666f)), rest_220, (float4)(0.5f));
            float4 half_222 = (fma(power_219, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_223 = (((fma(polynomial_221, (rest_220 * rest_220), rest_220) + (float4)(1.0f)) * as_float4(as_int4(half_222 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_219 - half_222) + 1.2583039E7f) << 23));
            float4 value_224 = (value_223 + (float4)(1.0f));
            float4 value_225 = ((float4)(1.0f) / value_224);
            store_first4_global_half(value_225, y + (((y_origin + (image_213 * y_image)) + ((row_214 * y_row) + (pixel_215 * y_pixel))) + channelOfAll_132), left_133);
        }
        int number_226 = (firstOfItem_130 + 2);
        if (number_226 < all_129) {
            int line_227 = (number_226 / width);
            int image_228 = (line_227 / rows);
            int row_229 = (line_227 % rows);
            int pixel_230 = (number_226 % width);
            float4 value_231 = (sum_85 + operand_195);
            float4 value_232 = (- value_231);
            float4 bounded_233 = at_most4(at_least4(value_232, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_234 = (fma(bounded_233, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_235 = fma(power_234, (float4)(2.1219444E-4f), fma(power_234, (float4)(-0.6933594f), bounded_233));
            float4 polynomial_236 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_235, (float4)(0.0013981999f)), rest_235, (float4)(0.008333452f)), rest_235, (float4)(0.041665796f)), rest_235, (float4)(0.16666666f)), rest_235, (float4)(0.5f));
            float4 half_237 = (fma(power_234, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_238 = (((fma(polynomial_236, (rest_235 * rest_235), rest_235) + (float4)(1.0f)) * as_float4(as_int4(half_237 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_234 - half_237) + 1.2583039E7f) << 23));
            float4 value_239 = (value_238 + (float4)(1.0f));
            float4 value_240 = ((float4)(1.0f) / value_239);
            store_first4_global_half(value_240, y + (((y_origin + (image_228 * y_image)) + ((row_229 * y_row) + (pixel_230 * y_pixel))) + channelOfAll_132), left_133);
        }
        int number_241 = (firstOfItem_130 + 3);
        if (number_241 < all_129) {
            int line_242 = (number_241 / width);
            int image_243 = (line_242 / rows);
            int row_244 = (line_242 % rows);
            int pixel_245 = (number_241 % width);
            float4 value_246 = (sum_86 + operand_195);
            float4 value_247 = (- value_246);
            float4 bounded_248 = at_most4(at_least4(value_247, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_249 = (fma(bounded_248, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_250 = fma(power_249, (float4)(2.1219444E-4f), fma(power_249, (float4)(-0.6933594f), bounded_248));
            float4 polynomial_251 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_250, (float4)(0.0013981999f)), rest_250, (float4)(0.008333452f)), rest_250, (float4)(0.041665796f)), rest_250, (float4)(0.16666666f)), rest_250, (float4)(0.5f));
            float4 half_252 = (fma(power_249, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_253 = (((fma(polynomial_251, (rest_250 * rest_250), rest_250) + (float4)(1.0f)) * as_float4(as_int4(half_252 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_249 - half_252) + 1.2583039E7f) << 23));
            float4 value_254 = (value_253 + (float4)(1.0f));
            float4 value_255 = ((float4)(1.0f) / value_254);
            store_first4_global_half(value_255, y + (((y_origin + (image_243 * y_image)) + ((row_244 * y_row) + (pixel_245 * y_pixel))) + channelOfAll_132), left_133);
        }
    }
}

void window_sum_1bfd273680e9aee5(const int place, const global half *restrict x, global half *y, const int images, const int rows, const int width, const int channels, const int x_origin, const int x_image, const int x_row, const int x_pixel, const int x_rows, const int x_width, const int taps_h, const int taps_w, const int stride_h, const int stride_w, const int dilation_h, const int dilation_w, const int pad_h, const int pad_w, const int w_tap, const int y_origin, const int y_image, const int y_row, const int y_pixel)
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

void group32x32_rows_379e11294a64b400(const int place, const int item, const global half *restrict x, const global half *restrict w, global half *y, const global float *restrict e0, local float *elements_tile, local float *weights_tile, const int images, const int rows, const int width, const int channels, const int blocks, const int all_blocks, const int tiles, const int slice_steps, const int x_origin, const int x_image, const int x_row, const int x_pixel, const int x_group, const int taps_h, const int x_tap_h, const int taps_w, const int x_tap_w, const int run, const int y_origin, const int y_image, const int y_row, const int y_pixel)
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
    int number_21 = min((int) ((firstPlace_5 + place_11) + 4), (int) last_13);
    int line_22 = (number_21 / width);
    int image_23 = (line_22 / rows);
    int row_24 = (line_22 % rows);
    int pixel_25 = (number_21 % width);
    int window_26 = ((x_12 + (image_23 * x_image)) + ((row_24 * x_row) + (pixel_25 * x_pixel)));
    float element_27 = 0.0f;
    int number_28 = min((int) ((firstPlace_5 + place_11) + 8), (int) last_13);
    int line_29 = (number_28 / width);
    int image_30 = (line_29 / rows);
    int row_31 = (line_29 % rows);
    int pixel_32 = (number_28 % width);
    int window_33 = ((x_12 + (image_30 * x_image)) + ((row_31 * x_row) + (pixel_32 * x_pixel)));
    float element_34 = 0.0f;
    int number_35 = min((int) ((firstPlace_5 + place_11) + 12), (int) last_13);
    int line_36 = (number_35 / width);
    int image_37 = (line_36 / rows);
    int row_38 = (line_36 % rows);
    int pixel_39 = (number_35 % width);
    int window_40 = ((x_12 + (image_37 * x_image)) + ((row_38 * x_row) + (pixel_39 * x_pixel)));
    float element_41 = 0.0f;
    int number_42 = min((int) ((firstPlace_5 + place_11) + 16), (int) last_13);
    int line_43 = (number_42 / width);
    int image_44 = (line_43 / rows);
    int row_45 = (line_43 % rows);
    int pixel_46 = (number_42 % width);
    int window_47 = ((x_12 + (image_44 * x_image)) + ((row_45 * x_row) + (pixel_46 * x_pixel)));
    float element_48 = 0.0f;
    int number_49 = min((int) ((firstPlace_5 + place_11) + 20), (int) last_13);
    int line_50 = (number_49 / width);
    int image_51 = (line_50 / rows);
    int row_52 = (line_50 % rows);
    int pixel_53 = (number_49 % width);
    int window_54 = ((x_12 + (image_51 * x_image)) + ((row_52 * x_row) + (pixel_53 * x_pixel)));
    float element_55 = 0.0f;
    int number_56 = min((int) ((firstPlace_5 + place_11) + 24), (int) last_13);
    int line_57 = (number_56 / width);
    int image_58 = (line_57 / rows);
    int row_59 = (line_57 % rows);
    int pixel_60 = (number_56 % width);
    int window_61 = ((x_12 + (image_58 * x_image)) + ((row_59 * x_row) + (pixel_60 * x_pixel)));
    float element_62 = 0.0f;
    int number_63 = min((int) ((firstPlace_5 + place_11) + 28), (int) last_13);
    int line_64 = (number_63 / width);
    int image_65 = (line_64 / rows);
    int row_66 = (line_64 % rows);
    int pixel_67 = (number_63 % width);
    int window_68 = ((x_12 + (image_65 * x_image)) + ((row_66 * x_row) + (pixel_67 * x_pixel)));
    float element_69 = 0.0f;
    int tap_70 = (firstStep_8 / runSteps_6);
    int h_71 = (tap_70 / taps_w);
    int v_72 = (tap_70 % taps_w);
    int k_73 = ((firstStep_8 % runSteps_6) * 16);
    int offset_74 = ((h_71 * x_tap_h) + (v_72 * x_tap_w));
    int weightRow_75 = (item / 8);
    int column_76 = ((item % 8) * 4);
    int matrix_77 = ((((block_0 * steps_7) + firstStep_8) * 512) + (item * 4));
    int weight_78 = matrix_77;
    float4 weights_79 = (float4)(0.0f);
    float4 weights_80 = (float4)(0.0f);
    int place_81 = ((item / 8) * 4);
    int channel_82 = ((item % 8) * 4);
    float4 sum_83 = (float4)(0.0f);
    float4 sum_84 = (float4)(0.0f);
    float4 sum_85 = (float4)(0.0f);
    float4 sum_86 = (float4)(0.0f);
    int half_87 = 0;
    int at_88 = ((offset_74 + k_73) + depth_10);
    element_20 = 0.0f;
    element_27 = 0.0f;
    element_34 = 0.0f;
    element_41 = 0.0f;
    element_48 = 0.0f;
    element_55 = 0.0f;
    element_62 = 0.0f;
    element_69 = 0.0f;
    if ((k_73 + depth_10) < run) {
        element_20 = vload_half(0, x + (window_19 + at_88));
        element_27 = vload_half(0, x + (window_26 + at_88));
        element_34 = vload_half(0, x + (window_33 + at_88));
        element_41 = vload_half(0, x + (window_40 + at_88));
        element_48 = vload_half(0, x + (window_47 + at_88));
        element_55 = vload_half(0, x + (window_54 + at_88));
        element_62 = vload_half(0, x + (window_61 + at_88));
        element_69 = vload_half(0, x + (window_68 + at_88));
    }
    weights_79 = vloada_half4(0, w + weight_78);
    weights_80 = vloada_half4(0, w + (weight_78 + 256));
    weight_78 = (weight_78 + 512);
    k_73 = (k_73 + 16);
    if ((run - 1) < k_73) {
        k_73 = 0;
        h_71 = (h_71 + 1);
        offset_74 = (offset_74 + x_tap_h);
    }
    int to_89 = (((half_87 * 576) + (depth_10 * 36)) + place_11);
    elements_tile[to_89] = element_20;
    elements_tile[(to_89 + 4)] = element_27;
    elements_tile[(to_89 + 8)] = element_34;
    elements_tile[(to_89 + 12)] = element_41;
    elements_tile[(to_89 + 16)] = element_48;
    elements_tile[(to_89 + 20)] = element_55;
    elements_tile[(to_89 + 24)] = element_62;
    elements_tile[(to_89 + 28)] = element_69;
    int first_90 = ((half_87 * 512) + ((weightRow_75 * 32) + column_76));
    *(local float4 *) (weights_tile + first_90) = weights_79;
    *(local float4 *) (weights_tile + (first_90 + 256)) = weights_80;
    barrier(CLK_LOCAL_MEM_FENCE);
    const int step_91_end = (endStep_9 + 1);
    for (int step_91 = (firstStep_8 + 1); step_91 < step_91_end; step_91 += 1) {
        if (step_91 < endStep_9) {
            int at_92 = ((offset_74 + k_73) + depth_10);
            element_20 = 0.0f;
            element_27 = 0.0f;
            element_34 = 0.0f;
            element_41 = 0.0f;
            element_48 = 0.0f;
            element_55 = 0.0f;
            element_62 = 0.0f;
            element_69 = 0.0f;
            if ((k_73 + depth_10) < run) {
                element_20 = vload_half(0, x + (window_19 + at_92));
                element_27 = vload_half(0, x + (window_26 + at_92));
                element_34 = vload_half(0, x + (window_33 + at_92));
                element_41 = vload_half(0, x + (window_40 + at_92));
                element_48 = vload_half(0, x + (window_47 + at_92));
                element_55 = vload_half(0, x + (window_54 + at_92));
                element_62 = vload_half(0, x + (window_61 + at_92));
                element_69 = vload_half(0, x + (window_68 + at_92));
            }
            weights_79 = vloada_half4(0, w + weight_78);
            weights_80 = vloada_half4(0, w + (weight_78 + 256));
            weight_78 = (weight_78 + 512);
            k_73 = (k_73 + 16);
            if ((run - 1) < k_73) {
                k_73 = 0;
                h_71 = (h_71 + 1);
                offset_74 = (offset_74 + x_tap_h);
            }
        }
        int elements_93 = ((half_87 * 576) + place_81);
        int weightsAt_94 = ((half_87 * 512) + channel_82);
        float4 four_95 = *(const local float4 *) (elements_tile + elements_93);
        float4 row_96 = *(const local float4 *) (weights_tile + weightsAt_94);
        sum_83 = fma((float4)(four_95.s0), row_96, sum_83);
        sum_84 = fma((float4)(four_95.s1), row_96, sum_84);
        sum_85 = fma((float4)(four_95.s2), row_96, sum_85);
        sum_86 = fma((float4)(four_95.s3), row_96, sum_86);
        float4 four_97 = *(const local float4 *) (elements_tile + (elements_93 + 36));
        float4 row_98 = *(const local float4 *) (weights_tile + (weightsAt_94 + 32));
        sum_83 = fma((float4)(four_97.s0), row_98, sum_83);
        sum_84 = fma((float4)(four_97.s1), row_98, sum_84);
        sum_85 = fma((float4)(four_97.s2), row_98, sum_85);
        sum_86 = fma((float4)(four_97.s3), row_98, sum_86);
        float4 four_99 = *(const local float4 *) (elements_tile + (elements_93 + 72));
        float4 row_100 = *(const local float4 *) (weights_tile + (weightsAt_94 + 64));
        sum_83 = fma((float4)(four_99.s0), row_100, sum_83);
        sum_84 = fma((float4)(four_99.s1), row_100, sum_84);
        sum_85 = fma((float4)(four_99.s2), row_100, sum_85);
        sum_86 = fma((float4)(four_99.s3), row_100, sum_86);
        float4 four_101 = *(const local float4 *) (elements_tile + (elements_93 + 108));
        float4 row_102 = *(const local float4 *) (weights_tile + (weightsAt_94 + 96));
        sum_83 = fma((float4)(four_101.s0), row_102, sum_83);
        sum_84 = fma((float4)(four_101.s1), row_102, sum_84);
        sum_85 = fma((float4)(four_101.s2), row_102, sum_85);
        sum_86 = fma((float4)(four_101.s3), row_102, sum_86);
        float4 four_103 = *(const local float4 *) (elements_tile + (elements_93 + 144));
        float4 row_104 = *(const local float4 *) (weights_tile + (weightsAt_94 + 128));
        sum_83 = fma((float4)(four_103.s0), row_104, sum_83);
        sum_84 = fma((float4)(four_103.s1), row_104, sum_84);
        sum_85 = fma((float4)(four_103.s2), row_104, sum_85);
        sum_86 = fma((float4)(four_103.s3), row_104, sum_86);
        float4 four_105 = *(const local float4 *) (elements_tile + (elements_93 + 180));
        float4 row_106 = *(const local float4 *) (weights_tile + (weightsAt_94 + 160));
        sum_83 = fma((float4)(four_105.s0), row_106, sum_83);
        sum_84 = fma((float4)(four_105.s1), row_106, sum_84);
        sum_85 = fma((float4)(four_105.s2), row_106, sum_85);
        sum_86 = fma((float4)(four_105.s3), row_106, sum_86);
        float4 four_107 = *(const local float4 *) (elements_tile + (elements_93 + 216));
        float4 row_108 = *(const local float4 *) (weights_tile + (weightsAt_94 + 192));
        sum_83 = fma((float4)(four_107.s0), row_108, sum_83);
        sum_84 = fma((float4)(four_107.s1), row_108, sum_84);
        sum_85 = fma((float4)(four_107.s2), row_108, sum_85);
        sum_86 = fma((float4)(four_107.s3), row_108, sum_86);
        float4 four_109 = *(const local float4 *) (elements_tile + (elements_93 + 252));
        float4 row_110 = *(const local float4 *) (weights_tile + (weightsAt_94 + 224));
        sum_83 = fma((float4)(four_109.s0), row_110, sum_83);
        sum_84 = fma((float4)(four_109.s1), row_110, sum_84);
        sum_85 = fma((float4)(four_109.s2), row_110, sum_85);
        sum_86 = fma((float4)(four_109.s3), row_110, sum_86);
        float4 four_111 = *(const local float4 *) (elements_tile + (elements_93 + 288));
        float4 row_112 = *(const local float4 *) (weights_tile + (weightsAt_94 + 256));
        sum_83 = fma((float4)(four_111.s0), row_112, sum_83);
        sum_84 = fma((float4)(four_111.s1), row_112, sum_84);
        sum_85 = fma((float4)(four_111.s2), row_112, sum_85);
        sum_86 = fma((float4)(four_111.s3), row_112, sum_86);
        float4 four_113 = *(const local float4 *) (elements_tile + (elements_93 + 324));
        float4 row_114 = *(const local float4 *) (weights_tile + (weightsAt_94 + 288));
        sum_83 = fma((float4)(four_113.s0), row_114, sum_83);
        sum_84 = fma((float4)(four_113.s1), row_114, sum_84);
        sum_85 = fma((float4)(four_113.s2), row_114, sum_85);
        sum_86 = fma((float4)(four_113.s3), row_114, sum_86);
        float4 four_115 = *(const local float4 *) (elements_tile + (elements_93 + 360));
        float4 row_116 = *(const local float4 *) (weights_tile + (weightsAt_94 + 320));
        sum_83 = fma((float4)(four_115.s0), row_116, sum_83);
        sum_84 = fma((float4)(four_115.s1), row_116, sum_84);
        sum_85 = fma((float4)(four_115.s2), row_116, sum_85);
        sum_86 = fma((float4)(four_115.s3), row_116, sum_86);
        float4 four_117 = *(const local float4 *) (elements_tile + (elements_93 + 396));
        float4 row_118 = *(const local float4 *) (weights_tile + (weightsAt_94 + 352));
        sum_83 = fma((float4)(four_117.s0), row_118, sum_83);
        sum_84 = fma((float4)(four_117.s1), row_118, sum_84);
        sum_85 = fma((float4)(four_117.s2), row_118, sum_85);
        sum_86 = fma((float4)(four_117.s3), row_118, sum_86);
        float4 four_119 = *(const local float4 *) (elements_tile + (elements_93 + 432));
        float4 row_120 = *(const local float4 *) (weights_tile + (weightsAt_94 + 384));
        sum_83 = fma((float4)(four_119.s0), row_120, sum_83);
        sum_84 = fma((float4)(four_119.s1), row_120, sum_84);
        sum_85 = fma((float4)(four_119.s2), row_120, sum_85);
        sum_86 = fma((float4)(four_119.s3), row_120, sum_86);
        float4 four_121 = *(const local float4 *) (elements_tile + (elements_93 + 468));
        float4 row_122 = *(const local float4 *) (weights_tile + (weightsAt_94 + 416));
        sum_83 = fma((float4)(four_121.s0), row_122, sum_83);
        sum_84 = fma((float4)(four_121.s1), row_122, sum_84);
        sum_85 = fma((float4)(four_121.s2), row_122, sum_85);
        sum_86 = fma((float4)(four_121.s3), row_122, sum_86);
        float4 four_123 = *(const local float4 *) (elements_tile + (elements_93 + 504));
        float4 row_124 = *(const local float4 *) (weights_tile + (weightsAt_94 + 448));
        sum_83 = fma((float4)(four_123.s0), row_124, sum_83);
        sum_84 = fma((float4)(four_123.s1), row_124, sum_84);
        sum_85 = fma((float4)(four_123.s2), row_124, sum_85);
        sum_86 = fma((float4)(four_123.s3), row_124, sum_86);
        float4 four_125 = *(const local float4 *) (elements_tile + (elements_93 + 540));
        float4 row_126 = *(const local float4 *) (weights_tile + (weightsAt_94 + 480));
        sum_83 = fma((float4)(four_125.s0), row_126, sum_83);
        sum_84 = fma((float4)(four_125.s1), row_126, sum_84);
        sum_85 = fma((float4)(four_125.s2), row_126, sum_85);
        sum_86 = fma((float4)(four_125.s3), row_126, sum_86);
        half_87 = (1 - half_87);
        if (step_91 < endStep_9) {
            int to_127 = (((half_87 * 576) + (depth_10 * 36)) + place_11);
            elements_tile[to_127] = element_20;
            elements_tile[(to_127 + 4)] = element_27;
            elements_tile[(to_127 + 8)] = element_34;
            elements_tile[(to_127 + 12)] = element_41;
            elements_tile[(to_127 + 16)] = element_48;
            elements_tile[(to_127 + 20)] = element_55;
            elements_tile[(to_127 + 24)] = element_62;
            elements_tile[(to_127 + 28)] = element_69;
            int first_128 = ((half_87 * 512) + ((weightRow_75 * 32) + column_76));
            *(local float4 *) (weights_tile + first_128) = weights_79;
            *(local float4 *) (weights_tile + (first_128 + 256)) = weights_80;
        }
        barrier(CLK_LOCAL_MEM_FENCE);
    }
    int all_129 = ((images * rows) * width);
    int firstOfItem_130 = (firstPlace_5 + place_81);
    int inGroup_131 = (firstChannel_4 + channel_82);
    int channelOfAll_132 = ((group_3 * channels) + inGroup_131);
    int left_133 = (channels - inGroup_131);
    if (0 < left_133) {
        float4 operand_134 = *(const global float4 *) (e0 + channelOfAll_132);
        int number_135 = firstOfItem_130;
        if (number_135 < all_129) {
            int line_136 = (number_135 / width);
            int image_137 = (line_136 / rows);
            int row_138 = (line_136 % rows);
            int pixel_139 = (number_135 % width);
            float4 value_140 = (sum_83 + operand_134);
            float4 value_141 = (- value_140);
            float4 bounded_142 = at_most4(at_least4(value_141, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_143 = (fma(bounded_142, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_144 = fma(power_143, (float4)(2.1219444E-4f), fma(power_143, (float4)(-0.6933594f), bounded_142));
            float4 polynomial_145 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_144, (float4)(0.0013981999f)), rest_144, (float4)(0.008333452f)), rest_144, (float4)(0.041665796f)), rest_144, (float4)(0.16666666f)), rest_144, (float4)(0.5f));
            float4 half_146 = (fma(power_143, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_147 = (((fma(polynomial_145, (rest_144 * rest_144), rest_144) + (float4)(1.0f)) * as_float4(as_int4(half_146 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_143 - half_146) + 1.2583039E7f) << 23));
            float4 value_148 = (value_147 + (float4)(1.0f));
            float4 value_149 = ((float4)(1.0f) / value_148);
            vstorea_half4_rte(value_149, 0, y + (((y_origin + (image_137 * y_image)) + ((row_138 * y_row) + (pixel_139 * y_pixel))) + channelOfAll_132));
        }
        int number_150 = (firstOfItem_130 + 1);
        if (number_150 < all_129) {
            int line_151 = (number_150 / width);
            int image_152 = (line_151 / rows);
            int row_153 = (line_151 % rows);
            int pixel_154 = (number_150 % width);
            float4 value_155 = (sum_84 + operand_134);
            float4 value_156 = (- value_155);
            float4 bounded_157 = at_most4(at_least4(value_156, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_158 = (fma(bounded_157, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_159 = fma(power_158, (float4)(2.1219444E-4f), fma(power_158, (float4)(-0.6933594f), bounded_157));
            float4 polynomial_160 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_159, (float4)(0.0013981999f)), rest_159, (float4)(0.008333452f)), rest_159, (float4)(0.041665796f)), rest_159, (float4)(0.16666666f)), rest_159, (float4)(0.5f));
            float4 half_161 = (fma(power_158, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_162 = (((fma(polynomial_160, (rest_159 * rest_159), rest_159) + (float4)(1.0f)) * as_float4(as_int4(half_161 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_158 - half_161) + 1.2583039E7f) << 23));
            float4 value_163 = (value_162 + (float4)(1.0f));
            float4 value_164 = ((float4)(1.0f) / value_163);
            vstorea_half4_rte(value_164, 0, y + (((y_origin + (image_152 * y_image)) + ((row_153 * y_row) + (pixel_154 * y_pixel))) + channelOfAll_132));
        }
        int number_165 = (firstOfItem_130 + 2);
        if (number_165 < all_129) {
            int line_166 = (number_165 / width);
            int image_167 = (line_166 / rows);
            int row_168 = (line_166 % rows);
            int pixel_169 = (number_165 % width);
            float4 value_170 = (sum_85 + operand_134);
            float4 value_171 = (- value_170);
            float4 bounded_172 = at_most4(at_least4(value_171, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_173 = (fma(bounded_172, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_174 = fma(power_173, (float4)(2.1219444E-4f), fma(power_173, (float4)(-0.6933594f), bounded_172));
            float4 polynomial_175 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_174, (float4)(0.0013981999f)), rest_174, (float4)(0.008333452f)), rest_174, (float4)(0.041665796f)), rest_174, (float4)(0.16666666f)), rest_174, (float4)(0.5f));
            float4 half_176 = (fma(power_173, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_177 = (((fma(polynomial_175, (rest_174 * rest_174), rest_174) + (float4)(1.0f)) * as_float4(as_int4(half_176 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_173 - half_176) + 1.2583039E7f) << 23));
            float4 value_178 = (value_177 + (float4)(1.0f));
            float4 value_179 = ((float4)(1.0f) / value_178);
            vstorea_half4_rte(value_179, 0, y + (((y_origin + (image_167 * y_image)) + ((row_168 * y_row) + (pixel_169 * y_pixel))) + channelOfAll_132));
        }
        int number_180 = (firstOfItem_130 + 3);
        if (number_180 < all_129) {
            int line_181 = (number_180 / width);
            int image_182 = (line_181 / rows);
            int row_183 = (line_181 % rows);
            int pixel_184 = (number_180 % width);
            float4 value_185 = (sum_86 + operand_134);
            float4 value_186 = (- value_185);
            float4 bounded_187 = at_most4(at_least4(value_186, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_188 = (fma(bounded_187, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_189 = fma(power_188, (float4)(2.1219444E-4f), fma(power_188, (float4)(-0.6933594f), bounded_187));
            float4 polynomial_190 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_189, (float4)(0.0013981999f)), rest_189, (float4)(0.008333452f)), rest_189, (float4)(0.041665796f)), rest_189, (float4)(0.16666666f)), rest_189, (float4)(0.5f));
            float4 half_191 = (fma(power_188, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_192 = (((fma(polynomial_190, (rest_189 * rest_189), rest_189) + (float4)(1.0f)) * as_float4(as_int4(half_191 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_188 - half_191) + 1.2583039E7f) << 23));
            float4 value_193 = (value_192 + (float4)(1.0f));
            float4 value_194 = ((float4)(1.0f) / value_193);
            vstorea_half4_rte(value_194, 0, y + (((y_origin + (image_182 * y_image)) + ((row_183 * y_row) + (pixel_184 * y_pixel))) + channelOfAll_132));
        }
    }
}

void window_sum_40cc2568ca119eb2(const int place, const global half *restrict x, global half *y, const int images, const int rows, const int width, const int channels, const int x_origin, const int x_image, const int x_row, const int x_pixel, const int x_rows, const int x_width, const int taps_h, const int taps_w, const int stride_h, const int stride_w, const int dilation_h, const int dilation_w, const int pad_h, const int pad_w, const int w_tap, const int y_origin, const int y_image, const int y_row, const int y_pixel)
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

void copy_2e5b653cd8abc930(const int place, const global half *restrict x, global half *y, const int images, const int rows, const int width, const int channels, const int x_origin, const int x_image, const int x_row, const int x_pixel, const int x_channel, const int y_origin, const int y_image, const int y_row, const int y_pixel, const int y_channel)
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

void group_vector1_285ea877618eecc3(const int place, const int item, const global half *restrict x, const global half *restrict w, global half *y, const global float *restrict e0, local float *sums_of_items, const int rows, const int width, const int channels, const int run, const int x_origin, const int x_pixel, const int y_origin, const int y_image, const int y_row, const int y_pixel)
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

void group_vector1_02330f85d2ff9e2c(const int place, const int item, const global half *restrict x, const global half *restrict w, global float *y, const global float *restrict e0, local float *sums_of_items, const int rows, const int width, const int channels, const int run, const int x_origin, const int x_pixel, const int y_origin, const int y_image, const int y_row, const int y_pixel)
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
void copy_cb535e96968cf33a(global float *b0, const long o0, global half *b1, const long o1, const long images, const long rows, const long width, const long channels, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_channel, const long y_origin, const long y_image, const long y_row, const long y_pixel, const long y_channel, const long extent)
{
    const long index = get_global_id(0);
    if (index < extent) {
        copy_46e61781c363e67d(index, b0 + o0, b1 + 2 * o1, images, rows, width, channels, x_origin, x_image, x_row, x_pixel, x_channel, y_origin, y_image, y_row, y_pixel, y_channel);
    }
}

kernel __attribute__((reqd_work_group_size(64, 1, 1)))
void group32x32_rows_e61f95fa047cc9c2(global half *b0, const long o0, global half *b1, const long o1, global half *b2, const long o2, global float *b3, const long o3, const long images, const long rows, const long width, const long channels, const long blocks, const long all_blocks, const long tiles, const long slice_steps, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_group, const long taps_h, const long x_tap_h, const long taps_w, const long x_tap_w, const long run, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    local float elements_tile[1152] __attribute__((aligned(64)));
    local float weights_tile[1024] __attribute__((aligned(64)));
    {
        const long index = get_group_id(0);
        group32x32_rows_4862cd117a309ffc(index, get_local_id(0), b0 + 2 * o0, b1 + 2 * o1, b2 + 2 * o2, b3 + o3, elements_tile, weights_tile, images, rows, width, channels, blocks, all_blocks, tiles, slice_steps, x_origin, x_image, x_row, x_pixel, x_group, taps_h, x_tap_h, taps_w, x_tap_w, run, y_origin, y_image, y_row, y_pixel);
    }
}

kernel __attribute__((reqd_work_group_size(256, 1, 1)))
void window_sum_1eaf715cd99a761a(global half *b0, const long o0, global half *b1, const long o1, const long images, const long rows, const long width, const long channels, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_rows, const long x_width, const long taps_h, const long taps_w, const long stride_h, const long stride_w, const long dilation_h, const long dilation_w, const long pad_h, const long pad_w, const long w_tap, const long y_origin, const long y_image, const long y_row, const long y_pixel, const long extent)
{
    const long index = get_global_id(0);
    if (index < extent) {
        window_sum_1bfd273680e9aee5(index, b0 + 2 * o0, b1 + 2 * o1, images, rows, width, channels, x_origin, x_image, x_row, x_pixel, x_rows, x_width, taps_h, taps_w, stride_h, stride_w, dilation_h, dilation_w, pad_h, pad_w, w_tap, y_origin, y_image, y_row, y_pixel);
    }
}

kernel __attribute__((reqd_work_group_size(64, 1, 1)))
void group32x32_rows_0746c6f2d3da1385(global half *b0, const long o0, global half *b1, const long o1, global half *b2, const long o2, global float *b3, const long o3, const long images, const long rows, const long width, const long channels, const long blocks, const long all_blocks, const long tiles, const long slice_steps, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_group, const long taps_h, const long x_tap_h, const long taps_w, const long x_tap_w, const long run, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    local float elements_tile[1152] __attribute__((aligned(64)));
    local float weights_tile[1024] __attribute__((aligned(64)));
    {
        const long index = get_group_id(0);
        group32x32_rows_379e11294a64b400(index, get_local_id(0), b0 + 2 * o0, b1 + 2 * o1, b2 + 2 * o2, b3 + o3, elements_tile, weights_tile, images, rows, width, channels, blocks, all_blocks, tiles, slice_steps, x_origin, x_image, x_row, x_pixel, x_group, taps_h, x_tap_h, taps_w, x_tap_w, run, y_origin, y_image, y_row, y_pixel);
    }
}

kernel __attribute__((reqd_work_group_size(256, 1, 1)))
void window_sum_c975995006804815(global half *b0, const long o0, global half *b1, const long o1, const long images, const long rows, const long width, const long channels, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_rows, const long x_width, const long taps_h, const long taps_w, const long stride_h, const long stride_w, const long dilation_h, const long dilation_w, const long pad_h, const long pad_w, const long w_tap, const long y_origin, const long y_image, const long y_row, const long y_pixel, const long extent)
{
    const long index = get_global_id(0);
    if (index < extent) {
        window_sum_40cc2568ca119eb2(index, b0 + 2 * o0, b1 + 2 * o1, images, rows, width, channels, x_origin, x_image, x_row, x_pixel, x_rows, x_width, taps_h, taps_w, stride_h, stride_w, dilation_h, dilation_w, pad_h, pad_w, w_tap, y_origin, y_image, y_row, y_pixel);
    }
}

kernel __attribute__((reqd_work_group_size(256, 1, 1)))
void copy_c330d2ac993b565e(global half *b0, const long o0, global half *b1, const long o1, const long images, const long rows, const long width, const long channels, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_channel, const long y_origin, const long y_image, const long y_row, const long y_pixel, const long y_channel, const long extent)
{
    const long index = get_global_id(0);
    if (index < extent) {
        copy_2e5b653cd8abc930(index, b0 + 2 * o0, b1 + 2 * o1, images, rows, width, channels, x_origin, x_image, x_row, x_pixel, x_channel, y_origin, y_image, y_row, y_pixel, y_channel);
    }
}

kernel __attribute__((reqd_work_group_size(256, 1, 1)))
void group_vector1_428d3d953a61a922(global half *b0, const long o0, global half *b1, const long o1, global half *b2, const long o2, global float *b3, const long o3, const long rows, const long width, const long channels, const long run, const long x_origin, const long x_pixel, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    local float sums_of_items[1024] __attribute__((aligned(64)));
    {
        const long index = get_group_id(0);
        group_vector1_285ea877618eecc3(index, get_local_id(0), b0 + 2 * o0, b1 + 2 * o1, b2 + 2 * o2, b3 + o3, sums_of_items, rows, width, channels, run, x_origin, x_pixel, y_origin, y_image, y_row, y_pixel);
    }
}

kernel __attribute__((reqd_work_group_size(256, 1, 1)))
void group_vector1_9982cdd18ece21bb(global half *b0, const long o0, global half *b1, const long o1, global float *b2, const long o2, global float *b3, const long o3, const long rows, const long width, const long channels, const long run, const long x_origin, const long x_pixel, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    local float sums_of_items[1024] __attribute__((aligned(64)));
    {
        const long index = get_group_id(0);
        group_vector1_02330f85d2ff9e2c(index, get_local_id(0), b0 + 2 * o0, b1 + 2 * o1, b2 + o2, b3 + o3, sums_of_items, rows, width, channels, run, x_origin, x_pixel, y_origin, y_image, y_row, y_pixel);
    }
}

