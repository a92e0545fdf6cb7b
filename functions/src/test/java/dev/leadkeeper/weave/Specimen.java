package dev.leadkeeper.weave;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/** One of each kind of what is woven, and what it does in words. {@link WeaveTest} weaves a copy of it. */
public final class Specimen implements Supplier<List<String>> {
    private final String own = "own";
    private int calls;

    sealed interface Shape {
        record Circle(int radius) implements Shape {}

        record Square(long side, String name) implements Shape {}

        record Nothing() implements Shape {}

        /** A switch within an interface. */
        static String plain(Shape shape) {
            return switch (shape) {
                case Circle(int radius) when radius > 10 -> "large circle";
                case Circle circle -> "circle " + circle.radius();
                case Square(long side, String name) -> name + side;
                case Nothing nothing -> "nothing";
            };
        }

        /** A function of an interface's private method. */
        default Supplier<String> told() {
            return this::secret;
        }

        private String secret() {
            return "secret " + plain(this);
        }
    }

    record Everything(boolean truth, byte small, char letter, short lesser, int usual, long great, float rough, double fine, String text,
                      int[] array) {}

    @Override
    public List<String> get() {
        var said = new ArrayList<String>();
        switches(said);
        functions(said);
        records(said);
        return said;
    }

    private void switches(List<String> said) {
        for (var each : List.of(new Shape.Circle(11), new Shape.Circle(3), new Shape.Square(4, "four"), new Shape.Nothing())) {
            said.add(Shape.plain(each));
            said.add(each.told().get());
        }
        for (var each : new Object[] {"a", "bc", 1, 2L, 'x', null, List.of(1), new int[] {7}}) {
            said.add(kind(each));
        }
        for (var each : new String[] {"one", "two", "other", null}) {
            said.add(switch (each) {
                case null -> "none";
                case "one" -> "1";
                case String text when text.length() == 3 -> "three letters";
                case String text -> text;
            });
        }
    }

    private static String kind(Object value) {
        return switch (value) {
            case null -> "null";
            case String text when text.length() > 1 -> "text " + text;
            case Integer number -> "int " + number;
            case Long number -> "long " + number;
            case CharSequence chars -> "chars " + chars;
            case List<?> list -> "list " + list.size();
            case int[] array -> "array " + array[0];
            default -> value.getClass().getSimpleName();
        };
    }

    private void functions(List<String> said) {
        int number = 3;
        long great = 4_000_000_000L;
        double fine = 0.5;
        var text = "t";
        Function<String, String> captures = given -> given + number + great + fine + text + own;
        Function<String, Integer> length = String::length;
        Function<String, Everything> missing = given -> null;
        Supplier<List<String>> create = ArrayList::new;
        IntFunction<int[]> array = int[]::new;
        IntPredicate even = value -> value % 2 == 0;
        ToLongFunction<Integer> widened = Integer::intValue;
        BiFunction<String, String, String> joined = String::concat;
        UnaryOperator<String> bound = "pre"::concat;
        Comparator<String> order = (a, b) -> b.compareTo(a);
        Runnable counts = this::count;
        Runnable dropped = () -> Integer.valueOf(number).hashCode();
        counts.run();
        counts.run();
        dropped.run();
        said.add(captures.apply("c") + length.apply("four") + missing.apply("x") + create.get() + array.apply(2).length + even.test(2) + even.test(3)
                + widened.applyAsLong(7) + joined.apply("a", "b") + bound.apply("fix") + calls + captures.andThen(length).apply(""));
        said.add(String.join(",", List.of("b", "c", "a").stream().sorted(order).map(each -> each + each).toList()));
        said.add(error(() -> raw(length).apply(5)));
    }

    private int count() {
        return ++calls;
    }

    @SuppressWarnings("unchecked")
    private static Function<Object, Object> raw(Function<?, ?> function) {
        return (Function<Object, Object>) function;
    }

    private static String error(Supplier<Object> call) {
        try {
            return String.valueOf(call.get());
        } catch (ClassCastException e) {
            return "class cast";
        }
    }

    private void records(List<String> said) {
        int[] array = {1};
        var all = new Everything(true, (byte) 1, 'c', (short) 2, 3, 4, 5, 6, "seven", array);
        var others = List.of(new Everything(true, (byte) 1, 'c', (short) 2, 3, 4, 5, 6, "seven", array),
                new Everything(false, (byte) 1, 'c', (short) 2, 3, 4, 5, 6, "seven", array),
                new Everything(true, (byte) 9, 'c', (short) 2, 3, 4, 5, 6, "seven", array),
                new Everything(true, (byte) 1, 'd', (short) 2, 3, 4, 5, 6, "seven", array),
                new Everything(true, (byte) 1, 'c', (short) 9, 3, 4, 5, 6, "seven", array),
                new Everything(true, (byte) 1, 'c', (short) 2, 9, 4, 5, 6, "seven", array),
                new Everything(true, (byte) 1, 'c', (short) 2, 3, 1L << 40, 5, 6, "seven", array),
                new Everything(true, (byte) 1, 'c', (short) 2, 3, 4, Float.NaN, 6, "seven", array),
                new Everything(true, (byte) 1, 'c', (short) 2, 3, 4, 5, -0.0, "seven", array),
                new Everything(true, (byte) 1, 'c', (short) 2, 3, 4, 5, 6, null, array),
                new Everything(true, (byte) 1, 'c', (short) 2, 3, 4, 5, 6, "seven", new int[] {1}));
        for (var each : others) {
            said.add(all.equals(each) + " " + each.equals(each) + " " + (each.hashCode() == all.hashCode()));
        }
        said.add(new Shape.Square(1L << 33, null).hashCode() + " " + new Shape.Nothing().hashCode() + " " + new Shape.Circle(5).hashCode()
                + new Shape.Nothing().equals(null) + new Shape.Nothing().equals("x") + new Shape.Nothing().equals(new Shape.Nothing())
                + new Shape.Circle(1));
        said.add(String.valueOf(new Everything(true, (byte) 1, 'c', (short) 2, 3, 4, -0.0f, Double.NaN, "seven", null).hashCode()));
        said.add(String.valueOf(new Everything(true, (byte) 1, 'c', (short) 2, 3, 4, -0.0f, Double.NaN, "x", null)
                .equals(new Everything(true, (byte) 1, 'c', (short) 2, 3, 4, 0.0f, Double.NaN, "x", null))));
    }
}
