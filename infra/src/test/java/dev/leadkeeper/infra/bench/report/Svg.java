package dev.leadkeeper.infra.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Draws a chart: logarithmic axes with a line for each power of ten, and every line labelled at its end. */
final class Svg {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 400;
    private static final int LEFT = 78;
    private static final int RIGHT = 178;
    private static final int TOP = 48;
    private static final int BOTTOM = 56;
    /** Okabe and Ito's colours, which the colour-blind can tell apart. */
    private static final List<String> COLOURS = List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7");
    private static final List<String> DASHES = List.of("none", "6 3", "2 3", "8 3 2 3");
    /** Least distance of two labels, in pixels. */
    private static final double LABEL = 16;

    private final Chart chart;
    private final Axis x;
    private final Axis y;
    private final StringBuilder out = new StringBuilder();

    private Svg(Chart chart) {
        this.chart = chart;
        x = Axis.over(points(chart).map(Chart.Point::x).toList(), LEFT, WIDTH - RIGHT, false);
        y = Axis.over(points(chart).flatMap(point -> Stream.of(point.low(), point.high())).toList(), HEIGHT - BOTTOM, TOP, true);
    }

    static String of(Chart chart) {
        return new Svg(chart).draw();
    }

    private static Stream<Chart.Point> points(Chart chart) {
        return chart.lines().stream().flatMap(line -> line.points().stream());
    }

    /** A logarithmic scale from values to pixels. */
    private record Axis(double low, double high, double from, double to) {
        static Axis over(List<Double> values, double from, double to, boolean wholeDecades) {
            var low = Math.log10(values.stream().mapToDouble(each -> each).min().orElse(1));
            var high = Math.log10(values.stream().mapToDouble(each -> each).max().orElse(10));
            if (wholeDecades) {
                low = Math.floor(low);
                high = Math.max(low + 1, Math.ceil(high));
            }
            return new Axis(low, high, from, to);
        }

        double at(double value) {
            return from + (to - from) * (Math.log10(value) - low) / (high - low);
        }
    }

    private String draw() {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                + "\" font-family=\"system-ui, sans-serif\" font-size=\"13\" role=\"img\">\n<title>" + chart.title() + "</title>\n");
        out.append("<rect width=\"" + WIDTH + "\" height=\"" + HEIGHT + "\" fill=\"#ffffff\"/>\n");
        text(LEFT, 26, "start", "15", "600", chart.title());
        grid();
        var ends = new double[chart.lines().size()];
        for (int i = 0; i < chart.lines().size(); i++) {
            ends[i] = y.at(chart.lines().get(i).points().getLast().y());
        }
        var places = apart(ends);
        for (int i = 0; i < chart.lines().size(); i++) {
            line(chart.lines().get(i), COLOURS.get(i), DASHES.get(i), ends[i], places[i]);
        }
        return out.append("</svg>\n").toString();
    }

    private void grid() {
        for (var tick = (int) y.low(); tick <= y.high(); tick++) {
            var at = y.at(Math.pow(10, tick));
            rule(LEFT, at, WIDTH - RIGHT, at, "#dddddd");
            text(LEFT - 8, at + 4, "end", "12", "400", Numbers.plain(Math.pow(10, tick)));
        }
        chart.lines().getFirst().points().forEach(point -> {
            rule(x.at(point.x()), HEIGHT - BOTTOM, x.at(point.x()), HEIGHT - BOTTOM + 5, "#666666");
            text(x.at(point.x()), HEIGHT - BOTTOM + 20, "middle", "12", "400", Numbers.plain(point.x()));
        });
        rule(LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM, "#666666");
        text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 14, "middle", "13", "400", chart.x());
        out.append("<g transform=\"rotate(-90 18 " + px((TOP + HEIGHT - BOTTOM) / 2.0) + ")\">");
        text(18, (TOP + HEIGHT - BOTTOM) / 2.0, "middle", "13", "400", chart.y());
        out.append("</g>\n");
    }

    private void line(Chart.Line line, String colour, String dash, double end, double label) {
        var path = new StringBuilder();
        for (var point : line.points()) {
            path.append(path.isEmpty() ? "M" : " L").append(px(x.at(point.x()))).append(' ').append(px(y.at(point.y())));
            out.append("<line x1=\"" + px(x.at(point.x())) + "\" y1=\"" + px(y.at(point.low())) + "\" x2=\"" + px(x.at(point.x()))
                    + "\" y2=\"" + px(y.at(point.high())) + "\" stroke=\"" + colour + "\" stroke-width=\"5\" opacity=\"0.3\"/>\n");
            out.append("<circle cx=\"" + px(x.at(point.x())) + "\" cy=\"" + px(y.at(point.y())) + "\" r=\"3.5\" fill=\"" + colour + "\"/>\n");
        }
        out.append("<path d=\"" + path + "\" fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"2\" stroke-dasharray=\"" + dash + "\"/>\n");
        if (Math.abs(label - end) > 2) {
            rule(WIDTH - RIGHT + 3, end, WIDTH - RIGHT + 12, label, colour);
        }
        out.append("<text x=\"" + (WIDTH - RIGHT + 15) + "\" y=\"" + px(label + 4) + "\" font-size=\"12\" fill=\"" + colour + "\">"
                + escaped(line.name()) + "</text>\n");
    }

    /** The labels' places: each at its line's end, pushed down where the one above leaves no room. */
    private static double[] apart(double[] ends) {
        var places = ends.clone();
        var order = java.util.stream.IntStream.range(0, ends.length).boxed()
                .sorted(java.util.Comparator.comparingDouble(i -> ends[i])).toList();
        for (int i = 1; i < order.size(); i++) {
            places[order.get(i)] = Math.max(places[order.get(i)], places[order.get(i - 1)] + LABEL);
        }
        return places;
    }

    private void rule(double x1, double y1, double x2, double y2, String colour) {
        out.append("<line x1=\"" + px(x1) + "\" y1=\"" + px(y1) + "\" x2=\"" + px(x2) + "\" y2=\"" + px(y2) + "\" stroke=\"" + colour + "\"/>\n");
    }

    private void text(double x, double y, String anchor, String size, String weight, String words) {
        out.append("<text x=\"" + px(x) + "\" y=\"" + px(y) + "\" text-anchor=\"" + anchor + "\" font-size=\"" + size
                + "\" font-weight=\"" + weight + "\" fill=\"#222222\">" + escaped(words) + "</text>\n");
    }

    private static String px(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
