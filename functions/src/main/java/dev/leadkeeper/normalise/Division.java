package dev.leadkeeper.normalise;

import dev.leadkeeper.lead.Region;
import java.util.ArrayList;
import java.util.List;

/**
 * A division of China.
 *
 * @param code   GB/T 2260, six digits; a part without a code of its own (a city of 台湾) has its parent's
 * @param name   full name, {@code 浦东新区}
 * @param parent what it lies in; {@code null} for a province. A district of 北京, 天津, 上海 or 重庆 lies in the municipality itself:
 *               the placeholder 市辖区 ({@code 310100}) is no place
 */
record Division(String code, String name, Division parent) {

    /** 1 province, 2 city, 3 county. */
    int level() {
        return code.endsWith("0000") ? parent == null ? 1 : 2 : code.endsWith("00") ? 2 : 3;
    }

    boolean isWithin(Division other) {
        return equals(other) || parent != null && parent.isWithin(other);
    }

    boolean isMunicipality() {
        return level() == 1 && name.endsWith("市");
    }

    Region region() {
        var path = new ArrayList<>(List.of("asia", "CN"));
        codes(path);
        return new Region(code, fullName(), path);
    }

    private void codes(List<String> into) {
        if (parent != null) {
            parent.codes(into);
        }
        if (!into.getLast().equals(code)) {
            into.add(code);
        }
    }

    private String fullName() {
        return parent == null ? name : parent.fullName() + name;
    }
}
