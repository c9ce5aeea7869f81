/* 发文字号: what is right, what is wrong in it first, and what was meant. */
#include "model/document_number.h"

typedef struct {
    NumberForm form;
    const gchar *text;
    NumberFault fault;
    const gchar *correct; /* NULL: nothing to suggest */
} Example;

static void check(const Example *examples, gsize n)
{
    for (gsize i = 0; i < n; i++) {
        g_autofree gchar *correct = NULL;
        g_test_message("%s", examples[i].text);
        g_assert_cmpint(document_number_check(examples[i].text, examples[i].form, &correct), ==,
                        examples[i].fault);
        g_assert_cmpstr(correct, ==, examples[i].correct);
    }
}

#define OFFICE(text, fault, correct) \
    { \
        NUMBER_OF_OFFICE, text, fault, correct \
    }
#define SERIES(text, fault, correct) \
    { \
        NUMBER_OF_SERIES, text, fault, correct \
    }

static void good_numbers(void)
{
    static const Example examples[] = {
        OFFICE("某政发〔2023〕12号", NUMBER_GOOD, NULL),
        OFFICE("国办发明电〔1999〕1号", NUMBER_GOOD, NULL),
        SERIES("第12号", NUMBER_GOOD, NULL),
        SERIES("2023年第5号", NUMBER_GOOD, NULL),
    };

    check(examples, G_N_ELEMENTS(examples));
}

static void brackets(void)
{
    static const gchar *const pairs[] = {"[]",   "()",   "（）", "【】", "［］", "﹝﹞",
                                         "〈〉", "《》", "〔］", "{}",   "<>"};

    for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++) {
        const gchar *close = g_utf8_next_char(pairs[i]);
        g_autofree gchar *text =
            g_strdup_printf("某政发%.*s2023%s12号", (int) (close - pairs[i]), pairs[i], close);
        const Example example = OFFICE(text, NUMBER_BRACKETS, "某政发〔2023〕12号");
        check(&example, 1);
    }
    const Example bare = OFFICE("某政发2023年第012号", NUMBER_BRACKETS, "某政发〔2023〕12号");
    check(&bare, 1);
}

static void the_rest(void)
{
    static const Example examples[] = {
        OFFICE("某政发〔23〕12号", NUMBER_YEAR, "某政发〔2023〕12号"),
        OFFICE("某政发〔2023年〕12号", NUMBER_YEAR, "某政发〔2023〕12号"),
        OFFICE("某政发〔2023〕第12号", NUMBER_ORDINAL, "某政发〔2023〕12号"),
        OFFICE("某政发〔2023〕012号", NUMBER_ZERO, "某政发〔2023〕12号"),
        OFFICE("某政发〔２０２３〕12号", NUMBER_DIGITS, "某政发〔2023〕12号"),
        OFFICE("某政发〔2023〕12", NUMBER_UNIT, "某政发〔2023〕12号"),
        OFFICE("某政发 〔2023〕 12号", NUMBER_SPACE, "某政发〔2023〕12号"),
        SERIES("12号", NUMBER_ORDINAL, "第12号"),
        SERIES("第012号", NUMBER_ZERO, "第12号"),
        SERIES("第12", NUMBER_UNIT, "第12号"),
    };

    check(examples, G_N_ELEMENTS(examples));
}

static void unknown(void)
{
    static const Example examples[] = {
        OFFICE("", NUMBER_UNKNOWN, NULL),
        OFFICE("第12号", NUMBER_UNKNOWN, NULL),
        OFFICE("某政发〔2023〕0号", NUMBER_UNKNOWN, NULL),
        OFFICE("某政发〔2023〕十二号", NUMBER_UNKNOWN, NULL),
        OFFICE("某政发202312号", NUMBER_UNKNOWN, NULL),
        OFFICE("〔2023〕12号", NUMBER_UNKNOWN, NULL),
        OFFICE("某政发〔202〕12号", NUMBER_UNKNOWN, NULL),
        SERIES("某政发〔2023〕12号", NUMBER_UNKNOWN, NULL),
        SERIES("第十二号", NUMBER_UNKNOWN, NULL),
    };

    check(examples, G_N_ELEMENTS(examples));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/document-number/good", good_numbers);
    g_test_add_func("/document-number/brackets", brackets);
    g_test_add_func("/document-number/the rest", the_rest);
    g_test_add_func("/document-number/unknown", unknown);
    return g_test_run();
}
