/* Other languages in Chinese text. */
#include "model/language.h"

/* "甲<en:good work done>乙" */
static gchar *shown(const gchar *text)
{
    GString *out = g_string_new(NULL);

    while (*text) {
        const gchar *end, *language = language_of_stretch(text, &end);
        g_assert_true(end > text);
        if (language)
            g_string_append_printf(out, "<%s:", language);
        g_string_append_len(out, text, end - text);
        if (language)
            g_string_append_c(out, '>');
        text = end;
    }
    return g_string_free(out, FALSE);
}

static void is(const gchar *text, const gchar *wanted)
{
    g_autofree gchar *got = shown(text);

    g_assert_cmpstr(got, ==, wanted);
}

static void test_english(void)
{
    is("《Guide to Good Practice》一书", "《<en:Guide to Good Practice>》一书");
    is("Good work, well done.", "<en:Good work, well done>.");
    is("as of May the people's well-being", "<en:as of May the people's well-being>");
    is("one two three四five six seven", "<en:one two three>四<en:five six seven>");
}

static void test_chinese(void)
{
    is("", "");
    is("依据GB/T 9704—2012和ISO 9001", "依据GB/T 9704—2012和ISO 9001");
    is("GB T IEC", "GB T IEC");
    is("Good work", "Good work");
    is("版本3a of b", "版本3a of b");
    is("邮箱a@b.cn，www.gov.cn/one/two/three", "邮箱a@b.cn，www.gov.cn/one/two/three");
    is("one 2 three 4 five", "one 2 three 4 five");
}

static void test_scripts(void)
{
    is("题为さくら、スーパー・マーケット的", "题为<ja:さくら>、<ja:スーパー・マーケット>的");
    is("서울 시민说", "<ko:서울 시민>说");
    is("བོད་ཡིག和ไทย", "<bo:བོད་ཡིག>和<th:ไทย>");
    is("привет世界", "привет世界"); /* Cyrillic is written by many */
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/language/english", test_english);
    g_test_add_func("/language/chinese", test_chinese);
    g_test_add_func("/language/scripts", test_scripts);
    return g_test_run();
}
