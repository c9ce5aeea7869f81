/* Front matter: both names of every key, the kinds of values, and what is said of wrong ones. */
#include "content.h"

/* An image goes by its bytes, whatever its name. */
#define SEAL "<svg xmlns='http://www.w3.org/2000/svg' width='42mm' height='42mm'/>"

static Content read_front(const gchar *front)
{
    g_autofree gchar *text = g_strconcat("---\n", front, "---\n", NULL);

    return content_read(
        FILES({"bulletin.md", text}, {"a.png", SEAL}, {"b.png", SEAL}, {"c.png", SEAL}));
}

/* Lines 2 to 4 are what every bulletin needs. */
static Content read_more(const gchar *front)
{
    g_autofree gchar *text =
        g_strconcat("title: 通报\nissuer: 某街道\ndate: 2023-09-15\n", front, NULL);

    return read_front(text);
}

static Content read_finding(const gchar *front)
{
    g_autofree gchar *text = g_strconcat("---\n", front, "---\n# 某问题\n", NULL);

    return content_read(FILES({"1-x.md", text}));
}

static const gchar *field(const GArray *fields, guint i)
{
    return g_array_index(fields, Field, i).text;
}

static const Node *first(const Content *content)
{
    return g_ptr_array_index(content->bulletin->children, 0);
}

static const gchar english[] = "title: 通报\n"
                               "template: letter\n"
                               "issuer: [某街道, 某局]\n"
                               "date: 2023-09-15\n"
                               "document-number: 金文办〔2023〕12号\n"
                               "masthead: 某文件\n"
                               "copy-number: 000001\n"
                               "classification: 秘密\n"
                               "urgency: 特急\n"
                               "signatory: 张某\n"
                               "recipients: [各社区]\n"
                               "contact:\n"
                               "  email: a@b.cn\n"
                               "  phone: 63936965\n"
                               "  address: 某路1号\n"
                               "  postcode: 450000\n"
                               "  hours: 上午\n"
                               "  person: 李某\n"
                               "note: 此件公开发布\n"
                               "copy-to: [某局]\n"
                               "printed-by: 某办\n"
                               "printed-on: 2023-09-16\n"
                               "stamp: [a.png, b.png]\n"
                               "post: [街道主任, 局长]\n"
                               "attendance: [某局 张某]\n"
                               "absent: 某局 李某\n"
                               "observers: [某局 王某]\n"
                               "id: whl-1\n"
                               "language: zh-Hans\n"
                               "keywords: [巡察, 整改]\n"
                               "summary: 概要\n";

static const gchar chinese[] = "标题: 通报\n"
                               "模板: letter\n"
                               "发文机关:\n  - 某街道\n  - 某局\n"
                               "成文日期: 2023-09-15\n"
                               "发文字号: 金文办〔2023〕12号\n"
                               "发文机关标志: 某文件\n"
                               "份号: 000001\n"
                               "密级: 秘密\n"
                               "紧急程度: 特急\n"
                               "签发人: 张某\n"
                               "主送机关:\n  - 各社区\n"
                               "联系方式:\n"
                               "  电子邮箱: a@b.cn\n"
                               "  电话: 63936965\n"
                               "  地址: 某路1号\n"
                               "  邮编: 450000\n"
                               "  受理时间: 上午\n"
                               "  联系人: 李某\n"
                               "附注: 此件公开发布\n"
                               "抄送: [某局]\n"
                               "印发机关: 某办\n"
                               "印发日期: 2023-09-16\n"
                               "签名章: [a.png, b.png]\n"
                               "职务: [街道主任, 局长]\n"
                               "出席: [某局 张某]\n"
                               "请假: 某局 李某\n"
                               "列席: [某局 王某]\n"
                               "编号: whl-1\n"
                               "语言: zh-Hans\n"
                               "关键词: [巡察, 整改]\n"
                               "摘要: 概要\n";

