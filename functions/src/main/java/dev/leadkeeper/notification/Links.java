package dev.leadkeeper.notification;

import dev.leadkeeper.lead.Notice;
import dev.leadkeeper.notice.CheckInLinks;
import dev.leadkeeper.notice.Notices;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The links that notices carry. Made at the moment of delivery, so that none that opens something lies in a queue. */
final class Links {
    private final String publicUrl;
    private final CheckInLinks checkIns;

    /** @param publicUrl base of the links, empty for none */
    Links(String publicUrl, CheckInLinks checkIns) {
        this.publicUrl = publicUrl.replaceAll("/+$", "");
        this.checkIns = checkIns;
    }

    /** Where to read more, {@code null} for a notice that is about no lead. */
    String lead(Notice notice) {
        return publicUrl.isEmpty() || notice.lead() == null ? null
                : publicUrl + "/leads/" + URLEncoder.encode(notice.lead(), StandardCharsets.UTF_8);
    }

    /** Where the new owner checks in without a login; only in the notice that tells of the assignment. */
    Optional<String> checkIn(Notice notice) {
        return publicUrl.isEmpty() ? Optional.empty() : Notices.assignment(notice)
                .flatMap(at -> checkIns.token(notice.lead(), notice.recipient(), at)).map(token -> publicUrl + "/check-in/" + token);
    }
}
