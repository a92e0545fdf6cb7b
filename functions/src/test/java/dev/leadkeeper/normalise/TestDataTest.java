package dev.leadkeeper.normalise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadkeeper.lead.Contact;
import dev.leadkeeper.lead.Facts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestDataTest {

    @ParameterizedTest
    @ValueSource(strings = {"+8613800138000", "+8613800138000;ext=1", "+8613888888888", "+8617000000000", "+8613812345678",
        "+864006606892", "+862988888888", "+16505550123", "+12345678901"})
    void a_known_test_number_makes_a_test(String phone) {
        assertEquals(Optional.of(true), TestData.reason(of(new Contact("王敏", phone, null)))
                .map(reason -> reason.startsWith("phone " + phone.split(";")[0] + " is a test number")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+8613800138001", "+86138001380001", "+8613912345678"})
    void a_number_beside_a_test_number_is_a_customers(String phone) {
        assertEquals(Optional.empty(), TestData.reason(of(new Contact("王敏", phone, null))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"test@example.com", "test@qq.com", "test@jinshuju.net"})
    void the_mailbox_test_at_any_domain_makes_a_test(String email) {
        assertEquals(Optional.of("mailbox test is a test mailbox"), TestData.reason(of(new Contact(null, null, email))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tester@example.com", "teste@gmail.com", "a.test@example.com", "test+1@example.com", "zhang@test.com"})
    void a_mailbox_that_merely_contains_test_is_a_customers(String email) {
        assertEquals(Optional.empty(), TestData.reason(of(new Contact(null, null, email))));
    }

    @Test
    void a_vendors_own_address_makes_a_test_and_a_colleague_of_the_vendor_does_not() {
        assertEquals(Optional.of("email support@jinshuju.net is a vendor's own address in its test push"),
                TestData.reason(of(new Contact(null, null, "support@jinshuju.net"))));
        assertEquals(Optional.empty(), TestData.reason(of(new Contact(null, null, "support@qq.com"))));
    }

    @Test
    void a_vendors_filler_text_in_any_field_makes_a_test() {
        assertEquals(Optional.of("text 这是一行文字 is a vendor's filler in its test push (金数据)"),
                TestData.reason(new Facts(Contact.NONE, null, null, null, null, null, null, null, null, null, " 这是一行文字 ", Map.of())));
        assertEquals(Optional.of("text 这是一行文字 is a vendor's filler in its test push (金数据)"),
                TestData.reason(unmapped(Map.of("field_1", List.of(Map.of("value", "这是一行文字"))))));
        assertEquals(Optional.empty(), TestData.reason(unmapped(Map.of("field_1", "这是一行文字吗"))));
    }

    @Test
    void a_vendors_test_id_is_known_whole_and_never_by_its_beginning() {
        String id = "TeSter-123-ABCDEFGHIJKLMNOPQRSTUVWXYZ-abcdefghijklmnopqrstuvwxyz-0123456789-AaBbCcDdEeFfGgHhIiJjKkLl";
        assertEquals(Optional.of("text " + id + " is a vendor's test id (Google Ads)"),
                TestData.reason(unmapped(Map.of("gcl_id", id))));
        assertEquals(Optional.empty(), TestData.reason(unmapped(Map.of("gcl_id", "TeSter-123"))));
    }

    @Test
    void a_person_with_an_examples_name_and_a_phone_of_their_own_is_a_customer() {
        assertEquals(Optional.empty(), TestData.reason(of(new Contact("张三", "+8613912345678", "zhangsan@qq.com"))));
        assertEquals(Optional.empty(), TestData.reason(of(new Contact("测试", "+8613912345678", null))));
    }

    @Test
    void a_lead_without_anything_is_no_test() {
        assertEquals(Optional.empty(), TestData.reason(Facts.NONE));
    }

    private static Facts of(Contact contact) {
        return new Facts(contact, null, null, null, null, null, null, null, null, null, null, Map.of());
    }

    private static Facts unmapped(Map<String, Object> fields) {
        return new Facts(Contact.NONE, null, null, null, null, null, null, null, null, null, null, fields);
    }
}