static void check_all(const gchar *front)
{
    g_auto(Content) content = read_front(front);
    const Metadata *meta = &content.bulletin->meta;

    assert_faults(&content, "");
    g_assert_cmpstr(meta->title.text, ==, "通报");
    g_assert_cmpstr(meta->template_name.text, ==, "letter");
    g_assert_cmpuint(meta->issuers->len, ==, 2);
    g_assert_cmpstr(field(meta->issuers, 1), ==, "某局");
    g_assert_cmpuint(meta->date.year, ==, 2023);
    g_assert_cmpuint(meta->date.month, ==, 9);
    g_assert_cmpuint(meta->date.day, ==, 15);
    g_assert_nonnull(meta->date_span.source);
    g_assert_cmpstr(meta->document_number.text, ==, "金文办〔2023〕12号");
    g_assert_cmpstr(g_array_index(meta->masthead, Field, 0).text, ==, "某文件");
    g_assert_cmpstr(meta->copy_number.text, ==, "000001");
    g_assert_cmpstr(meta->classification.text, ==, "秘密");
    g_assert_cmpstr(meta->urgency.text, ==, "特急");
    g_assert_cmpstr(g_array_index(meta->signatories, Field, 0).text, ==, "张某");
    g_assert_cmpstr(field(meta->recipients, 0), ==, "各社区");
    g_assert_cmpstr(meta->contact.phone.text, ==, "63936965");
    g_assert_cmpstr(meta->contact.email.text, ==, "a@b.cn");
    g_assert_cmpstr(meta->contact.address.text, ==, "某路1号");
    g_assert_cmpstr(meta->contact.postcode.text, ==, "450000");
    g_assert_cmpstr(meta->contact.hours.text, ==, "上午");
    g_assert_cmpstr(meta->contact.person.text, ==, "李某");
    g_assert_cmpuint(meta->contact.order->len, ==, 6);
    g_assert_cmpint(g_array_index(meta->contact.order, ContactKind, 0), ==, CONTACT_EMAIL);
    g_assert_cmpint(g_array_index(meta->contact.order, ContactKind, 1), ==, CONTACT_PHONE);
    g_assert_cmpstr(meta->note.text, ==, "此件公开发布");
    g_assert_cmpstr(field(meta->copy_to, 0), ==, "某局");
    g_assert_cmpstr(meta->printed_by.text, ==, "某办");
    g_assert_cmpuint(meta->printed_on.day, ==, 16);
    g_assert_true(meta->stamp.given);
    g_assert_cmpstr(field(meta->stamp.paths, 1), ==, "b.png");
    g_assert_cmpstr(field(meta->posts, 0), ==, "街道主任");
    g_assert_cmpstr(field(meta->present, 0), ==, "某局 张某");
    g_assert_cmpstr(field(meta->absent, 0), ==, "某局 李某");
    g_assert_cmpstr(field(meta->observers, 0), ==, "某局 王某");
    g_assert_cmpstr(meta->id.text, ==, "whl-1");
    g_assert_cmpstr(meta->language.text, ==, "zh-Hans");
    g_assert_cmpstr(field(meta->keywords, 1), ==, "整改");
    g_assert_cmpstr(meta->summary.text, ==, "概要");
}

static void test_all_keys(void)
{
    check_all(english);
    check_all(chinese);
}

static void test_defaults(void)
{
    g_auto(Content) content = read_more("note:\nrecipients: []\nsummary: ~\n");
    const Metadata *meta = &content.bulletin->meta;

    assert_faults(&content, "");
    g_assert_cmpstr(meta->template_name.text, ==, "notice");
    g_assert_false(meta->seal.given);
    g_assert_null(meta->note.text);
    g_assert_null(meta->summary.text);
    g_assert_cmpuint(meta->recipients->len, ==, 0);
    g_assert_cmpuint(meta->printed_on.year, ==, 0);
}

