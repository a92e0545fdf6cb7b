package dev.leadkeeper.form;

import java.util.List;

/**
 * Where answers stand in a lead's node. They come as a map (name → value) or as a list of rows; either is read as
 * rows, a map as {@code [{name, value}, …]}.
 *
 * @param shape  how they stand there
 * @param at     where
 * @param names  in each row: what the answer is called; every one found is a name of it, the first is shown
 * @param types  in each row: the vendor's kind of question
 * @param values in each row: the value, the first that is not empty
 * @param labels table that turns ids within the value into readable labels, or {@code null}
 * @param join   list elsewhere that holds more names for each row, or {@code null}
 * @param skip   rows for which this holds are no answers, or {@code null}
 * @param strip  what to take off the beginning of names, or {@code null}
 */
record AnswerRule(Shape shape, Path at, List<Path> names, List<Path> types, List<Path> values, Labels labels, Join join,
                  Path skip, NamePattern strip) {
    AnswerRule {
        names = List.copyOf(names);
        types = List.copyOf(types);
        values = List.copyOf(values);
    }

    enum Shape { MAP, ROWS }

    /**
     * @param in    where the row holds its list of options
     * @param id    in each option: what values say
     * @param label in each option: what people read
     */
    record Labels(Path in, Path id, Path label) {}

    /**
     * @param in    where the lead's node holds the list of questions
     * @param id    in each question: its id
     * @param match in each row: the id of its question
     * @param names in each question: names of the answer, put before the row's own
     */
    record Join(Path in, Path id, Path match, List<Path> names) {
        Join {
            names = List.copyOf(names);
        }
    }
}
