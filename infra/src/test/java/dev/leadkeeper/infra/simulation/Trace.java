package dev.leadkeeper.infra.simulation;

import java.util.ArrayList;
import java.util.List;

/** Everything that happened in one schedule: as a hash, to tell two runs apart, and as a story for people. */
final class Trace {
    private final List<String> story = new ArrayList<>();
    private final boolean telling;
    private long hash = 0xcbf29ce484222325L; // FNV-1a, 64 bit

    /** @param telling whether somebody is going to read the story */
    Trace(boolean telling) {
        this.telling = telling;
    }

    /**
     * @param at      virtual milliseconds since the start
     * @param matters whether it belongs into the story: all but undisturbed reading
     */
    void add(long at, String who, String what, boolean matters) {
        mix(at);
        mix(who);
        mix(what);
        if (telling && matters) {
            story.add("%9.3f s  %-18s %s".formatted(at / 1000.0, who, what));
        }
    }

    private void mix(String text) {
        // The hash of the text, which String keeps: what a text says is told apart well enough by 32 bits and its place.
        mix(text.hashCode());
    }

    private void mix(long number) {
        for (int shift = 0; shift < 64; shift += 16) {
            hash = (hash ^ number >>> shift & 0xffff) * 0x100000001b3L;
        }
    }

    long hash() {
        return hash;
    }

    List<String> story() {
        return List.copyOf(story);
    }
}
