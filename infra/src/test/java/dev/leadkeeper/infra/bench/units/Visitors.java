package dev.leadkeeper.infra.bench.units;

/** Posts of people who never came before. */
public final class Visitors {
    private Visitors() {}

    /** A lead like most: phone and e-mail (two strong keys), and most of what a form asks. */
    public static String usual(int number) {
        return post(number, """
                "phone":"139%08d","email":"visitor%d@example.com",""".formatted(number, number));
    }

    /** As usual, but each comes twice in a row. */
    public static String twice(int number) {
        return usual(number / 2).replace("entry-" + number / 2, "entry-" + number);
    }

    /** One strong key: the phone alone. */
    public static String phoneOnly(int number) {
        return post(number, """
                "phone":"139%08d",""".formatted(number));
    }

    /** A lead of the size of the samples, with a note of 300 characters. */
    public static String longNote(int number) {
        return usual(number).replace("请电话联系", "请带样品过来,我们想先看一下设备在手术室里的摆放和接口。".repeat(10));
    }

    private static String post(int number, String contact) {
        return ("""
                {"id":"entry-%d","name":"顾明远",%s"company":"杭州明远医疗器械有限公司","industry":"物流","region":"浙江杭州滨江区",\
                "country":"CN","subject":"仓储系统","budget":40000,"sourceChannel":"官网","needBy":"本月","decisionRole":"采购","note":"请电话联系"}""")
                .formatted(number, contact);
    }
}
