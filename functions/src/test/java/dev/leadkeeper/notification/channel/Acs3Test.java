package dev.leadkeeper.notification.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Acs3Test {
    /** The vendor's own example, https://help.aliyun.com/document_detail/2593177.html. */
    @Test
    void the_published_example_has_the_published_signature() {
        var query = Acs3.query(Map.of("RegionId", "cn-shanghai", "ImageId", "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd"));
        var headers = Acs3.headers(new Acs3.Key("YourAccessKeyId", "YourAccessKeySecret"), "ecs.cn-shanghai.aliyuncs.com", query,
                "RunInstances", "2014-05-26", Instant.parse("2023-10-26T10:22:32Z"), "3156853299f313e23d1673dc12e1703d");
        assertEquals("ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;"
                + "x-acs-signature-nonce;x-acs-version,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0",
                headers.get("authorization"));
    }

    @Test
    void the_query_is_sorted_and_encoded_by_rfc_3986() {
        assertEquals("A=%20%2B%2A~%26&B=%E7%AD%BE%E5%90%8D", Acs3.query(Map.of("B", "签名", "A", " +*~&")));
    }
}
