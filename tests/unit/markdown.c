#include "blocks.h"

/* One paragraph, its strong text in square brackets and its emphasis in angle brackets. */
static void assert_marks(const gchar *text, const gchar *expected)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(Source) source = source_of(text);
    g_autoptr(GPtrArray) blocks = markdown_read(source, 0, (guint32) source->length, sink);
    g_autoptr(GString) marked = g_string_new(NULL);
    g_assert_cmpuint(blocks->len, ==, 1);
    const GArray *inlines = ((Block *) g_ptr_array_index(blocks, 0))->inlines;
    for (guint i = 0; i < inlines->len; i++) {
        const Inline *run = &g_array_index(inlines, Inline, i);
        gboolean strong = run->flags & INLINE_STRONG, emphasis = run->flags & INLINE_EMPHASIS;
        g_string_append_printf(marked, "%s%s%s%s%s", strong ? "[" : "", emphasis ? "<" : "",
                               run->text, emphasis ? ">" : "", strong ? "]" : "");
    }
    g_assert_cmpstr(marked->str, ==, expected);
    assert_reports(sink, "");
}

static void test_chinese_emphasis(void)
{
    static const gchar *const cases[][2] = {
        {"**严格执行制度。**加强监督", "[严格执行制度。]加强监督"},
        {"加强**“四个意识”**教育", "加强[“四个意识”]教育"},
        {"“**乙**丙", "“[乙]丙"},
        {"甲**乙**”", "甲[乙]”"},
        {"“**甲**”、“**乙**”。", "“[甲]”、“[乙]”。"},
        {"**甲**、**乙**", "[甲]、[乙]"},
        {"**甲**，**乙。**丙", "[甲]，[乙。]丙"},
        {"**重点：**（**一**）", "[重点：]（[一]）"},
        {"**甲：**（**“**乙", "[甲：]（[“]乙"},
        {"甲**，**。**“**", "甲[，]。[“]"},
        {"（**甲乙**）", "（[甲乙]）"},
        {"**（一）**学习**（二）**落实", "[（一）]学习[（二）]落实"},
        {"《**条例**》**（试行）**的", "《[条例]》[（试行）]的"},
        {"甲——**乙——**丙", "甲——[乙——]丙"},
        {"甲……**乙……**丙", "甲……[乙……]丙"},
        {"**甲·**乙**·丙**", "[甲·]乙[·丙]"},
        {"*甲。*乙", "<甲。>乙"},
        {"***甲。***乙", "[<甲。>]乙"},
        {"**甲（*乙*）丙。**丁", "[甲（][<乙>][）丙。]丁"},
        {"*甲，**乙。***丙", "<甲，>[<乙。>]丙"},
        {"**甲，*乙。***丙", "[甲，][<乙。>]丙"},
        {"**𠀀。**𠀁", "[𠀀。]𠀁"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_marks(cases[i][0], cases[i][1]);
}

/* ASCII marks may be syntax and are left; the Chinese letter on the other side makes the pair. */
static void test_mixed_emphasis(void)
{
    static const gchar *const cases[][2] = {
        {"增长**80%**的", "增长[80%]的"},
        {"**(一)**学习**(二)**落实", "[(一)]学习[(二)]落实"},
        {"**(一)**，学习", "[(一)]，学习"},
        {"**注意:**后面", "[注意:]后面"},
        {"使用**“Windows”**7", "使用[“Windows”]7"},
        {"**done.** next **one**.", "[done.] next [one]."},
        {"a**b**c *d* **e**", "a[b]c <d> [e]"},
        {"￥**5**元、℃**多**了", "￥[5]元、℃[多]了"},
        {"5 * 6 ** 7，2*3", "5 * 6 ** 7，2*3"},
        {"甲\\*\\*乙。\\*\\*丙", "甲**乙。**丙"},
        {"**甲。** 乙", "[甲。] 乙"},
        {"**甲。　**乙", "**甲。　**乙"}, /* U+3000 is a space */
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_marks(cases[i][0], cases[i][1]);
    assert_reads("见**[办法](https://x.cn)**规定",
                 "P\n. 1:1 见\nS 1:5 办法 -> https://x.cn\n. 1:24 规定\n");
}

static void test_places(void)
{
    assert_reads("# 标题 **重**点 #\n\n　一，*二*\n   三**四\n五**六",
                 "H1\n. 1:3 标题 \nS 1:8 重\n. 1:11 点\n"
                 "P\n. 3:1 　一，\nE 3:5 二\n. 4:4 三\nS 4:7 四\nS 5:1 五\n. 5:4 六\n");
    assert_reads("1. 甲\n   *乙*丙\n\n   丁\n10. 戊\n己\n    1) 庚",
                 "L\n I\n  P\n. 1:4 甲\nE 2:5 乙\n. 2:7 丙\n  P\n. 4:4 丁\n"
                 " I\n  P\n. 5:5 戊\n. 6:1 己\n  L\n   I\n    P\n. 7:8 庚\n");
    assert_reads("甲\\*乙&amp;丙&#20013;\\\\", "P\n. 1:1 甲\n. 1:3 *乙\n.~ 1:5 &\n. 1:10 丙\n"
                                               ".~ 1:11 中\n. 1:20 \\\n");
    assert_reads("AT&T & &x; \\q", "P\n. 1:1 AT&T & &x; \\q\n");
    assert_reads("甲  \n乙\\\n  丙", "P\n. 1:1 甲\n/ 1:2 \n. 2:1 乙\n/ 2:2 \n. 3:3 丙\n");
    assert_reads("标题\n乙\n---\n文", "H2\n. 1:1 标题\n. 2:1 乙\nP\n. 4:1 文\n");
    assert_reads("甲\n\n\n\n\n---\n\n\n\n乙", "P\n. 1:1 甲\nB\nP\n. 10:1 乙\n");
}

static void test_only_a_part_is_read(void)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(Source) source = source_of("---\na: b\n---\n# 甲\n\n乙\n");
    g_autoptr(GPtrArray) blocks = markdown_read(source, 13, (guint32) source->length, sink);
    g_autoptr(GString) dump = g_string_new(NULL);
    dump_blocks(blocks, 0, dump);
    g_assert_cmpstr(dump->str, ==, "H1\n. 4:3 甲\nP\n. 6:1 乙\n");
}

static void test_byte_order_mark(void)
{
    assert_read("\xEF\xBB\xBF# 甲", "H1\n. 1:3 甲\n", "");
}

static void assert_joined(const gchar *text, const gchar *expected)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(Source) source = source_of(text);
    g_autoptr(GPtrArray) blocks = markdown_read(source, 0, (guint32) source->length, sink);
    g_autofree gchar *joined = inlines_text(((Block *) g_ptr_array_index(blocks, 0))->inlines);
    g_assert_cmpstr(joined, ==, expected);
}

static void test_soft_breaks(void)
{
    assert_joined("甲\n乙", "甲乙");
    assert_joined("甲，\n乙", "甲，乙");
    assert_joined("甲\n（乙", "甲（乙");
    assert_joined("one\ntwo", "one two");
    assert_joined("one  two\n   three", "one  two three");
    assert_joined("甲\nWindows", "甲Windows");
    assert_joined("Windows\n系统", "Windows系统");
    assert_joined("2023\n年", "2023年");
    assert_joined("“四个意识”\n“四个自信”", "“四个意识”“四个自信”");
    assert_joined("……\n——甲", "……——甲");
    assert_joined("“yes”\nand", "“yes” and");
    assert_joined("**one**\n*two*", "one two");
    assert_joined("**甲**\n*two*", "甲two");
    assert_joined("[one](#a)\n[two](#b)", "one two");
    assert_joined("one\n&lt;", "one <");
    assert_joined("one <!-- x -->\ntwo", "one two");
    assert_joined("one\n[](#a) two", "one two");
    assert_joined("甲　\n乙", "甲　乙");
}

static void test_links(void)
{
    assert_reads("见[甲*乙*](https://x.cn)。",
                 "P\n. 1:1 见\n. 1:3 甲 -> https://x.cn\nE 1:5 乙 -> https://x.cn\n. 1:22 。\n");
    assert_reads("<https://x.cn/?a=1&b> <a@b.c>",
                 "P\n. 1:2 https://x.cn/?a=1&b -> https://x.cn/?a=1&b\n. 1:22  \n"
                 ". 1:24 a@b.c -> mailto:a@b.c\n");
    assert_reads("[甲][k]、[k][]、[k]\n\n[k]: tel:110\n",
                 "P\n. 1:2 甲 -> tel:110\n. 1:7 、\n. 1:9 k -> tel:110\n. 1:13 、\n"
                 ". 1:15 k -> tel:110\n");
    assert_reads("[k]: #a\n[j]: <#b>\n甲[k][j]", "P\n. 3:1 甲\n. 3:3 k -> #b\n");
    assert_reads("甲[乙](#a)[丙](#a)", "P\n. 1:1 甲\n. 1:3 乙 -> #a\n. 1:10 丙 -> #a\n");
    assert_reads("one\n[two](#a)", "P\n. 1:1 one\n.~ 1:4  \n. 2:2 two -> #a\n");
    assert_reads("[a <http://b.c> d\\_](#x)f\\_",
                 "P\n. 1:2 a  -> #x\n. 1:5 http://b.c -> http://b.c\n"
                 ". 1:16  d -> #x\n. 1:19 _ -> #x\n. 1:25 f\n"
                 ". 1:27 _\n");
    assert_reads("见[](#id)和**[](#b)**", "P\n. 1:1 见\n# 1:2  -> #id\n. 1:9 和\nS# 1:12  -> #b\n");
}

static void test_references(void)
{
    assert_reads("见[](#a)[](#b \"页\")[](#c 'page')[][k]**[](#d (页))**\n\n[k]: #e \"页\"\n",
                 "P\n. 1:1 见\n# 1:2  -> #a\n#p 1:8  -> #b\n#p 1:18  -> #c\n#p 1:31  -> #e\n"
                 "S#p 1:38  -> #d\n");
    assert_reads("[](#a \"\")", "P\n# 1:1  -> #a\n");
    assert_read("[](#a \"页码\")", "P\n# 1:1  -> #a\n", "1:8 link-title\n");
    assert_read("[甲](#a \"页\")", "P\n. 1:2 甲 -> #a\n", "1:9 link-title\n");
    assert_read("[甲](https://x.cn \"题\")", "P\n. 1:2 甲 -> https://x.cn\n", "1:19 link-title\n");
    assert_read("[甲][k]、[][k]\n\n[k]: #a \"页\"", "P\n. 1:2 甲 -> #a\n. 1:7 、\n#p 1:8  -> #a\n",
                "1:1 link-title\n");
    assert_read("[甲][k]\n\n[k]: #a \"题\"", "P\n. 1:2 甲 -> #a\n", "3:10 link-title\n");
}

static void test_bad_links(void)
{
    assert_read("甲[乙](javascript:x)", "P\n. 1:1 甲\n. 1:3 乙\n", "1:2 bad-link\n");
    assert_read("[乙](JavaScript:x) [丙](HTTP://x)",
                "P\n. 1:2 乙\n. 1:18  \n. 1:20 丙 -> HTTP://x\n", "1:1 bad-link\n");
    assert_read("[乙](a.md)", "P\n. 1:2 乙\n", "1:1 bad-link\n");
    assert_read("[乙](#)", "P\n. 1:2 乙\n", "1:1 bad-link\n");
    assert_read("[乙](<https:x y>)", "P\n. 1:2 乙\n", "1:1 bad-link\n");
    assert_read("<ftp://x>", "P\n. 1:2 ftp://x\n", "1:1 bad-link\n");
    assert_read("[](https://x) 乙", "P\n. 1:15 乙\n", "1:1 empty-text\n");
    /* A note that happens to have the form of a definition would be lost. */
    assert_read("甲\n\n[注]: 有关规定\n\n乙", "P\n. 1:1 甲\nP\n. 5:1 乙\n", "3:6 bad-link\n");
    assert_read("[注]: 有关规定\n乙[注]", "P\n. 2:1 乙\n. 2:3 注\n", "1:6 bad-link\n");
    assert_read("1. 甲\n2. [注]: 有关规定\n", "L\n I\n  P\n. 1:4 甲\n I\n", "2:9 bad-link\n");
    assert_read("甲\n===\n[注]: 有关规定\n", "H1\n. 1:1 甲\n", "3:6 bad-link\n");
}

static void test_marked_spans(void)
{
    assert_reads("由[唐某某]{不断}任", "P\n. 1:1 由\nN4 1:3 唐某某\n. 1:11 任\n");
    assert_reads("[甲]{nobreak}[乙]{专名}[丙]{proper}[丁]{书名}[戊]{book}[己]{着重}[庚]{dot}",
                 "P\nN1 1:2 甲\nP15 1:14 乙\nP28 1:21 丙\nB41 1:32 丁\nB54 1:39 戊\n"
                 "D 1:48 己\nD 1:55 庚\n");
    assert_reads("[史记]{书名 不断  着重}", "P\nN1B1D 1:2 史记\n");
    assert_reads("# [甲]{专名}", "H1\nP3 1:4 甲\n");
    /* emphasis and links go on through a span, and it through them */
    assert_reads("[甲**乙*丙***丁]{专名}", "P\nP1 1:2 甲\nP1S 1:5 乙\nP1ES 1:7 丙\nP1 1:11 丁\n");
    assert_reads("**甲[乙]{着重}丙。**丁", "P\nS 1:3 甲\nDS 1:5 乙\nS 1:11 丙。\n. 1:15 丁\n");
    assert_reads("*甲[乙*丙]{着重}丁", "P\nE 1:2 甲\nDE 1:4 乙\nD 1:6 丙\n. 1:12 丁\n");
    assert_reads("**[甲]{专名}**乙**[丙]{专名}**", "P\nP3S 1:4 甲\n. 1:12 乙\nP23S 1:16 丙\n");
    assert_reads("[甲[乙]{专名}](#a)[[丙](#b)丁]{专名}",
                 "P\n. 1:2 甲 -> #a\nP5 1:4 乙 -> #a\nP23 1:17 丙 -> #b\nP23 1:23 丁\n");
    assert_reads("[见[](#a)]{不断}", "P\nN1 1:2 见\nN1# 1:3  -> #a\n");
    assert_reads("[甲  \n乙&amp;\\*]{着重}", "P\nD 1:2 甲\nD/ 1:3 \nD 2:1 乙\nD~ 2:2 &\nD 2:8 *\n");
    /* of nested spans of one kind the outer counts, of lines too */
    assert_reads("[甲[乙]{不断 着重}丙]{不断}", "P\nN1 1:2 甲\nN1D 1:4 乙\nN1 1:13 丙\n");
    assert_reads("[[中国]{专名}史]{书名}", "P\nB1 1:3 中国\nB1 1:10 史\n");
}

/* What is no span stays as it was written. */
static void test_brackets(void)
{
    assert_reads("甲[乙]丙", "P\n. 1:1 甲[乙]丙\n");
    assert_reads("[甲] {专名}", "P\n. 1:1 [甲] {专名}\n");
    assert_reads("甲]{专名}", "P\n. 1:1 甲]{专名}\n");
    assert_reads("[甲]{专名", "P\n. 1:1 [甲]{专名\n");
    assert_reads("[甲]{专\n名}", "P\n. 1:1 [甲]{专\n. 2:1 名}\n");
    assert_reads("\\[甲]{专名}", "P\n. 1:2 [甲]{专名}\n");
    assert_reads("[甲]\\{专名}", "P\n. 1:1 [甲]\n. 1:5 {专名}\n");
    assert_reads("[甲\\]{专名}", "P\n. 1:1 [甲\n. 1:4 ]{专名}\n");
    assert_reads("\\\\[甲]{着重}", "P\n. 1:2 \\\nD 1:4 甲\n");
    assert_reads("[甲[1]乙]{着重}", "P\nD 1:2 甲[1]乙\n");
    assert_reads("[甲[1]乙", "P\n. 1:1 [甲[1]乙\n");
    assert_reads("<https://x.cn/[a]{dot}>",
                 "P\n. 1:2 https://x.cn/[a]{dot} -> https://x.cn/[a]{dot}\n");
    assert_reads("甲[乙\n\n丙]{专名}", "P\n. 1:1 甲[乙\nP\n. 3:1 丙]{专名}\n");
}

/* A line break is what it would be without the brackets. */
static void test_soft_breaks_at_spans(void)
{
    assert_joined("……\n[唐]{不断}", "……唐");
    assert_joined("[唐]{不断}\n……", "唐……");
    assert_joined("[唐]{不断}\nWindows", "唐Windows");
    assert_joined("[one]{dot}\n[two]{dot}", "one two");
    assert_joined("[one]{dot}\n[[唐]{不断}]{专名}", "one唐");
    assert_joined("[one\ntwo 甲\n乙]{dot}", "one two 甲乙");
    assert_joined("one&#32;[two]{dot}", "one two");
}

static void test_unknown_marks(void)
{
    assert_read("[甲]{专明}", "P\n. 1:2 甲\n", "1:5 unknown-mark\n");
    assert_read("乙[甲]{不断 dots}", "P\n. 1:1 乙\nN4 1:3 甲\n", "1:9 unknown-mark\n");
    assert_read("[甲]{}", "P\n. 1:2 甲\n", "1:4 unknown-mark\n");
    assert_read("乙[]{专名}", "P\n. 1:1 乙\n", "1:2 empty-text\n");
}

static void test_comments(void)
{
    assert_reads("甲<!-- 注 -->乙", "P\n. 1:1 甲\n. 1:12 乙\n");
    assert_reads("甲<!-- | # 1. **a\n1. b** -->乙", "P\n. 1:1 甲\n. 2:11 乙\n");
    assert_reads("甲<!-- a -- b\n> c --->乙", "P\n. 1:1 甲\n. 2:9 乙\n");
    assert_reads("<!-- 注\n\n- a\n-->\n\n甲", "P\n. 6:1 甲\n");
    assert_reads("<!-- 一 --> <!-- 二 -->\n甲", "P\n. 2:1 甲\n");
    assert_reads("<!-- a -->", "");
    assert_reads("甲\\<!-- 乙", "P\n. 1:1 甲\n. 1:3 <!-- 乙\n");
    assert_read("<!-- 一 --> 二", "", "1:1 raw-html\n");
    assert_read("<!-- 一\n\n二", "", "1:1 raw-html\n");
    assert_read("甲<!-- 一\n\n二 -->", "P\n. 1:1 甲<!-- 一\nP\n. 3:1 二 -->\n", "1:2 raw-html\n");
    assert_read("<!-->\n\n甲", "P\n. 3:1 甲\n", "1:1 raw-html\n");
}

static void test_refused_blocks(void)
{
    assert_read("甲\n\n<div>\n乙\n</div>\n\n丙", "P\n. 1:1 甲\nP\n. 7:1 丙\n", "3:1 raw-html\n");
    assert_read("```c\nx\n```\n甲", "P\n. 4:1 甲\n", "1:1 not-an-element\n");
    assert_read("甲\n\n    乙\n", "P\n. 1:1 甲\n", "3:5 not-an-element\n");
    assert_read("> 甲\n> - 乙\n\n丙", "P\n. 4:1 丙\n", "1:1 not-an-element\n");
    assert_read("1. 甲\n   - 乙\n   - 丙\n2. 丁", "L\n I\n  P\n. 1:4 甲\n I\n  P\n. 4:4 丁\n",
                "2:4 not-an-element\n");
}

static void test_refused_inlines(void)
{
    assert_read("甲<b>乙</b>", "P\n. 1:1 甲\n. 1:5 乙\n", "1:2 raw-html\n1:6 raw-html\n");
    assert_read("甲`x`` y`乙", "P\n. 1:1 甲\n. 1:9 乙\n", "1:2 not-an-element\n");
    assert_read("甲&#x202E;乙&zwj;", "P\n. 1:1 甲\n.~ 1:2 \u202E\n. 1:10 乙\n.~ 1:11 \u200D\n",
                "1:2 bad-character\n1:11 zero-width\n");
}

static gchar *repeat(const gchar *part, guint times)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < times; i++)
        g_string_append(text, part);
    return g_string_free(text, FALSE);
}

