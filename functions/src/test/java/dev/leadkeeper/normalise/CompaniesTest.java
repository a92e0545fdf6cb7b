package dev.leadkeeper.normalise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompaniesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "阿里巴巴（中国）有限公司        | 阿里巴巴(中国)有限公司",
        "阿里巴巴 (中国) 有限公司        | 阿里巴巴(中国)有限公司",
        "阿里巴巴【中国】有限公司        | 阿里巴巴(中国)有限公司",
        "ＡＢＣ　科技有限公司             | ABC科技有限公司",
        "深圳市 腾讯 计算机系统有限公司  | 深圳市腾讯计算机系统有限公司",
        "Acme   Trading  Co., Ltd.       | Acme Trading Co., Ltd.",
        "Acme (China) Ltd                | Acme(China)Ltd"})
    void a_name_is_shown_with_width_brackets_and_blanks_unified(String typed, String shown) {
        assertEquals(shown, Companies.display(typed));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "海尔智家股份有限公司            | 海尔智家",
        "华为技术有限公司                | 华为技术",
        "华为技术有限责任公司            | 华为技术",
        "美的集团股份有限公司            | 美的",
        "美的集团                        | 美的",
        "杭州云启股权投资合伙企业（有限合伙） | 杭州云启股权投资合伙企业",
        "阿里巴巴（中国）有限公司        | 阿里巴巴(中国)",
        "Acme Trading Co., Ltd.          | acmetrading",
        "ACME Trading, Inc.              | acmetrading",
        "腾讯科技北京分公司              | 腾讯科技北京分公司"})
    void the_match_key_has_no_legal_form_at_its_end(String typed, String key) {
        assertEquals(key, Companies.matchKey(typed));
    }

    @Test
    void a_region_in_brackets_tells_two_companies_apart() {
        assertNotEquals(Companies.matchKey("阿里巴巴（中国）有限公司"), Companies.matchKey("阿里巴巴有限公司"));
    }

    @Test
    void a_name_that_is_only_a_legal_form_stays_whole() {
        assertEquals("集团", Companies.matchKey("集团"));
        assertEquals("集团", Companies.matchKey("集团有限公司"));
        assertEquals("inc", Companies.matchKey("Inc"));
    }

    @Test
    void no_name_is_null() {
        assertNull(Companies.display(null));
        assertNull(Companies.display(" \u3000\u200b"));
        assertNull(Companies.matchKey(" "));
    }
}
