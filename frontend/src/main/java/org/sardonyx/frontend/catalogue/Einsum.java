package org.sardonyx.frontend.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.sardonyx.ir.ModelException;
import org.sardonyx.ir.graph.Expressions;
import org.sardonyx.ir.graph.Operand;
import org.sardonyx.ir.operator.ReduceFunction;
import org.sardonyx.ir.operator.Slice;
import org.sardonyx.ir.type.Dimension;

/// Einstein's summation: each axis of the inputs has a letter, and the result is the sum over the letters that it does
/// not have of the products of the elements. Inputs are multiplied from left to right, as matrix products where there is
/// something to sum over.
///
/// @see <a href="https://onnx.ai/onnx/operators/onnx__Einsum.html">Einsum</a>
final class Einsum {
    private static final Pattern TERM = Pattern.compile("([A-Za-z]*)(\\.\\.\\.)?([A-Za-z]*)");
    private static final int LONGEST = 4096;
    /// The label of the last axis that an ellipsis stands for; those before it have the following ones.
    private static final char ELLIPSIS = '\uE000';

    /// A tensor and the labels of its axes.
    private record Term(Operand operand, String labels) {
        boolean has(int label) {
            return labels.indexOf(label) >= 0;
        }

        Dimension size(int label) {
            return operand.shape().dimension(labels.indexOf(label));
        }
    }

    private final Expressions e;
    private final String equation;

    private Einsum(Expressions e, String equation) {
        this.e = e;
        this.equation = equation;
    }

    static Operand expand(OnnxNode n, Expressions e) {
        String equation = n.attributes().text("equation", "").replace(" ", "");
        if (equation.length() > LONGEST) {
            throw new ModelException("an equation of " + equation.length() + " characters");
        }
        return new Einsum(e, equation).expand(n.allInputs());
    }

    private Operand expand(List<Operand> inputs) {
        String[] sides = equation.split("->", -1);
        String[] texts = sides[0].split(",", -1);
        if (sides.length > 2 || texts.length != inputs.size()) {
            throw new ModelException("equation '" + equation + "' for " + inputs.size() + " inputs");
        }
        List<Term> terms = new ArrayList<>();
        int ellipsis = 0;
        for (int i = 0; i < texts.length; i++) {
            int rank = inputs.get(i).shape().rank();
            int hidden = rank - letters(texts[i]);
            if (hidden < 0 || hidden > 0 && !texts[i].contains(".")) {
                throw new ModelException("equation '" + equation + "': term '" + texts[i] + "' for an input of shape "
                        + inputs.get(i).shape());
            }
            ellipsis = Math.max(ellipsis, hidden);
            terms.add(diagonal(new Term(inputs.get(i), labels(texts[i], hidden))));
        }
        String output = sides.length == 2 ? labels(sides[1], ellipsis) : implicitOutput(texts, ellipsis);
        boolean wrong = output.chars().distinct().count() != output.length()
                || !output.chars().allMatch(label -> terms.stream().anyMatch(term -> term.has(label)));
        if (wrong) {
            throw new ModelException("equation '" + equation + "': an output letter is repeated or in no input");
        }
        return sumOfProducts(terms.stream().map(term -> withoutBroadcast(term, terms)).toList(), output);
    }

    private Operand sumOfProducts(List<Term> terms, String output) {
        Term product = terms.getFirst();
        for (int i = 1; i < terms.size(); i++) {
            StringBuilder needed = new StringBuilder(output);
            terms.subList(i + 1, terms.size()).forEach(term -> needed.append(term.labels()));
            product = multiply(product, terms.get(i), needed.toString());
        }
        return ordered(summed(product, label -> output.indexOf(label) < 0), output);
    }

    private Matcher match(String term) {
        Matcher matcher = TERM.matcher(term);
        if (!matcher.matches()) {
            throw new ModelException("equation '" + equation + "': term '" + term
                    + "', expected letters and at most one ellipsis");
        }
        return matcher;
    }

    private int letters(String term) {
        Matcher matcher = match(term);
        return matcher.group(1).length() + matcher.group(3).length();
    }

    private String labels(String term, int ellipsis) {
        Matcher matcher = match(term);
        StringBuilder labels = new StringBuilder(matcher.group(1));
        for (int i = ellipsis - 1; i >= 0 && matcher.group(2) != null; i--) {
            labels.append((char) (ELLIPSIS + i));
        }
        return labels.append(matcher.group(3)).toString();
    }

    /// The ellipsis, then the letters that stand at one place only, in the order of their codes.
    private String implicitOutput(String[] terms, int ellipsis) {
        String all = String.join("", terms).replace(".", "");
        StringBuilder output = new StringBuilder(labels("...", ellipsis));
        all.chars().filter(letter -> all.indexOf(letter) == all.lastIndexOf(letter)).sorted()
                .forEach(letter -> output.append((char) letter));
        return output.toString();
    }