static guint depth_of(const GPtrArray *blocks)
{
    if (!blocks || blocks->len == 0)
        return 0;
    return 1 + depth_of(((Block *) g_ptr_array_index(blocks, 0))->children);
}

static void test_limits(void)
{
    g_autofree gchar *most = repeat("1. ", 99), *more = repeat("1. ", 150);
    g_autofree gchar *quotes = repeat(">", 100000), *images = repeat("![[]()", 50000);
    g_autofree gchar *deep = g_strconcat(most, "甲", NULL);
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(Source) source = source_of(deep);
    g_autoptr(GPtrArray) blocks = markdown_read(source, 0, (guint32) source->length, sink);
    g_assert_cmpuint(depth_of(blocks), ==, 2 * 99 + 1);
    assert_reports(sink, "");
    assert_read(more, "", "1:1 limit\n");
    assert_read(quotes, "", "1:1 limit\n");
    assert_read(images, "", "1:1 limit\n");
}

/* What cost cmark or a careless search the square of the length: a few seconds would be minutes. */
static void test_time_is_linear(void)
{
    static const gchar *const parts[] = {
        "*",         "[",     "*甲。*", "[a](",       "[a](<b",  "![[]()",   "<!-- ",
        "<?",        "&amp;", "\\*",    "甲\n",       "a**b",    "[a][b",    "`a",
        "1. 甲\n",   "\n",    "[^a",    "**甲。**",   "<a@b.c>", "[a]{dot}", "[a]{",
        "[[a]{dot}", "|",     "|-",     "|a|\n|-|\n", "\\|",     "{#a}",
    };
    g_autoptr(GTimer) timer = g_timer_new();
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
        g_autoptr(Diagnostics) sink = diagnostics_new();
        g_autofree gchar *text = repeat(parts[i], 100000);
        g_autoptr(Source) source = source_of(text);
        g_autoptr(GPtrArray) blocks = markdown_read(source, 0, (guint32) source->length, sink);
        g_assert_nonnull(blocks);
    }
    g_assert_cmpfloat(g_timer_elapsed(timer, NULL), <, 60.0);
}