static void test_missing(void)
{
    g_auto(Content) none = content_read(FILES({"bulletin.md", "开头。\n"}));
    assert_faults(&none, "bulletin.md:1:1 missing-key\n"
                         "bulletin.md:1:1 missing-key\n"
                         "bulletin.md:1:1 missing-key");
    assert_says(&none, LANG_EN, "'issuer' is missing");
    assert_says(&none, LANG_ZH, "缺少“发文机关”（issuer）");

    g_auto(Content) empty = read_front("title: \"\\u3000\"\nissuer: []\ndate:\n");
    assert_faults(&empty, "bulletin.md:2:1 missing-key\n"
                          "bulletin.md:2:1 missing-key\n"
                          "bulletin.md:2:1 missing-key");

    /* What is wrong is not missing as well. */
    g_auto(Content) wrong = read_front("title: {a: b}\nissuer: x\ndate: soon\n");
    assert_faults(&wrong, "bulletin.md:2:1 wrong-kind\nbulletin.md:4:7 bad-date");
}

static void test_unreadable_front(void)
{
    g_auto(Content) list = content_read(FILES({"bulletin.md", "---\n- a\n---\n"}));
    assert_faults(&list, "bulletin.md:2:1 wrong-kind");

    g_auto(Content) yaml = content_read(FILES({"bulletin.md", "---\ntitle: \"a\n---\n"}));
    g_autofree gchar *faults = content_faults(&yaml);
    g_assert_null(strstr(faults, "missing-key"));

    g_autofree gchar *filler = g_strnfill(70000, 'x');
    g_autofree gchar *text = g_strconcat("---\ntitle: ", filler, "\n---\n", NULL);
    g_auto(Content) large = content_read(FILES({"bulletin.md", text}));
    g_autofree gchar *said = content_faults(&large);
    g_assert_null(strstr(said, "missing-key"));
    g_assert_nonnull(strstr(said, "limit"));
}

static void test_title_lines(void)
{
    static const gchar *const fronts[] = {
        "title: |\n  某街道\n  关于整改的通报\n", "title: [某街道, 关于整改的通报]\n",
        "title: 某街道\n  关于整改的通报\n",      "title: >\n  某街道\n  关于整改的通报\n\n",
        "title: \"某街道\n  关于整改的通报\"\n",  "title: \"某街道\\n关于整改的通报\"\n",
    };

    for (guint i = 0; i < G_N_ELEMENTS(fronts); i++) {
        g_autofree gchar *front = g_strconcat(fronts[i], "issuer: x\ndate: 2023-09-15\n", NULL);
        g_auto(Content) content = read_front(front);
        assert_faults(&content, "");
        g_assert_cmpstr(content.bulletin->meta.title.text, ==, "某街道\n关于整改的通报");
    }
}

/* A line break in the file is no space between Chinese characters, here as in paragraphs. */
static void test_folded_text(void)
{
    static const struct {
        const gchar *yaml, *text;
    } cases[] = {
        {"summary: 整改落实\n  情况\n", "整改落实情况"},
        {"summary: >\n  整改落实\n  情况\n", "整改落实情况"},
        {"summary: |\n  整改落实\n  情况\n", "整改落实情况"},
        {"summary: '整改落实\n\n  情况'\n", "整改落实情况"},
        {"summary: 整改 落实\n  情况 好\n", "整改 落实情况 好"},
        {"summary: two\n  words\n", "two words"},
        {"summary: 用 PDF\r\n  文件\n", "用 PDF文件"},
        {"summary: \"  a  b \"\n", "a  b"},
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(Content) content = read_more(cases[i].yaml);
        assert_faults(&content, "");
        g_assert_cmpstr(content.bulletin->meta.summary.text, ==, cases[i].text);
    }
}

static void test_dates(void)
{
    static const gchar *const wrong[] = {
        "2023年9月15日", "2023-9-15",  "2023/09/15", "2023-02-31",   "2023-02-29", "0000-01-01",
        "2023-13-01",    "2023-00-10", "2023-09-00", "2023-09-15 8", "23-09-15",   "２０２３-09-15",
    };

    for (guint i = 0; i < G_N_ELEMENTS(wrong); i++) {
        g_autofree gchar *front = g_strdup_printf("title: t\nissuer: i\ndate: %s\n", wrong[i]);
        g_auto(Content) content = read_front(front);
        assert_faults(&content, "bulletin.md:4:7 bad-date");
        g_assert_cmpuint(content.bulletin->meta.date.year, ==, 0);
    }
    g_auto(Content) leap = read_front("title: t\nissuer: i\ndate: \"2024-02-29\"\n");
    assert_faults(&leap, "");
    g_auto(Content) map = read_front("title: t\nissuer: i\ndate: [2024-02-29]\n");
    assert_faults(&map, "bulletin.md:4:1 wrong-kind");
    assert_says(&map, LANG_EN, "'date' should be a date");
    assert_says(&map, LANG_ZH, "“date”应当是日期");
}

