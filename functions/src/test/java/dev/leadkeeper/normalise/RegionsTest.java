package dev.leadkeeper.normalise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadkeeper.lead.Region;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionsTest {
    private static final Region PUDONG = new Region("310115", "上海市浦东新区", List.of("asia", "CN", "310000", "310115"));

    @ParameterizedTest
    @ValueSource(strings = {"上海浦东新区", "上海市浦东新区", "上海浦东", "上海市浦东", "浦东新区", "浦东", "上海 浦东新区", "上海/浦东新区", "上海-浦东新区",
        "上海·浦东新区", "上海，浦东新区", "上海、浦东新区", "上海市市辖区浦东新区", "上海市上海市浦东新区", "上海 上海市 浦东新区", "中国上海浦东新区", "中国 上海 浦东",
        "China, Shanghai, 浦东新区", "　上海　浦东新区　", "上海浦東新區", "310115", "３１０１１５", "310115000000", "310000 310100 310115", "上海浦东新区世纪大道1号",
        "上海浦东软件园", "亚洲/中国/上海/浦东新区"})
    void s1_上海浦东新区_is_310115_under_310000_and_never_just_上海(String typed) {
        assertEquals(PUDONG, find(typed));
    }

    @ParameterizedTest
    @CsvSource({"广东深圳南山,440305", "广东省深圳市南山区,440305", "深圳南山,440305", "深圳南山科技园,440305", "广东南山区,440305",
        "陕西省西安市雁塔区高新五路4号,610113", "北京朝阳区,110105", "北京朝阳,110105", "吉林长春朝阳,220104", "长春市朝阳区,220104", "辽宁朝阳,211300",
        "江苏昆山,320583", "昆山,320583", "浙江省杭州市余杭区文一西路969号,330110", "深圳,440300", "深圳市,440300", "杭州,330100", "河南济源,419001",
        "海南省省直辖县级行政区划文昌市,469005", "重庆市县云阳县,500000", "重庆市 县 云阳县,500235", "湖北神农架,429021", "新疆石河子,659001",
        "广州天河路385号,440100", "上海南京路100号,310000", "苏州工业园区,320500", "吉林吉林,220200", "吉林省吉林市,220200"})
    void the_deepest_division_that_is_certain_counts(String typed, String code) {
        assertEquals(code, find(typed).code());
    }

    @ParameterizedTest
    @CsvSource({"内蒙古,150000", "内蒙古自治区,150000", "内蒙,150000", "广西壮族自治区,450000", "广西,450000", "广西省,450000", "西藏,540000",
        "宁夏回族自治区,640000", "新疆,650000", "新疆维吾尔自治区,650000", "恩施,422800", "恩施州,422800", "延边朝鲜族自治州,222400", "延边,222400",
        "大厂,131028", "大厂县,131028", "鄂伦春旗,150723", "积石山,622927", "西双版纳,532800", "克孜勒苏,653000", "东乡族自治县,622926"})
    void autonomous_divisions_have_their_short_names(String typed, String code) {
        assertEquals(code, find(typed).code());
    }

    @ParameterizedTest
    @CsvSource({"香港,810000", "香港特别行政区,810000", "Hong Kong,810000", "HK,810000", "香港中西区,810000", "澳门,820000", "澳門,820000",
        "Macau,820000", "台湾,710000", "臺灣,710000", "Taiwan,710000", "台北市信義區市府路1號,710000", "臺北市,710000", "台湾省新竹,710000", "新竹,710000",
        "高雄,710000"})
    void 香港_澳门_台湾_are_divisions_of_china(String typed, String code) {
        Region region = find(typed);
        assertEquals(code, region.code());
        assertEquals(List.of("asia", "CN", code), region.path());
    }

    @Test
    void a_city_of_台湾_has_a_name_but_no_code_of_its_own() {
        assertEquals(new Region("710000", "台湾省台北市", List.of("asia", "CN", "710000")), find("台北市信義區市府路1號"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"廣東深圳南山", "廣東省深圳市南山區", "廣東深圳南山區"})
    void traditional_characters_are_read(String typed) {
        assertEquals("广东省深圳市南山区", find(typed).name());
    }

    @ParameterizedTest
    @CsvSource({"海南区,150303", "河北区,120105", "长沙县,430121", "长沙,430100", "海南,460000", "海南省,460000", "河北,130000", "河南,410000",
        "河南省,410000", "吉林,220000", "吉林市,220200", "西安,610100", "西安市,610100", "中山,442000", "中山区,210202", "大同区,230606", "大同,140200",
        "资阳区,430902", "朝阳市,211300", "朝阳县,211321", "青海海南,632500", "海南州,632500", "乌海海南,150303", "天津河北,120105", "广西兴安,450325"})
    void a_county_that_shares_its_short_name_with_a_province_or_city_is_told_apart_by_its_whole_name(String typed, String code) {
        assertEquals(code, find(typed).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"朝阳区", "朝阳", "西安区", "鼓楼区", "通州区", "南山区", "南山", "城区", "东区", "矿区", "兴安", "滨海", "华东", "南京路", "南京路100号",
        "河北路12号", "朝阳门外大街", "北京东路", "中山公园", "长江实业", "Mountain View", "Springfield", "999999", "200120", "1", "区", "请选择"})
    void what_is_ambiguous_or_no_place_is_unknown_and_keeps_its_text(String typed) {
        assertEquals(new Region(null, typed, List.of()), find(typed));
    }

    @Test
    void an_ambiguous_county_within_a_known_province_is_the_province() {
        assertEquals("510000", find("四川省市中区").code());
        assertEquals("650000", find("新疆伊宁").code());
        assertEquals("653200", find("新疆和田").code());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"上海市,上海市,浦东新区,310115", "上海市,市辖区,浦东新区,310115", "上海,-,浦东新区,310115", "310000,310100,310115,310115",
        "广东省,深圳市,南山区,440305", "广东,深圳,南山,440305", "广东省,深圳市,-,440300", "广东省,深圳市,科技园,440300", "北京,北京,朝阳,110105", "广东省,440300,南山,440305"})
    void parts_in_order_are_read_together(String province, String city, String county, String code) {
        assertEquals(code, Regions.find(Arrays.asList(province, city, county), null).code());
    }

    @Test
    void parts_that_contradict_each_other_are_unknown() {
        assertEquals(new Region(null, "广东省 杭州市", List.of()), Regions.find(List.of("广东省", "杭州市"), null));
        assertNull(Regions.find(List.of("上海", "美国"), null).code());
        assertNull(find("Canada, Germany").code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"US", "us", "USA", "U.S.A.", "United States", "united states of america", "美国", "美國", "ＵＳ", " US "})
    void s2_us_is_a_country_under_north_america(String typed) {
        assertEquals(new Region("US", "美国", List.of("north-america", "US")), find(typed));
        assertEquals(new Region("US", "美国", List.of("north-america", "US")), Regions.find(List.of(), typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"North America", "north-america", "北美", "北美洲"})
    void s2_north_america_is_a_world_region_and_not_the_country(String typed) {
        Region region = find(typed);
        assertEquals(new Region("north-america", "北美洲", List.of("north-america")), region);
        assertTrue(find("US").within(region.code()));
        assertEquals(false, region.within("US"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"California", "Austin, TX", "Mountain View, CA, USA", "Mountain View, California", "美国加州", "美国 硅谷",
        "800 W NASA Pkwy, Webster, TX 77598, USA", "New Mexico", "USA - Texas"})
    void a_place_in_a_known_country_keeps_its_text_behind_the_countrys_name(String typed) {
        assertEquals(new Region("US", "美国 " + typed, List.of("north-america", "US")), find(typed));
    }

    @ParameterizedTest
    @CsvSource({"马里,ML", "尼日利亚,NG", "Germany,DE", "Deutschland,DE", "韩国,KR", "Côte d’Ivoire,CI", "España,ES", "UK,GB", "DEU,DE", "俄罗斯,RU", "China,CN",
        "中国,CN", "CN,CN"})
    void countries_have_their_usual_names(String typed, String code) {
        assertEquals(code, find(typed).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CA", "DE", "Georgia", "马里兰", "印度洋", "Port of Spain"})
    void what_is_a_country_only_by_half_or_a_state_as_well_is_unknown(String typed) {
        assertNull(find(typed).code());
    }

    @ParameterizedTest
    @CsvSource({"CA,US,US", "Georgia,US,US", "Georgia,GE,GE", "CA,CA,CA", "上海浦东,中国,310115", "浦东新区,CN,310115", "朝阳区,CN,CN", "中西区,HK,810000",
        "信義區,TW,710000", "上海,US,US", "US,North America,US", "North America,US,US", "南山区,广东,440305", "南山,深圳,440305", "Paris,xx,"})
    void the_country_decides_where_the_region_alone_does_not(String region, String country, String code) {
        assertEquals(code, Regions.find(List.of(region), country).code());
    }

    @Test
    void nothing_is_unknown() {
        assertEquals(new Region(null, "", List.of()), Regions.find(List.of(), null));
        assertEquals(new Region(null, "", List.of()), Regions.find(Arrays.asList(null, " "), " "));
    }

    @Test
    void telephones_in_香港_澳门_台湾_have_country_codes_of_their_own() {
        assertEquals(Optional.of("HK"), Countries.ofTelephones(find("香港")));
        assertEquals(Optional.of("MO"), Countries.ofTelephones(find("澳门")));
        assertEquals(Optional.of("TW"), Countries.ofTelephones(find("台北市")));
        assertEquals(Optional.of("CN"), Countries.ofTelephones(PUDONG));
        assertEquals(Optional.of("US"), Countries.ofTelephones(find("US")));
        assertEquals(Optional.empty(), Countries.ofTelephones(find("北美")));
        assertEquals(Optional.empty(), Countries.ofTelephones(null));
    }

    private static Region find(String typed) {
        return Regions.find(List.of(typed), null);
    }
}
