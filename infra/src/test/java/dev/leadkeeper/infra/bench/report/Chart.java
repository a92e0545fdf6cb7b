package dev.leadkeeper.infra.bench.report;

import java.util.List;

/**
 * Lines over logarithmic axes.
 *
 * @param file  name of the drawing, without folder and ending
 * @param title what it shows
 * @param x     what the horizontal axis counts, with unit
 * @param y     the same for the vertical one
 * @param lines at most four, told apart by colour, dash and label
 */
public record Chart(String file, String title, String x, String y, List<Line> lines) {
    public Chart {
        lines = List.copyOf(lines);
    }

    /** @param points in the order of x; all values are above 0 */
    public record Line(String name, List<Point> points) {
        public Line {
            points = List.copyOf(points);
        }
    }

    /** @param low least and {@code high} most of the runs, drawn as a bar through {@code y} */
    public record Point(double x, double y, double low, double high) {}
}