static void test_date_chinese(void)
{
    g_autofree gchar *text = date_chinese((Date){2023, 9, 5});

    g_assert_cmpstr(text, ==, "2023年9月5日");
}

static void test_unknown_keys(void)
{
    g_auto(Content) content = read_more("isuer: x\n发文机构: x\nrésumé: x\ncontact:\n  fone: 1\n");

    assert_faults(&content, "bulletin.md:5:1 unknown-key\n"
                            "bulletin.md:6:1 unknown-key\n"
                            "bulletin.md:7:1 unknown-key\n"
                            "bulletin.md:9:3 unknown-key");
    assert_says(&content, LANG_EN, "did you mean 'issuer'?");
    assert_says(&content, LANG_ZH, "是不是“发文机关”？");
}

static void test_duplicate_in_two_languages(void)
{
    g_auto(Content) content = read_more("标题: 又一个\ncontact:\n  phone: 1\n  电话: 2\n");

    assert_faults(&content, "bulletin.md:5:1 duplicate-key\nbulletin.md:8:3 duplicate-key");
    g_assert_cmpstr(content.bulletin->meta.title.text, ==, "通报");
    g_assert_cmpstr(content.bulletin->meta.contact.phone.text, ==, "1");
    g_assert_cmpuint(content.bulletin->meta.contact.order->len, ==, 1);
}

static void test_wrong_kinds(void)
{
    g_auto(Content) content = read_more("note: [a]\n"
                                        "recipients: {a: b}\n"
                                        "keywords: [a, {b: c}, \"\"]\n"
                                        "contact: 63936965\n"
                                        "seal: {a: b}\n"
                                        "language: 中文\n");

    assert_faults(&content, "bulletin.md:5:1 wrong-kind\n"
                            "bulletin.md:6:1 wrong-kind\n"
                            "bulletin.md:7:15 wrong-kind\n"
                            "bulletin.md:7:23 empty-text\n"
                            "bulletin.md:8:10 wrong-kind\n"
                            "bulletin.md:9:1 wrong-kind\n"
                            "bulletin.md:10:11 bad-value");
    assert_says(&content, LANG_EN, "'recipients' should be text or a list");
    assert_says(&content, LANG_ZH, "“recipients”应当是文字或列表");
}

static void test_seal(void)
{
    g_auto(Content) room = read_more("seal: yes\n");
    g_assert_true(room.bulletin->meta.seal.given);
    g_assert_cmpuint(room.bulletin->meta.seal.paths->len, ==, 0);

    g_auto(Content) image = read_more("seal: a.png\n");
    g_assert_true(image.bulletin->meta.seal.given);
    g_assert_cmpstr(field(image.bulletin->meta.seal.paths, 0), ==, "a.png");

    g_auto(Content) no = read_more("印章: 否\n");
    g_assert_false(no.bulletin->meta.seal.given);
    g_assert_cmpuint(no.bulletin->meta.seal.paths->len, ==, 0);
}

static void assert_signing(const gchar *issuers, const gchar *more, const gchar *faults)
{
    g_autofree gchar *front =
        g_strconcat("title: 通报\ndate: 2023-09-15\nissuer: ", issuers, "\n", more, "\n", NULL);
    g_auto(Content) content = read_front(front);

    assert_faults(&content, faults);
}

