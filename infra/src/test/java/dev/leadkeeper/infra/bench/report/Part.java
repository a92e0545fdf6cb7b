package dev.leadkeeper.infra.bench.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What one part of the benchmarks found.
 *
 * @param title   as a heading
 * @param about   how it was measured, in a few sentences
 * @param figures in the order of their importance
 * @param grids   tables of detail
 * @param charts  drawn beside the tables
 * @param remarks what a reader should know, such as why a target is missed
 */
public record Part(String title, String about, List<Figure> figures, List<Grid> grids, List<Chart> charts, List<String> remarks) {
    public Part {
        figures = List.copyOf(figures);
        grids = List.copyOf(grids);
        charts = List.copyOf(charts);
        remarks = List.copyOf(remarks);
    }

    /** Whether everything in it was counted rather than measured, so that nothing has a spread. */
    boolean counted() {
        return figures.stream().allMatch(figure -> figure.runs() == 1);
    }

    /** The figures that miss their targets. */
    public List<Figure> missed() {
        return figures.stream().filter(Figure::missed).toList();
    }

    /** A table of detail. */
    public record Grid(String title, List<String> head, List<List<String>> rows) {
        public Grid {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** Collects what a part finds. */
    public static final class Builder {
        private final String title;
        private final String about;
        private final List<Figure> figures = new ArrayList<>();
        private final List<Grid> grids = new ArrayList<>();
        private final List<Chart> charts = new ArrayList<>();
        private final List<String> remarks = new ArrayList<>();

        public Builder(String title, String about) {
            this.title = title;
            this.about = about;
        }

        public Builder figure(Figure figure) {
            figures.add(figure);
            return this;
        }

        public Builder grid(Grid grid) {
            grids.add(grid);
            return this;
        }

        public Builder chart(Chart chart) {
            charts.add(chart);
            return this;
        }

        public Builder remark(String remark) {
            remarks.add(remark);
            return this;
        }

        public Part done() {
            return new Part(title, about, figures, grids, charts, remarks);
        }
    }
}
