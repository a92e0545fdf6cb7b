package dev.leadkeeper.fake;

import dev.leadkeeper.port.Ids;
import java.util.SplittableRandom;

/** The same ids and numbers for the same seed. Thread-safe. */
public class SeededIds implements Ids {
    private static final String BASE_32 = "abcdefghijklmnopqrstuvwxyz234567";
    private final SplittableRandom random;

    public SeededIds(long seed) {
        random = new SplittableRandom(seed);
    }

    @Override
    public synchronized String next() {
        var id = new StringBuilder(26);
        for (int i = 0; i < 26; i++) {
            id.append(BASE_32.charAt(random.nextInt(32)));
        }
        return id.toString();
    }

    @Override
    public synchronized int below(int bound) {
        return random.nextInt(bound);
    }
}