/* One seal an issuer, one post a stamp. */
static void test_signing(void)
{
    assert_signing("[甲局, 乙局]", "seal: [a.png, b.png]", "");
    assert_signing("[甲局, 乙局]", "seal: true", "");
    assert_signing("[甲局, 乙局]", "seal: [a.png, b.png, c.png]", "bulletin.md:5:22 seal-count");
    assert_signing("[甲局, 乙局]", "seal: a.png", "bulletin.md:5:7 seal-count");
    assert_signing("[甲局, 乙局, 甲局, 甲局]", "",
                   "bulletin.md:4:18 duplicate-value\n"
                   "bulletin.md:4:22 duplicate-value");
    assert_signing("甲局", "recipients: [乙局, 丙局, 乙局]", "bulletin.md:5:22 duplicate-value");
    assert_signing("甲局", "copy-to: [乙局, 乙局]", "bulletin.md:5:15 duplicate-value");
    assert_signing("甲局", "masthead: [乙局, 乙局]", "bulletin.md:5:16 duplicate-value");
    assert_signing("[甲局, 乙局]", "signatory: [王某, 王某]", "");
    assert_signing("甲局", "stamp: a.png\npost: 局长", "");
    assert_signing("甲局", "stamp: true", "bulletin.md:5:8 stamp-without-post");
    assert_signing("甲局", "stamp: [a.png, b.png]\npost: 局长", "bulletin.md:5:16 stamp-count");
    assert_signing("[甲局, 乙局]", "stamp: true\npost: 局长", "bulletin.md:6:7 post-count");
    assert_signing("甲局", "post: 局长", "bulletin.md:5:7 post-without-stamp");
    assert_signing("甲局", "seal: true\nstamp: true\npost: 局长", "bulletin.md:6:8 seal-and-stamp");
}

static void test_node_keys(void)
{
    static const gchar *const fronts[] = {
        "id: overtime\nstatus: done\nresponsible: 党政办\ndue: 2023-08-31\n"
        "completed: 2023-06-08\nlead: 关于补助，\nkind: finding\ndraft: false\n",
        "编号: overtime\n状态: 已完成\n责任单位: 党政办\n时限: 2023-08-31\n"
        "完成日期: 2023-06-08\n引语: 关于补助，\n类型: 问题\n草稿: 否\n",
    };

    for (guint i = 0; i < G_N_ELEMENTS(fronts); i++) {
        g_auto(Content) content = read_finding(fronts[i]);
        const Node *node = first(&content);
        assert_faults(&content, "");
        g_assert_cmpstr(node->id.text, ==, "overtime");
        g_assert_cmpint(node->status, ==, STATUS_DONE);
        g_assert_cmpstr(node->responsible.text, ==, "党政办");
        g_assert_cmpuint(node->due.month, ==, 8);
        g_assert_cmpuint(node->completed.day, ==, 8);
        g_assert_cmpint(node->lead_kind, ==, LEAD_OWN);
        g_assert_cmpstr(node->lead.text, ==, "关于补助，");
    }
}

static void test_status_words(void)
{
    static const struct {
        const gchar *front;
        Status status;
    } cases[] = {
        {"status: planned\n", STATUS_PLANNED},
        {"status: 未启动\n", STATUS_PLANNED},
        {"status: ongoing\n", STATUS_ONGOING},
        {"status: 推进中\n", STATUS_ONGOING},
        {"status: done\n", STATUS_DONE},
        {"status: 已完成\n", STATUS_DONE},
        {"status: standing\n", STATUS_STANDING},
        {"status: 长期坚持\n", STATUS_STANDING},
        {"status:\n", STATUS_NONE},
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(Content) content = read_finding(cases[i].front);
        assert_faults(&content, "");
        g_assert_cmpint(first(&content)->status, ==, cases[i].status);
    }
}

static void test_lead_verbatim(void)
{
    static const gchar *const fronts[] = {"lead: verbatim\n", "引语: 原文\n"};

    for (guint i = 0; i < G_N_ELEMENTS(fronts); i++) {
        g_auto(Content) content = read_finding(fronts[i]);
        g_assert_cmpint(first(&content)->lead_kind, ==, LEAD_VERBATIM);
        g_assert_null(first(&content)->lead.text);
    }
    g_auto(Content) plain = read_finding("id: a\n");
    g_assert_cmpint(first(&plain)->lead_kind, ==, LEAD_TEMPLATE);
}

