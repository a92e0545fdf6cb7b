package dev.leadkeeper.infra.local.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands for the JWT authorizer: {@code Authorization: Bearer local:<staffId>} is a valid token of that person. */
public final class LocalAuthorizer {
    private static final Pattern TOKEN = Pattern.compile("(?i:Bearer) local:([A-Za-z0-9._@+-]{1,64})");
    /** Every claim in which some provider puts who somebody is; all hold the staff id. */
    private static final List<String> IDENTITY_CLAIMS = List.of("sub", "username", "cognito:username", "preferred_username");

    private final Optional<String> staffClaim;

    /** @param staffClaim a further claim that the functions were told to look at */
    public LocalAuthorizer(Optional<String> staffClaim) {
        this.staffClaim = staffClaim;
    }

    /** The claims of the token's owner; empty when the header is no such token. */
    public Optional<Map<String, String>> claims(String authorization) {
        Matcher token = TOKEN.matcher(authorization);
        if (!token.matches()) {
            return Optional.empty();
        }
        Map<String, String> claims = new LinkedHashMap<>();
        IDENTITY_CLAIMS.forEach(claim -> claims.put(claim, token.group(1)));
        staffClaim.ifPresent(claim -> claims.put(claim, token.group(1)));
        claims.put("iss", "local");
        claims.put("token_use", "access");
        return Optional.of(claims);
    }
}
