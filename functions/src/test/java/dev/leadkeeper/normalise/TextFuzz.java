package dev.leadkeeper.normalise;

import dev.leadkeeper.fuzz.Fuzz;
import dev.leadkeeper.lead.Contact;
import dev.leadkeeper.lead.Facts;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random mixtures of the usual pieces and of any characters, as phone, address, company, place and the rest: never an exception. */
public final class TextFuzz implements Fuzz {
    static final List<String> PIECES = List.of("1", "138", "+", "86", "0755-", "(", ")", "转", "ext", "/", "或", "@", "a@b.com", ".", "-", "*",
            "上海", "市", "浦东新区", "朝阳区", "吉林", "US", "United", " ", "\u3000", "\u0000", "\ud800", "\udc00", "\u202e", "\u200b", "\uFDFA", "😀",
            "有限公司", "（", "集团", "é", "e\u0301", "\uffff", "91330100799655058B", "\n", "\t", "mailto:", "<", ">");

    @Override
    public void one(Random random) {
        everything(mixture(random, random.nextInt(30)));
    }

    static void everything(String text) {
        Phones.normalise(text, null);
        Phones.normalise(text, "US");
        Phones.normalise("13912345678", text);
        Emails.normalise(text);
        Companies.display(text);
        Companies.matchKey(text);
        Uscc.check(text);
        Regions.find(List.of(text), null);
        Regions.find(List.of("上海", text, text), text);
        TestData.reason(new Facts(new Contact(text, text, text), text, null, null, null, null, null, null, null, null, text, Map.of("x", text)));
    }

    static String mixture(Random random, int pieces) {
        var text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            if (random.nextInt(4) == 0) {
                text.append((char) random.nextInt(0x10000));
            } else {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return text.toString();
    }
}