static void test_node_faults(void)
{
    g_auto(Content) content = read_finding("id: a b\nstatus: finished\nkind: measure\n"
                                           "draft: maybe\nstaus: done\ntitle: x\ndue: 8月\n");

    assert_faults(&content, "1-x.md:2:5 bad-id\n"
                            "1-x.md:3:9 bad-value\n"
                            "1-x.md:4:7 bad-value\n"
                            "1-x.md:5:8 wrong-kind\n"
                            "1-x.md:6:1 unknown-key\n"
                            "1-x.md:7:1 unknown-key\n"
                            "1-x.md:8:6 bad-date");
    assert_says(&content, LANG_ZH, "可以写：planned 未启动, ongoing 推进中");
    assert_says(&content, LANG_EN, "did you mean 'status'?");
    g_assert_null(first(&content)->id.text);
}

static void test_heading_keys(void)
{
    g_auto(Content) content = content_read(
        FILES({"1-h/index.md", "---\nid: h\nkind: heading\nstatus: done\n引语: x\n---\n# 标题\n"}));

    assert_faults(&content, "1-h/index.md:4:1 key-place\n1-h/index.md:5:1 key-place");
    assert_says(&content, LANG_EN, "what can be given here: id, draft, kind");
}

static void test_ids(void)
{
    static const gchar *const good[] = {"值班补助", "a-1_b.c", "2023", "〇一"};
    static const gchar *const bad[] = {"a/b", "\"a b\"", "\"#a\"", "编号：一", "\"\\u200bx\""};

    for (guint i = 0; i < G_N_ELEMENTS(good); i++) {
        g_autofree gchar *front = g_strdup_printf("id: %s\n", good[i]);
        g_auto(Content) content = read_finding(front);
        assert_faults(&content, "");
    }
    for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
        g_autofree gchar *front = g_strdup_printf("id: %s\n", bad[i]);
        g_auto(Content) content = read_finding(front);
        assert_faults(&content, "1-x.md:2:5 bad-id");
    }
}

/* A value on thousands of lines takes time in proportion to its length. */
static void test_long_value(void)
{
    g_autoptr(GString) front = g_string_new("summary: a\n");

    for (guint i = 0; i < 15000; i++)
        g_string_append(front, "  b\n");
    gint64 start = g_get_monotonic_time();
    g_auto(Content) content = read_more(front->str);
    g_assert_cmpint(g_get_monotonic_time() - start, <, 2 * G_USEC_PER_SEC);
    assert_faults(&content, "");
    g_assert_cmpuint(strlen(content.bulletin->meta.summary.text), ==, 30001);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/metadata/all-keys", test_all_keys);
    g_test_add_func("/metadata/defaults", test_defaults);
    g_test_add_func("/metadata/missing", test_missing);
    g_test_add_func("/metadata/unreadable-front", test_unreadable_front);
    g_test_add_func("/metadata/title-lines", test_title_lines);
    g_test_add_func("/metadata/folded-text", test_folded_text);
    g_test_add_func("/metadata/dates", test_dates);
    g_test_add_func("/metadata/date-chinese", test_date_chinese);
    g_test_add_func("/metadata/unknown-keys", test_unknown_keys);
    g_test_add_func("/metadata/duplicate-in-two-languages", test_duplicate_in_two_languages);
    g_test_add_func("/metadata/wrong-kinds", test_wrong_kinds);
    g_test_add_func("/metadata/seal", test_seal);
    g_test_add_func("/metadata/signing", test_signing);
    g_test_add_func("/metadata/node-keys", test_node_keys);
    g_test_add_func("/metadata/status-words", test_status_words);
    g_test_add_func("/metadata/lead-verbatim", test_lead_verbatim);
    g_test_add_func("/metadata/node-faults", test_node_faults);
    g_test_add_func("/metadata/heading-keys", test_heading_keys);
    g_test_add_func("/metadata/ids", test_ids);
    g_test_add_func("/metadata/long-value", test_long_value);
    return g_test_run();
}