/* One link with a long target and very many runs must not copy the target for each of them. */
static void test_targets_are_bounded(void)
{
    g_autofree gchar *runs = repeat("\\*", 20000), *target = repeat("a", 100000);
    g_autofree gchar *text = g_strconcat("[", runs, "](https://", target, ")", NULL);
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(Source) source = source_of(text);
    g_autoptr(GPtrArray) blocks = markdown_read(source, 0, (guint32) source->length, sink);
    assert_reports(sink, "1:1 limit\n");
    g_assert_cmpuint(((Block *) g_ptr_array_index(blocks, 0))->inlines->len, ==, 20000);
}

/* Text that is not verbatim is a resolved line break or a character reference; anything else was
 * not found in the source. */
static void assert_runs_found(const GArray *inlines, const gchar *text)
{
    for (guint i = 0; inlines && i < inlines->len; i++) {
        const Inline *run = &g_array_index(inlines, Inline, i);
        gboolean exact = (run->flags & INLINE_VERBATIM) || *run->text == '\0' ||
                         strcmp(run->text, " ") == 0 || text[run->span.start] == '&';
        if (!exact)
            g_error("'%s' was not found in:\n%s", run->text, text);
    }
}

static void assert_found(const GPtrArray *blocks, const gchar *text)
{
    for (guint i = 0; i < blocks->len; i++) {
        const Block *block = g_ptr_array_index(blocks, i);
        assert_runs_found(block->inlines, text);
        for (guint j = 0; block->table && j < block->table->rows->len; j++) {
            const GPtrArray *row = g_ptr_array_index(block->table->rows, j);
            for (guint k = 0; k < row->len; k++)
                assert_runs_found(((TableCell *) g_ptr_array_index(row, k))->inlines, text);
        }
        if (block->children)
            assert_found(block->children, text);
    }
}

