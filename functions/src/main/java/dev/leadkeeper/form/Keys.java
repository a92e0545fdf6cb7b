package dev.leadkeeper.form;

import dev.leadkeeper.lead.LeadId;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The few operations with secrets. */
final class Keys {
    private Keys() {}

    /** Whether one of them is a secret. Compares hashes, so that the time tells nothing, not even the length. */
    static boolean any(List<String> given, List<String> secrets) {
        var same = false;
        for (var secret : secrets) {
            for (var each : given) {
                same |= MessageDigest.isEqual(LeadId.sha256(secret), LeadId.sha256(each));
            }
        }
        return same;
    }

    static byte[] hmac(String algorithm, byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    static byte[] digest(String algorithm, byte[] message) {
        try {
            return MessageDigest.getInstance(algorithm).digest(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
