package dev.leadkeeper.aws;

import dev.leadkeeper.port.Ids;
import java.security.SecureRandom;

/** Randomness that nobody can guess and that no two restores of one snapshot share. */
public final class SecureIds implements Ids {
    private static final String BASE_32 = "abcdefghijklmnopqrstuvwxyz234567";
    // On Linux this reads /dev/urandom, which Lambda keeps unique across restores of a SnapStart snapshot:
    // docs.aws.amazon.com/lambda/latest/dg/snapstart-uniqueness.html
    private final SecureRandom random = new SecureRandom();

    @Override
    public String next() {
        var bytes = new byte[26];
        random.nextBytes(bytes);
        var id = new StringBuilder(26);
        for (var each : bytes) {
            id.append(BASE_32.charAt(each & 31));
        }
        return id.toString();
    }

    @Override
    public int below(int bound) {
        return random.nextInt(bound);
    }
}