static void test_random_texts(void)
{
    static const gchar *const parts[] = {
        "*",          "**",
        "_",          "[",
        "](",         "](#x)",
        ")",          "<http://a.b>",
        ">",          "\\",
        "\n",         "\r\n",
        "\n\n",       "  \n",
        "\\\n",       "`",
        "&amp;",      "&#65;",
        "![",         "](#id)",
        "[r]",        "\n\n[r]: http://x\n\n",
        "甲",         "。",
        "“",          "（",
        "）",         "A",
        "\n2. ",      "\n   ",
        "\n# ",       "\n---\n",
        "<!-- c -->", "<b>",
        "　",         "\t",
        "%",          "|",
        "𠀀",         "1. ",
        " ",          "\"t\"",
        "<!--",       "]{专名}",
        "{不断 dot}", "]",
        "\n|-|-|\n",  " | ",
        "{#id}",      "表1 ",
        "[^1]",       "\n[^1]: ",
        "\n    ",
    };
    for (guint32 seed = 0; seed < 3000; seed++) {
        GRand *random = g_rand_new_with_seed(seed);
        g_autoptr(GString) text = g_string_new(NULL);
        for (gint n = g_rand_int_range(random, 1, 25); n > 0; n--)
            g_string_append(text, parts[g_rand_int_range(random, 0, G_N_ELEMENTS(parts))]);
        g_rand_free(random);
        g_autoptr(Diagnostics) sink = diagnostics_new();
        g_autoptr(Source) source = source_of(text->str);
        g_autoptr(GPtrArray) blocks = markdown_read(source, 0, (guint32) source->length, sink);
        g_autoptr(GString) dump = g_string_new(NULL);
        dump_blocks(blocks, 0, dump); /* compares each verbatim run with the source */
        assert_found(blocks, text->str);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/markdown/chinese-emphasis", test_chinese_emphasis);
    g_test_add_func("/markdown/mixed-emphasis", test_mixed_emphasis);
    g_test_add_func("/markdown/places", test_places);
    g_test_add_func("/markdown/only-a-part-is-read", test_only_a_part_is_read);
    g_test_add_func("/markdown/byte-order-mark", test_byte_order_mark);
    g_test_add_func("/markdown/soft-breaks", test_soft_breaks);
    g_test_add_func("/markdown/links", test_links);
    g_test_add_func("/markdown/references", test_references);
    g_test_add_func("/markdown/bad-links", test_bad_links);
    g_test_add_func("/markdown/marked-spans", test_marked_spans);
    g_test_add_func("/markdown/brackets", test_brackets);
    g_test_add_func("/markdown/soft-breaks-at-spans", test_soft_breaks_at_spans);
    g_test_add_func("/markdown/unknown-marks", test_unknown_marks);
    g_test_add_func("/markdown/comments", test_comments);
    g_test_add_func("/markdown/refused-blocks", test_refused_blocks);
    g_test_add_func("/markdown/refused-inlines", test_refused_inlines);
    g_test_add_func("/markdown/limits", test_limits);
    g_test_add_func("/markdown/time-is-linear", test_time_is_linear);
    g_test_add_func("/markdown/targets-are-bounded", test_targets_are_bounded);
    g_test_add_func("/markdown/random-texts", test_random_texts);
    return g_test_run();
}
