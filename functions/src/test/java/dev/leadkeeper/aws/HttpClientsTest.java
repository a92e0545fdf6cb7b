package dev.leadkeeper.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpService;
import software.amazon.awssdk.http.async.SdkAsyncHttpService;

/** Each further HTTP client on the class path costs time at every cold start, and one may be taken by accident. */
class HttpClientsTest {
    @Test
    void the_crt_client_is_the_only_one_on_the_class_path() {
        assertEquals(List.of("software.amazon.awssdk.http.crt.AwsCrtSdkHttpService"), names(SdkHttpService.class));
        assertEquals(List.of("software.amazon.awssdk.http.crt.AwsCrtSdkHttpService"), names(SdkAsyncHttpService.class));
    }

    private static List<String> names(Class<?> service) {
        return ServiceLoader.load(service).stream().map(each -> each.type().getName()).toList();
    }
}