    /// Two axes of one label become their diagonal: every (n+1)th element of the n*n of both.
    private Term diagonal(Term term) {
        for (int first = 0; first < term.labels().length(); first++) {
            char label = term.labels().charAt(first);
            int second = term.labels().indexOf(label, first + 1);
            if (second < 0) {
                continue;
            }
            if (term.operand().shape().dimension(first).neverSameSize(term.operand().shape().dimension(second))) {
                throw new ModelException("equation '" + equation + "': '" + label
                        + "' stands for axes of different sizes of a tensor of shape " + term.operand().shape());
            }
            String others = new StringBuilder(term.labels()).deleteCharAt(second).deleteCharAt(first).toString();
            int rank = others.length();
            IntStream kept = IntStream.range(0, rank + 2).filter(axis -> term.labels().charAt(axis) != label
                    || axis != term.labels().indexOf(label) && axis != second);
            Operand last = e.transpose(term.operand(), IntStream.concat(kept, IntStream.of(first, second)).toArray());
            Operand size = e.sizeOf(last, -1);
            Operand flat = e.reshape(last,
                    e.concat(0, e.slice(e.shapeOf(last), 0, 0, rank), e.multiply(size, size)));
            Operand diagonal = e.apply(new Slice(List.of(rank)), flat, e.longs(0), e.longs(Long.MAX_VALUE),
                    e.add(size, 1));
            return diagonal(new Term(diagonal, others + label));
        }
        return term;
    }

    /// Drops the axes of size 1 that are repeated to the size another term has there.
    private Term withoutBroadcast(Term term, List<Term> terms) {
        StringBuilder labels = new StringBuilder();
        List<Long> dropped = new ArrayList<>();
        for (int axis = 0; axis < term.labels().length(); axis++) {
            char label = term.labels().charAt(axis);
            boolean repeated = term.size(label).is(1)
                    && terms.stream().anyMatch(other -> other.has(label) && !other.size(label).is(1));
            if (repeated) {
                dropped.add((long) axis);
            } else {
                labels.append(label);
            }
        }
        long[] axes = dropped.stream().mapToLong(Long::longValue).toArray();
        return axes.length == 0 ? term : new Term(e.squeeze(term.operand(), axes), labels.toString());
    }

    private Term summed(Term term, IntPredicate summed) {
        long[] axes = IntStream.range(0, term.labels().length())
                .filter(axis -> summed.test(term.labels().charAt(axis))).asLongStream().toArray();
        return axes.length == 0
                ? term
                : new Term(e.reduce(ReduceFunction.SUM, term.operand(), false, e.longs(axes)),
                        only(term.labels(), label -> !summed.test(label)));
    }

    private static String only(String labels, IntPredicate kept) {
        return labels.chars().filter(kept).collect(StringBuilder::new, StringBuilder::appendCodePoint,
                StringBuilder::append).toString();
    }

    private Operand ordered(Term term, String labels) {
        int[] permutation = labels.chars().map(term.labels()::indexOf).toArray();
        boolean inOrder = term.labels().equals(labels);
        return inOrder ? term.operand() : e.transpose(term.operand(), permutation);
    }

    /// The product of two terms, summed over the labels that both have and nothing needs any more.
    private Term multiply(Term left, Term right, String needed) {
        Term a = summed(left, label -> needed.indexOf(label) < 0 && !right.has(label));
        Term b = summed(right, label -> needed.indexOf(label) < 0 && !left.has(label));
        String batch = only(a.labels(), label -> b.has(label) && needed.indexOf(label) >= 0);
        String common = only(a.labels(), label -> b.has(label) && needed.indexOf(label) < 0);
        String ofA = only(a.labels(), label -> !b.has(label));
        String ofB = only(b.labels(), label -> !a.has(label));
        String labels = batch + ofA + ofB;
        Operand x = ordered(a, batch + ofA + common);
        Operand y = ordered(b, batch + common + ofB);
        int first = batch.length();
        if (common.isEmpty()) {
            Operand column = e.unsqueeze(x, axes(first + ofA.length(), ofB.length()));
            return new Term(e.multiply(column, e.unsqueeze(y, axes(first, ofA.length()))), labels);
        }
        Operand product = e.matMul(matrix(x, first, first + ofA.length()), matrix(y, first, first + common.length()));
        if (ofA.length() == 1 && ofB.length() == 1) {
            return new Term(product, labels);
        }
        Operand sizes = e.concat(0, e.slice(e.shapeOf(product), 0, 0, first),
                e.slice(e.shapeOf(x), 0, first, first + ofA.length()),
                e.slice(e.shapeOf(y), 0, first + common.length(), Long.MAX_VALUE));
        return new Term(e.reshape(product, sizes), labels);
    }

    private static long[] axes(int first, int count) {
        return IntStream.range(first, first + count).asLongStream().toArray();
    }

    /// The axes from `first` to `middle` become one, and so do those after.
    private Operand matrix(Operand x, int first, int middle) {
        int rank = x.shape().rank();
        if (middle - first == 1 && rank - middle == 1) {
            return x;
        }
        return e.reshape(x, e.concat(0, e.slice(e.shapeOf(x), 0, 0, first), e.sizeOf(x, first, middle),
                e.sizeOf(x, middle, rank)));
    }
}
