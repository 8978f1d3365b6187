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

void group32x32_rows_e4670b4dce72090a(const int place, const int item, const global float *restrict x, const global float *restrict w, global float *y, const global float *restrict e0, local float *elements_tile, local float *weights_tile, const int images, const int rows, const int width, const int channels, const int blocks, const int all_blocks, const int tiles, const int slice_steps, const int x_origin, const int x_image, const int x_row, const int x_pixel, const int x_group, const int taps_h, const int x_tap_h, const int taps_w, const int x_tap_w, const int run, const int y_origin, const int y_image, const int y_row, const int y_pixel)
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
    int weight_75 = ((((block_0 * steps_7) + firstStep_8) * 512) + (item * 4));
    int place_76 = ((item / 8) * 4);
    int channel_77 = ((item % 8) * 4);
    float4 sum_78 = (float4)(0.0f);
    float4 sum_79 = (float4)(0.0f);
    float4 sum_80 = (float4)(0.0f);
    float4 sum_81 = (float4)(0.0f);
    int half_82 = 0;
    int at_83 = ((offset_74 + k_73) + depth_10);
    element_20 = 0.0f;
    element_27 = 0.0f;
    element_34 = 0.0f;
    element_41 = 0.0f;
    element_48 = 0.0f;
    element_55 = 0.0f;
    element_62 = 0.0f;
    element_69 = 0.0f;
    if ((k_73 + depth_10) < run) {
        element_20 = x[(window_19 + at_83)];
        element_27 = x[(window_26 + at_83)];
        element_34 = x[(window_33 + at_83)];
        element_41 = x[(window_40 + at_83)];
        element_48 = x[(window_47 + at_83)];
        element_55 = x[(window_54 + at_83)];
        element_62 = x[(window_61 + at_83)];
        element_69 = x[(window_68 + at_83)];
    }
    float4 weights_84 = *(const global float4 *) (w + weight_75);
    float4 weights_85 = *(const global float4 *) (w + (weight_75 + 256));
    weight_75 = (weight_75 + 512);
    k_73 = (k_73 + 16);
    if ((run - 1) < k_73) {
        k_73 = 0;
        h_71 = (h_71 + 1);
        offset_74 = (offset_74 + x_tap_h);
    }
    int to_86 = (((half_82 * 576) + (depth_10 * 36)) + place_11);
    elements_tile[to_86] = element_20;
    elements_tile[(to_86 + 4)] = element_27;
    elements_tile[(to_86 + 8)] = element_34;
    elements_tile[(to_86 + 12)] = element_41;
    elements_tile[(to_86 + 16)] = element_48;
    elements_tile[(to_86 + 20)] = element_55;
    elements_tile[(to_86 + 24)] = element_62;
    elements_tile[(to_86 + 28)] = element_69;
    int first_87 = ((half_82 * 512) + (item * 4));
    *(local float4 *) (weights_tile + first_87) = weights_84;
    *(local float4 *) (weights_tile + (first_87 + 256)) = weights_85;
    barrier(CLK_LOCAL_MEM_FENCE);
    const int step_88_end = (endStep_9 + 1);
    for (int step_88 = (firstStep_8 + 1); step_88 < step_88_end; step_88 += 1) {
        if (step_88 < endStep_9) {
            int at_89 = ((offset_74 + k_73) + depth_10);
            element_20 = 0.0f;
            element_27 = 0.0f;
            element_34 = 0.0f;
            element_41 = 0.0f;
            element_48 = 0.0f;
            element_55 = 0.0f;
            element_62 = 0.0f;
            element_69 = 0.0f;
            if ((k_73 + depth_10) < run) {
                element_20 = x[(window_19 + at_89)];
                element_27 = x[(window_26 + at_89)];
                element_34 = x[(window_33 + at_89)];
                element_41 = x[(window_40 + at_89)];
                element_48 = x[(window_47 + at_89)];
                element_55 = x[(window_54 + at_89)];
                element_62 = x[(window_61 + at_89)];
                element_69 = x[(window_68 + at_89)];
            }
            weights_84 = *(const global float4 *) (w + weight_75);
            weights_85 = *(const global float4 *) (w + (weight_75 + 256));
            weight_75 = (weight_75 + 512);
            k_73 = (k_73 + 16);
            if ((run - 1) < k_73) {
                k_73 = 0;
                h_71 = (h_71 + 1);
                offset_74 = (offset_74 + x_tap_h);
            }
        }
        int elements_90 = ((half_82 * 576) + place_76);
        int weightsAt_91 = ((half_82 * 512) + channel_77);
        float4 four_92 = *(const local float4 *) (elements_tile + elements_90);
        float4 row_93 = *(const local float4 *) (weights_tile + weightsAt_91);
        sum_78 = fma((float4)(four_92.s0), row_93, sum_78);
        sum_79 = fma((float4)(four_92.s1), row_93, sum_79);
        sum_80 = fma((float4)(four_92.s2), row_93, sum_80);
        sum_81 = fma((float4)(four_92.s3), row_93, sum_81);
        float4 four_94 = *(const local float4 *) (elements_tile + (elements_90 + 36));
        float4 row_95 = *(const local float4 *) (weights_tile + (weightsAt_91 + 32));
        sum_78 = fma((float4)(four_94.s0), row_95, sum_78);
        sum_79 = fma((float4)(four_94.s1), row_95, sum_79);
        sum_80 = fma((float4)(four_94.s2), row_95, sum_80);
        sum_81 = fma((float4)(four_94.s3), row_95, sum_81);
        float4 four_96 = *(const local float4 *) (elements_tile + (elements_90 + 72));
        float4 row_97 = *(const local float4 *) (weights_tile + (weightsAt_91 + 64));
        sum_78 = fma((float4)(four_96.s0), row_97, sum_78);
        sum_79 = fma((float4)(four_96.s1), row_97, sum_79);
        sum_80 = fma((float4)(four_96.s2), row_97, sum_80);
        sum_81 = fma((float4)(four_96.s3), row_97, sum_81);
        float4 four_98 = *(const local float4 *) (elements_tile + (elements_90 + 108));
        float4 row_99 = *(const local float4 *) (weights_tile + (weightsAt_91 + 96));
        sum_78 = fma((float4)(four_98.s0), row_99, sum_78);
        sum_79 = fma((float4)(four_98.s1), row_99, sum_79);
        sum_80 = fma((float4)(four_98.s2), row_99, sum_80);
        sum_81 = fma((float4)(four_98.s3), row_99, sum_81);
        float4 four_100 = *(const local float4 *) (elements_tile + (elements_90 + 144));
        float4 row_101 = *(const local float4 *) (weights_tile + (weightsAt_91 + 128));
        sum_78 = fma((float4)(four_100.s0), row_101, sum_78);
        sum_79 = fma((float4)(four_100.s1), row_101, sum_79);
        sum_80 = fma((float4)(four_100.s2), row_101, sum_80);
        sum_81 = fma((float4)(four_100.s3), row_101, sum_81);
        float4 four_102 = *(const local float4 *) (elements_tile + (elements_90 + 180));
        float4 row_103 = *(const local float4 *) (weights_tile + (weightsAt_91 + 160));
        sum_78 = fma((float4)(four_102.s0), row_103, sum_78);
        sum_79 = fma((float4)(four_102.s1), row_103, sum_79);
        sum_80 = fma((float4)(four_102.s2), row_103, sum_80);
        sum_81 = fma((float4)(four_102.s3), row_103, sum_81);
        float4 four_104 = *(const local float4 *) (elements_tile + (elements_90 + 216));
        float4 row_105 = *(const local float4 *) (weights_tile + (weightsAt_91 + 192));
        sum_78 = fma((float4)(four_104.s0), row_105, sum_78);
        sum_79 = fma((float4)(four_104.s1), row_105, sum_79);
        sum_80 = fma((float4)(four_104.s2), row_105, sum_80);
        sum_81 = fma((float4)(four_104.s3), row_105, sum_81);
        float4 four_106 = *(const local float4 *) (elements_tile + (elements_90 + 252));
        float4 row_107 = *(const local float4 *) (weights_tile + (weightsAt_91 + 224));
        sum_78 = fma((float4)(four_106.s0), row_107, sum_78);
        sum_79 = fma((float4)(four_106.s1), row_107, sum_79);
        sum_80 = fma((float4)(four_106.s2), row_107, sum_80);
        sum_81 = fma((float4)(four_106.s3), row_107, sum_81);
        float4 four_108 = *(const local float4 *) (elements_tile + (elements_90 + 288));
        float4 row_109 = *(const local float4 *) (weights_tile + (weightsAt_91 + 256));
        sum_78 = fma((float4)(four_108.s0), row_109, sum_78);
        sum_79 = fma((float4)(four_108.s1), row_109, sum_79);
        sum_80 = fma((float4)(four_108.s2), row_109, sum_80);
        sum_81 = fma((float4)(four_108.s3), row_109, sum_81);
        float4 four_110 = *(const local float4 *) (elements_tile + (elements_90 + 324));
        float4 row_111 = *(const local float4 *) (weights_tile + (weightsAt_91 + 288));
        sum_78 = fma((float4)(four_110.s0), row_111, sum_78);
        sum_79 = fma((float4)(four_110.s1), row_111, sum_79);
        sum_80 = fma((float4)(four_110.s2), row_111, sum_80);
        sum_81 = fma((float4)(four_110.s3), row_111, sum_81);
        float4 four_112 = *(const local float4 *) (elements_tile + (elements_90 + 360));
        float4 row_113 = *(const local float4 *) (weights_tile + (weightsAt_91 + 320));
        sum_78 = fma((float4)(four_112.s0), row_113, sum_78);
        sum_79 = fma((float4)(four_112.s1), row_113, sum_79);
        sum_80 = fma((float4)(four_112.s2), row_113, sum_80);
        sum_81 = fma((float4)(four_112.s3), row_113, sum_81);
        float4 four_114 = *(const local float4 *) (elements_tile + (elements_90 + 396));
        float4 row_115 = *(const local float4 *) (weights_tile + (weightsAt_91 + 352));
        sum_78 = fma((float4)(four_114.s0), row_115, sum_78);
        sum_79 = fma((float4)(four_114.s1), row_115, sum_79);
        sum_80 = fma((float4)(four_114.s2), row_115, sum_80);
        sum_81 = fma((float4)(four_114.s3), row_115, sum_81);
        float4 four_116 = *(const local float4 *) (elements_tile + (elements_90 + 432));
        float4 row_117 = *(const local float4 *) (weights_tile + (weightsAt_91 + 384));
        sum_78 = fma((float4)(four_116.s0), row_117, sum_78);
        sum_79 = fma((float4)(four_116.s1), row_117, sum_79);
        sum_80 = fma((float4)(four_116.s2), row_117, sum_80);
        sum_81 = fma((float4)(four_116.s3), row_117, sum_81);
        float4 four_118 = *(const local float4 *) (elements_tile + (elements_90 + 468));
        float4 row_119 = *(const local float4 *) (weights_tile + (weightsAt_91 + 416));
        sum_78 = fma((float4)(four_118.s0), row_119, sum_78);
        sum_79 = fma((float4)(four_118.s1), row_119, sum_79);
        sum_80 = fma((float4)(four_118.s2), row_119, sum_80);
        sum_81 = fma((float4)(four_118.s3), row_119, sum_81);
        float4 four_120 = *(const local float4 *) (elements_tile + (elements_90 + 504));
        float4 row_121 = *(const local float4 *) (weights_tile + (weightsAt_91 + 448));
        sum_78 = fma((float4)(four_120.s0), row_121, sum_78);
        sum_79 = fma((float4)(four_120.s1), row_121, sum_79);
        sum_80 = fma((float4)(four_120.s2), row_121, sum_80);
        sum_81 = fma((float4)(four_120.s3), row_121, sum_81);
        float4 four_122 = *(const local float4 *) (elements_tile + (elements_90 + 540));
        float4 row_123 = *(const local float4 *) (weights_tile + (weightsAt_91 + 480));
        sum_78 = fma((float4)(four_122.s0), row_123, sum_78);
        sum_79 = fma((float4)(four_122.s1), row_123, sum_79);
        sum_80 = fma((float4)(four_122.s2), row_123, sum_80);
        sum_81 = fma((float4)(four_122.s3), row_123, sum_81);
        half_82 = (1 - half_82);
        if (step_88 < endStep_9) {
            int to_124 = (((half_82 * 576) + (depth_10 * 36)) + place_11);
            elements_tile[to_124] = element_20;
            elements_tile[(to_124 + 4)] = element_27;
            elements_tile[(to_124 + 8)] = element_34;
            elements_tile[(to_124 + 12)] = element_41;
            elements_tile[(to_124 + 16)] = element_48;
            elements_tile[(to_124 + 20)] = element_55;
            elements_tile[(to_124 + 24)] = element_62;
            elements_tile[(to_124 + 28)] = element_69;
            int first_125 = ((half_82 * 512) + (item * 4));
            *(local float4 *) (weights_tile + first_125) = weights_84;
            *(local float4 *) (weights_tile + (first_125 + 256)) = weights_85;
        }
        barrier(CLK_LOCAL_MEM_FENCE);
    }
    int all_126 = ((images * rows) * width);
    int firstOfItem_127 = (firstPlace_5 + place_76);
    int inGroup_128 = (firstChannel_4 + channel_77);
    int channelOfAll_129 = ((group_3 * channels) + inGroup_128);
    int left_130 = (channels - inGroup_128);
    if (3 < left_130) {
        float4 operand_131 = vload4(0, e0 + channelOfAll_129);
        int number_132 = firstOfItem_127;
        if (number_132 < all_126) {
            float4 value_133 = (sum_78 + operand_131);
            float4 value_134 = (- value_133);
            float4 bounded_135 = at_most4(at_least4(value_134, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_136 = (fma(bounded_135, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_137 = fma(power_136, (float4)(2.1219444E-4f), fma(power_136, (float4)(-0.6933594f), bounded_135));
            float4 polynomial_138 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_137, (float4)(0.0013981999f)), rest_137, (float4)(0.008333452f)), rest_137, (float4)(0.041665796f)), rest_137, (float4)(0.16666666f)), rest_137, (float4)(0.5f));
            float4 half_139 = (fma(power_136, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_140 = (((fma(polynomial_138, (rest_137 * rest_137), rest_137) + (float4)(1.0f)) * as_float4(as_int4(half_139 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_136 - half_139) + 1.2583039E7f) << 23));
            float4 value_141 = (value_140 + (float4)(1.0f));
            float4 value_142 = ((float4)(1.0f) / value_141);
            vstore4(value_142, 0, y + ((y_origin + (number_132 * y_pixel)) + channelOfAll_129));
        }
        int number_143 = (firstOfItem_127 + 1);
        if (number_143 < all_126) {
            float4 value_144 = (sum_79 + operand_131);
            float4 value_145 = (- value_144);
            float4 bounded_146 = at_most4(at_least4(value_145, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_147 = (fma(bounded_146, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_148 = fma(power_147, (float4)(2.1219444E-4f), fma(power_147, (float4)(-0.6933594f), bounded_146));
            float4 polynomial_149 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_148, (float4)(0.0013981999f)), rest_148, (float4)(0.008333452f)), rest_148, (float4)(0.041665796f)), rest_148, (float4)(0.16666666f)), rest_148, (float4)(0.5f));
            float4 half_150 = (fma(power_147, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_151 = (((fma(polynomial_149, (rest_148 * rest_148), rest_148) + (float4)(1.0f)) * as_float4(as_int4(half_150 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_147 - half_150) + 1.2583039E7f) << 23));
            float4 value_152 = (value_151 + (float4)(1.0f));
            float4 value_153 = ((float4)(1.0f) / value_152);
            vstore4(value_153, 0, y + ((y_origin + (number_143 * y_pixel)) + channelOfAll_129));
        }
        int number_154 = (firstOfItem_127 + 2);
        if (number_154 < all_126) {
            float4 value_155 = (sum_80 + operand_131);
            float4 value_156 = (- value_155);
            float4 bounded_157 = at_most4(at_least4(value_156, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_158 = (fma(bounded_157, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_159 = fma(power_158, (float4)(2.1219444E-4f), fma(power_158, (float4)(-0.6933594f), bounded_157));
            float4 polynomial_160 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_159, (float4)(0.0013981999f)), rest_159, (float4)(0.008333452f)), rest_159, (float4)(0.041665796f)), rest_159, (float4)(0.16666666f)), rest_159, (float4)(0.5f));
            float4 half_161 = (fma(power_158, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_162 = (((fma(polynomial_160, (rest_159 * rest_159), rest_159) + (float4)(1.0f)) * as_float4(as_int4(half_161 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_158 - half_161) + 1.2583039E7f) << 23));
            float4 value_163 = (value_162 + (float4)(1.0f));
            float4 value_164 = ((float4)(1.0f) / value_163);
            vstore4(value_164, 0, y + ((y_origin + (number_154 * y_pixel)) + channelOfAll_129));
        }
        int number_165 = (firstOfItem_127 + 3);
        if (number_165 < all_126) {
            float4 value_166 = (sum_81 + operand_131);
            float4 value_167 = (- value_166);
            float4 bounded_168 = at_most4(at_least4(value_167, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_169 = (fma(bounded_168, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_170 = fma(power_169, (float4)(2.1219444E-4f), fma(power_169, (float4)(-0.6933594f), bounded_168));
            float4 polynomial_171 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_170, (float4)(0.0013981999f)), rest_170, (float4)(0.008333452f)), rest_170, (float4)(0.041665796f)), rest_170, (float4)(0.16666666f)), rest_170, (float4)(0.5f));
            float4 half_172 = (fma(power_169, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_173 = (((fma(polynomial_171, (rest_170 * rest_170), rest_170) + (float4)(1.0f)) * as_float4(as_int4(half_172 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_169 - half_172) + 1.2583039E7f) << 23));
            float4 value_174 = (value_173 + (float4)(1.0f));
            float4 value_175 = ((float4)(1.0f) / value_174);
            vstore4(value_175, 0, y + ((y_origin + (number_165 * y_pixel)) + channelOfAll_129));
        }
    }
    if (0 < min((int) left_130, (int) (4 - left_130))) {
        float4 operand_176 = load_first4_global(e0 + channelOfAll_129, left_130);
        int number_177 = firstOfItem_127;
        if (number_177 < all_126) {
            float4 value_178 = (sum_78 + operand_176);
            float4 value_179 = (- value_178);
            float4 bounded_180 = at_most4(at_least4(value_179, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_181 = (fma(bounded_180, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_182 = fma(power_181, (float4)(2.1219444E-4f), fma(power_181, (float4)(-0.6933594f), bounded_180));
            float4 polynomial_183 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_182, (float4)(0.0013981999f)), rest_182, (float4)(0.008333452f)), rest_182, (float4)(0.041665796f)), rest_182, (float4)(0.16666666f)), rest_182, (float4)(0.5f));
            float4 half_184 = (fma(power_181, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_185 = (((fma(polynomial_183, (rest_182 * rest_182), rest_182) + (float4)(1.0f)) * as_float4(as_int4(half_184 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_181 - half_184) + 1.2583039E7f) << 23));
            float4 value_186 = (value_185 + (float4)(1.0f));
            float4 value_187 = ((float4)(1.0f) / value_186);
            store_first4_global(value_187, y + ((y_origin + (number_177 * y_pixel)) + channelOfAll_129), left_130);
        }
        int number_188 = (firstOfItem_127 + 1);
        if (number_188 < all_126) {
            float4 value_189 = (sum_79 + operand_176);
            float4 value_190 = (- value_189);
            float4 bounded_191 = at_most4(at_least4(value_190, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_192 = (fma(bounded_191, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_193 = fma(power_192, (float4)(2.1219444E-4f), fma(power_192, (float4)(-0.6933594f), bounded_191));
            float4 polynomial_194 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_193, (float4)(0.0013981999f)), rest_193, (float4)(0.008333452f)), rest_193, (float4)(0.041665796f)), rest_193, (float4)(0.16666666f)), rest_193, (float4)(0.5f));
            float4 half_195 = (fma(power_192, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_196 = (((fma(polynomial_194, (rest_193 * rest_193), rest_193) + (float4)(1.0f)) * as_float4(as_int4(half_195 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_192 - half_195) + 1.2583039E7f) << 23));
            float4 value_197 = (value_196 + (float4)(1.0f));
            float4 value_198 = ((float4)(1.0f) / value_197);
            store_first4_global(value_198, y + ((y_origin + (number_188 * y_pixel)) + channelOfAll_129), left_130);
        }
        int number_199 = (firstOfItem_127 + 2);
        if (number_199 < all_126) {
            float4 value_200 = (sum_80 + operand_176);
            float4 value_201 = (- value_200);
            float4 bounded_202 = at_most4(at_least4(value_201, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_203 = (fma(bounded_202, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_204 = fma(power_203, (float4)(2.1219444E-4f), fma(power_203, (float4)(-0.6933594f), bounded_202));
            float4 polynomial_205 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_204, (float4)(0.0013981999f)), rest_204, (float4)(0.008333452f)), rest_204, (float4)(0.041665796f)), rest_204, (float4)(0.16666666f)), rest_204, (float4)(0.5f));
            float4 half_206 = (fma(power_203, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_207 = (((fma(polynomial_205, (rest_204 * rest_204), rest_204) + (float4)(1.0f)) * as_float4(as_int4(half_206 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_203 - half_206) + 1.2583039E7f) << 23));
            float4 value_208 = (value_207 + (float4)(1.0f));
            float4 value_209 = ((float4)(1.0f) / value_208);
            store_first4_global(value_209, y + ((y_origin + (number_199 * y_pixel)) + channelOfAll_129), left_130);
        }
        int number_210 = (firstOfItem_127 + 3);
        if (number_210 < all_126) {
            float4 value_211 = (sum_81 + operand_176);
            float4 value_212 = (- value_211);
            float4 bounded_213 = at_most4(at_least4(value_212, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_214 = (fma(bounded_213, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_215 = fma(power_214, (float4)(2.1219444E-4f), fma(power_214, (float4)(-0.6933594f), bounded_213));
            float4 polynomial_216 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_215, (float4)(0.0013981999f)), rest_215, (float4)(0.008333452f)), rest_215, (float4)(0.041665796f)), rest_215, (float4)(0.16666666f)), rest_215, (float4)(0.5f));
            float4 half_217 = (fma(power_214, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_218 = (((fma(polynomial_216, (rest_215 * rest_215), rest_215) + (float4)(1.0f)) * as_float4(as_int4(half_217 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_214 - half_217) + 1.2583039E7f) << 23));
            float4 value_219 = (value_218 + (float4)(1.0f));
            float4 value_220 = ((float4)(1.0f) / value_219);
            store_first4_global(value_220, y + ((y_origin + (number_210 * y_pixel)) + channelOfAll_129), left_130);
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

void group32x32_rows_64299d041edd0901(const int place, const int item, const global float *restrict x, const global float *restrict w, global float *y, const global float *restrict e0, local float *elements_tile, local float *weights_tile, const int images, const int rows, const int width, const int channels, const int blocks, const int all_blocks, const int tiles, const int slice_steps, const int x_origin, const int x_image, const int x_row, const int x_pixel, const int x_group, const int taps_h, const int x_tap_h, const int taps_w, const int x_tap_w, const int run, const int y_origin, const int y_image, const int y_row, const int y_pixel)
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
    int weight_75 = ((((block_0 * steps_7) + firstStep_8) * 512) + (item * 4));
    int place_76 = ((item / 8) * 4);
    int channel_77 = ((item % 8) * 4);
    float4 sum_78 = (float4)(0.0f);
    float4 sum_79 = (float4)(0.0f);
    float4 sum_80 = (float4)(0.0f);
    float4 sum_81 = (float4)(0.0f);
    int half_82 = 0;
    int at_83 = ((offset_74 + k_73) + depth_10);
    element_20 = 0.0f;
    element_27 = 0.0f;
    element_34 = 0.0f;
    element_41 = 0.0f;
    element_48 = 0.0f;
    element_55 = 0.0f;
    element_62 = 0.0f;
    element_69 = 0.0f;
    if ((k_73 + depth_10) < run) {
        element_20 = x[(window_19 + at_83)];
        element_27 = x[(window_26 + at_83)];
        element_34 = x[(window_33 + at_83)];
        element_41 = x[(window_40 + at_83)];
        element_48 = x[(window_47 + at_83)];
        element_55 = x[(window_54 + at_83)];
        element_62 = x[(window_61 + at_83)];
        element_69 = x[(window_68 + at_83)];
    }
    float4 weights_84 = *(const global float4 *) (w + weight_75);
    float4 weights_85 = *(const global float4 *) (w + (weight_75 + 256));
    weight_75 = (weight_75 + 512);
    k_73 = (k_73 + 16);
    if ((run - 1) < k_73) {
        k_73 = 0;
        h_71 = (h_71 + 1);
        offset_74 = (offset_74 + x_tap_h);
    }
    int to_86 = (((half_82 * 576) + (depth_10 * 36)) + place_11);
    elements_tile[to_86] = element_20;
    elements_tile[(to_86 + 4)] = element_27;
    elements_tile[(to_86 + 8)] = element_34;
    elements_tile[(to_86 + 12)] = element_41;
    elements_tile[(to_86 + 16)] = element_48;
    elements_tile[(to_86 + 20)] = element_55;
    elements_tile[(to_86 + 24)] = element_62;
    elements_tile[(to_86 + 28)] = element_69;
    int first_87 = ((half_82 * 512) + (item * 4));
    *(local float4 *) (weights_tile + first_87) = weights_84;
    *(local float4 *) (weights_tile + (first_87 + 256)) = weights_85;
    barrier(CLK_LOCAL_MEM_FENCE);
    const int step_88_end = (endStep_9 + 1);
    for (int step_88 = (firstStep_8 + 1); step_88 < step_88_end; step_88 += 1) {
        if (step_88 < endStep_9) {
            int at_89 = ((offset_74 + k_73) + depth_10);
            element_20 = 0.0f;
            element_27 = 0.0f;
            element_34 = 0.0f;
            element_41 = 0.0f;
            element_48 = 0.0f;
            element_55 = 0.0f;
            element_62 = 0.0f;
            element_69 = 0.0f;
            if ((k_73 + depth_10) < run) {
                element_20 = x[(window_19 + at_89)];
                element_27 = x[(window_26 + at_89)];
                element_34 = x[(window_33 + at_89)];
                element_41 = x[(window_40 + at_89)];
                element_48 = x[(window_47 + at_89)];
                element_55 = x[(window_54 + at_89)];
                element_62 = x[(window_61 + at_89)];
                element_69 = x[(window_68 + at_89)];
            }
            weights_84 = *(const global float4 *) (w + weight_75);
            weights_85 = *(const global float4 *) (w + (weight_75 + 256));
            weight_75 = (weight_75 + 512);
            k_73 = (k_73 + 16);
            if ((run - 1) < k_73) {
                k_73 = 0;
                h_71 = (h_71 + 1);
                offset_74 = (offset_74 + x_tap_h);
            }
        }
        int elements_90 = ((half_82 * 576) + place_76);
        int weightsAt_91 = ((half_82 * 512) + channel_77);
        float4 four_92 = *(const local float4 *) (elements_tile + elements_90);
        float4 row_93 = *(const local float4 *) (weights_tile + weightsAt_91);
        sum_78 = fma((float4)(four_92.s0), row_93, sum_78);
        sum_79 = fma((float4)(four_92.s1), row_93, sum_79);
        sum_80 = fma((float4)(four_92.s2), row_93, sum_80);
        sum_81 = fma((float4)(four_92.s3), row_93, sum_81);
        float4 four_94 = *(const local float4 *) (elements_tile + (elements_90 + 36));
        float4 row_95 = *(const local float4 *) (weights_tile + (weightsAt_91 + 32));
        sum_78 = fma((float4)(four_94.s0), row_95, sum_78);
        sum_79 = fma((float4)(four_94.s1), row_95, sum_79);
        sum_80 = fma((float4)(four_94.s2), row_95, sum_80);
        sum_81 = fma((float4)(four_94.s3), row_95, sum_81);
        float4 four_96 = *(const local float4 *) (elements_tile + (elements_90 + 72));
        float4 row_97 = *(const local float4 *) (weights_tile + (weightsAt_91 + 64));
        sum_78 = fma((float4)(four_96.s0), row_97, sum_78);
        sum_79 = fma((float4)(four_96.s1), row_97, sum_79);
        sum_80 = fma((float4)(four_96.s2), row_97, sum_80);
        sum_81 = fma((float4)(four_96.s3), row_97, sum_81);
        float4 four_98 = *(const local float4 *) (elements_tile + (elements_90 + 108));
        float4 row_99 = *(const local float4 *) (weights_tile + (weightsAt_91 + 96));
        sum_78 = fma((float4)(four_98.s0), row_99, sum_78);
        sum_79 = fma((float4)(four_98.s1), row_99, sum_79);
        sum_80 = fma((float4)(four_98.s2), row_99, sum_80);
        sum_81 = fma((float4)(four_98.s3), row_99, sum_81);
        float4 four_100 = *(const local float4 *) (elements_tile + (elements_90 + 144));
        float4 row_101 = *(const local float4 *) (weights_tile + (weightsAt_91 + 128));
        sum_78 = fma((float4)(four_100.s0), row_101, sum_78);
        sum_79 = fma((float4)(four_100.s1), row_101, sum_79);
        sum_80 = fma((float4)(four_100.s2), row_101, sum_80);
        sum_81 = fma((float4)(four_100.s3), row_101, sum_81);
        float4 four_102 = *(const local float4 *) (elements_tile + (elements_90 + 180));
        float4 row_103 = *(const local float4 *) (weights_tile + (weightsAt_91 + 160));
        sum_78 = fma((float4)(four_102.s0), row_103, sum_78);
        sum_79 = fma((float4)(four_102.s1), row_103, sum_79);
        sum_80 = fma((float4)(four_102.s2), row_103, sum_80);
        sum_81 = fma((float4)(four_102.s3), row_103, sum_81);
        float4 four_104 = *(const local float4 *) (elements_tile + (elements_90 + 216));
        float4 row_105 = *(const local float4 *) (weights_tile + (weightsAt_91 + 192));
        sum_78 = fma((float4)(four_104.s0), row_105, sum_78);
        sum_79 = fma((float4)(four_104.s1), row_105, sum_79);
        sum_80 = fma((float4)(four_104.s2), row_105, sum_80);
        sum_81 = fma((float4)(four_104.s3), row_105, sum_81);
        float4 four_106 = *(const local float4 *) (elements_tile + (elements_90 + 252));
        float4 row_107 = *(const local float4 *) (weights_tile + (weightsAt_91 + 224));
        sum_78 = fma((float4)(four_106.s0), row_107, sum_78);
        sum_79 = fma((float4)(four_106.s1), row_107, sum_79);
        sum_80 = fma((float4)(four_106.s2), row_107, sum_80);
        sum_81 = fma((float4)(four_106.s3), row_107, sum_81);
        float4 four_108 = *(const local float4 *) (elements_tile + (elements_90 + 288));
        float4 row_109 = *(const local float4 *) (weights_tile + (weightsAt_91 + 256));
        sum_78 = fma((float4)(four_108.s0), row_109, sum_78);
        sum_79 = fma((float4)(four_108.s1), row_109, sum_79);
        sum_80 = fma((float4)(four_108.s2), row_109, sum_80);
        sum_81 = fma((float4)(four_108.s3), row_109, sum_81);
        float4 four_110 = *(const local float4 *) (elements_tile + (elements_90 + 324));
        float4 row_111 = *(const local float4 *) (weights_tile + (weightsAt_91 + 288));
        sum_78 = fma((float4)(four_110.s0), row_111, sum_78);
        sum_79 = fma((float4)(four_110.s1), row_111, sum_79);
        sum_80 = fma((float4)(four_110.s2), row_111, sum_80);
        sum_81 = fma((float4)(four_110.s3), row_111, sum_81);
        float4 four_112 = *(const local float4 *) (elements_tile + (elements_90 + 360));
        float4 row_113 = *(const local float4 *) (weights_tile + (weightsAt_91 + 320));
        sum_78 = fma((float4)(four_112.s0), row_113, sum_78);
        sum_79 = fma((float4)(four_112.s1), row_113, sum_79);
        sum_80 = fma((float4)(four_112.s2), row_113, sum_80);
        sum_81 = fma((float4)(four_112.s3), row_113, sum_81);
        float4 four_114 = *(const local float4 *) (elements_tile + (elements_90 + 396));
        float4 row_115 = *(const local float4 *) (weights_tile + (weightsAt_91 + 352));
        sum_78 = fma((float4)(four_114.s0), row_115, sum_78);
        sum_79 = fma((float4)(four_114.s1), row_115, sum_79);
        sum_80 = fma((float4)(four_114.s2), row_115, sum_80);
        sum_81 = fma((float4)(four_114.s3), row_115, sum_81);
        float4 four_116 = *(const local float4 *) (elements_tile + (elements_90 + 432));
        float4 row_117 = *(const local float4 *) (weights_tile + (weightsAt_91 + 384));
        sum_78 = fma((float4)(four_116.s0), row_117, sum_78);
        sum_79 = fma((float4)(four_116.s1), row_117, sum_79);
        sum_80 = fma((float4)(four_116.s2), row_117, sum_80);
        sum_81 = fma((float4)(four_116.s3), row_117, sum_81);
        float4 four_118 = *(const local float4 *) (elements_tile + (elements_90 + 468));
        float4 row_119 = *(const local float4 *) (weights_tile + (weightsAt_91 + 416));
        sum_78 = fma((float4)(four_118.s0), row_119, sum_78);
        sum_79 = fma((float4)(four_118.s1), row_119, sum_79);
        sum_80 = fma((float4)(four_118.s2), row_119, sum_80);
        sum_81 = fma((float4)(four_118.s3), row_119, sum_81);
        float4 four_120 = *(const local float4 *) (elements_tile + (elements_90 + 504));
        float4 row_121 = *(const local float4 *) (weights_tile + (weightsAt_91 + 448));
        sum_78 = fma((float4)(four_120.s0), row_121, sum_78);
        sum_79 = fma((float4)(four_120.s1), row_121, sum_79);
        sum_80 = fma((float4)(four_120.s2), row_121, sum_80);
        sum_81 = fma((float4)(four_120.s3), row_121, sum_81);
        float4 four_122 = *(const local float4 *) (elements_tile + (elements_90 + 540));
        float4 row_123 = *(const local float4 *) (weights_tile + (weightsAt_91 + 480));
        sum_78 = fma((float4)(four_122.s0), row_123, sum_78);
        sum_79 = fma((float4)(four_122.s1), row_123, sum_79);
        sum_80 = fma((float4)(four_122.s2), row_123, sum_80);
        sum_81 = fma((float4)(four_122.s3), row_123, sum_81);
        half_82 = (1 - half_82);
        if (step_88 < endStep_9) {
            int to_124 = (((half_82 * 576) + (depth_10 * 36)) + place_11);
            elements_tile[to_124] = element_20;
            elements_tile[(to_124 + 4)] = element_27;
            elements_tile[(to_124 + 8)] = element_34;
            elements_tile[(to_124 + 12)] = element_41;
            elements_tile[(to_124 + 16)] = element_48;
            elements_tile[(to_124 + 20)] = element_55;
            elements_tile[(to_124 + 24)] = element_62;
            elements_tile[(to_124 + 28)] = element_69;
            int first_125 = ((half_82 * 512) + (item * 4));
            *(local float4 *) (weights_tile + first_125) = weights_84;
            *(local float4 *) (weights_tile + (first_125 + 256)) = weights_85;
        }
        barrier(CLK_LOCAL_MEM_FENCE);
    }
    int all_126 = ((images * rows) * width);
    int firstOfItem_127 = (firstPlace_5 + place_76);
    int inGroup_128 = (firstChannel_4 + channel_77);
    int channelOfAll_129 = ((group_3 * channels) + inGroup_128);
    int left_130 = (channels - inGroup_128);
    if (0 < left_130) {
        float4 operand_131 = *(const global float4 *) (e0 + channelOfAll_129);
        int number_132 = firstOfItem_127;
        if (number_132 < all_126) {
            float4 value_133 = (sum_78 + operand_131);
            float4 value_134 = (- value_133);
            float4 bounded_135 = at_most4(at_least4(value_134, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_136 = (fma(bounded_135, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_137 = fma(power_136, (float4)(2.1219444E-4f), fma(power_136, (float4)(-0.6933594f), bounded_135));
            float4 polynomial_138 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_137, (float4)(0.0013981999f)), rest_137, (float4)(0.008333452f)), rest_137, (float4)(0.041665796f)), rest_137, (float4)(0.16666666f)), rest_137, (float4)(0.5f));
            float4 half_139 = (fma(power_136, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_140 = (((fma(polynomial_138, (rest_137 * rest_137), rest_137) + (float4)(1.0f)) * as_float4(as_int4(half_139 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_136 - half_139) + 1.2583039E7f) << 23));
            float4 value_141 = (value_140 + (float4)(1.0f));
            float4 value_142 = ((float4)(1.0f) / value_141);
            *(global float4 *) (y + ((y_origin + (number_132 * y_pixel)) + channelOfAll_129)) = value_142;
        }
        int number_143 = (firstOfItem_127 + 1);
        if (number_143 < all_126) {
            float4 value_144 = (sum_79 + operand_131);
            float4 value_145 = (- value_144);
            float4 bounded_146 = at_most4(at_least4(value_145, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_147 = (fma(bounded_146, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_148 = fma(power_147, (float4)(2.1219444E-4f), fma(power_147, (float4)(-0.6933594f), bounded_146));
            float4 polynomial_149 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_148, (float4)(0.0013981999f)), rest_148, (float4)(0.008333452f)), rest_148, (float4)(0.041665796f)), rest_148, (float4)(0.16666666f)), rest_148, (float4)(0.5f));
            float4 half_150 = (fma(power_147, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_151 = (((fma(polynomial_149, (rest_148 * rest_148), rest_148) + (float4)(1.0f)) * as_float4(as_int4(half_150 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_147 - half_150) + 1.2583039E7f) << 23));
            float4 value_152 = (value_151 + (float4)(1.0f));
            float4 value_153 = ((float4)(1.0f) / value_152);
            *(global float4 *) (y + ((y_origin + (number_143 * y_pixel)) + channelOfAll_129)) = value_153;
        }
        int number_154 = (firstOfItem_127 + 2);
        if (number_154 < all_126) {
            float4 value_155 = (sum_80 + operand_131);
            float4 value_156 = (- value_155);
            float4 bounded_157 = at_most4(at_least4(value_156, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_158 = (fma(bounded_157, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_159 = fma(power_158, (float4)(2.1219444E-4f), fma(power_158, (float4)(-0.6933594f), bounded_157));
            float4 polynomial_160 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_159, (float4)(0.0013981999f)), rest_159, (float4)(0.008333452f)), rest_159, (float4)(0.041665796f)), rest_159, (float4)(0.16666666f)), rest_159, (float4)(0.5f));
            float4 half_161 = (fma(power_158, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_162 = (((fma(polynomial_160, (rest_159 * rest_159), rest_159) + (float4)(1.0f)) * as_float4(as_int4(half_161 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_158 - half_161) + 1.2583039E7f) << 23));
            float4 value_163 = (value_162 + (float4)(1.0f));
            float4 value_164 = ((float4)(1.0f) / value_163);
            *(global float4 *) (y + ((y_origin + (number_154 * y_pixel)) + channelOfAll_129)) = value_164;
        }
        int number_165 = (firstOfItem_127 + 3);
        if (number_165 < all_126) {
            float4 value_166 = (sum_81 + operand_131);
            float4 value_167 = (- value_166);
            float4 bounded_168 = at_most4(at_least4(value_167, (float4)(-104.0f)), (float4)(89.0f));
            float4 power_169 = (fma(bounded_168, (float4)(1.442695f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 rest_170 = fma(power_169, (float4)(2.1219444E-4f), fma(power_169, (float4)(-0.6933594f), bounded_168));
            float4 polynomial_171 = fma(fma(fma(fma(fma((float4)(1.9875691E-4f), rest_170, (float4)(0.0013981999f)), rest_170, (float4)(0.008333452f)), rest_170, (float4)(0.041665796f)), rest_170, (float4)(0.16666666f)), rest_170, (float4)(0.5f));
            float4 half_172 = (fma(power_169, (float4)(0.5f), (float4)(1.2582912E7f)) - (float4)(1.2582912E7f));
            float4 value_173 = (((fma(polynomial_171, (rest_170 * rest_170), rest_170) + (float4)(1.0f)) * as_float4(as_int4(half_172 + 1.2583039E7f) << 23)) * as_float4(as_int4((power_169 - half_172) + 1.2583039E7f) << 23));
            float4 value_174 = (value_173 + (float4)(1.0f));
            float4 value_175 = ((float4)(1.0f) / value_174);
            *(global float4 *) (y + ((y_origin + (number_165 * y_pixel)) + channelOfAll_129)) = value_175;
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

kernel __attribute__((reqd_work_group_size(64, 1, 1)))
void group32x32_rows_6a36dcc5e5026bfb(global float *b0, const long o0, global float *b1, const long o1, global float *b2, const long o2, global float *b3, const long o3, const long images, const long rows, const long width, const long channels, const long blocks, const long all_blocks, const long tiles, const long slice_steps, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_group, const long taps_h, const long x_tap_h, const long taps_w, const long x_tap_w, const long run, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    local float elements_tile[1152] __attribute__((aligned(64)));
    local float weights_tile[1024] __attribute__((aligned(64)));
    {
        const long index = get_group_id(0);
        group32x32_rows_e4670b4dce72090a(index, get_local_id(0), b0 + o0, b1 + o1, b2 + o2, b3 + o3, elements_tile, weights_tile, images, rows, width, channels, blocks, all_blocks, tiles, slice_steps, x_origin, x_image, x_row, x_pixel, x_group, taps_h, x_tap_h, taps_w, x_tap_w, run, y_origin, y_image, y_row, y_pixel);
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

kernel __attribute__((reqd_work_group_size(64, 1, 1)))
void group32x32_rows_35ff8ddae556ddde(global float *b0, const long o0, global float *b1, const long o1, global float *b2, const long o2, global float *b3, const long o3, const long images, const long rows, const long width, const long channels, const long blocks, const long all_blocks, const long tiles, const long slice_steps, const long x_origin, const long x_image, const long x_row, const long x_pixel, const long x_group, const long taps_h, const long x_tap_h, const long taps_w, const long x_tap_w, const long run, const long y_origin, const long y_image, const long y_row, const long y_pixel)
{
    local float elements_tile[1152] __attribute__((aligned(64)));
    local float weights_tile[1024] __attribute__((aligned(64)));
    {
        const long index = get_group_id(0);
        group32x32_rows_64299d041edd0901(index, get_local_id(0), b0 + o0, b1 + o1, b2 + o2, b3 + o3, elements_tile, weights_tile, images, rows, width, channels, blocks, all_blocks, tiles, slice_steps, x_origin, x_image, x_row, x_pixel, x_group, taps_h, x_tap_h, taps_w, x_tap_w, run, y_origin, y_image, y_row, y_pixel);
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

