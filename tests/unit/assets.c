/* The images of a bulletin: figures wherever they stand, and seals. */
#include "model/build.h"
#include "model/fields.h"

#include "content.h"
#include "pictures.h"

#define SQUARE SVG_HEAD "width='96' height='96'/>"

static void put(const gchar *folder, const gchar *name, GBytes *bytes)
{
    g_autofree gchar *path = g_build_filename(folder, name, NULL);
    g_autofree gchar *parent = g_path_get_dirname(path);
    gsize length;
    const gchar *data = g_bytes_get_data(bytes, &length);

    g_assert_cmpint(g_mkdir_with_parents(parent, 0700), ==, 0);
    g_assert_true(g_file_set_contents(path, data, (gssize) length, NULL));
    g_bytes_unref(bytes);
}

/* A figure that names a file, at the beginning of a source. */
static Block *figure(const Source *source, const gchar *path)
{
    Block *block = block_new(BLOCK_FIGURE, (Span){source, 0, 3});

    block->figure->path = g_strdup(path);
    block->figure->alt = g_strdup("图");
    block->figure->path_span = (Span){source, 0, 3};
    return block;
}

static const Source *source_named(const Content *content, const gchar *suffix)
{
    for (guint i = 0; i < content->tree->sources->len; i++) {
        const Source *source = content->tree->sources->pdata[i];
        if (g_str_has_suffix(source->path, suffix))
            return source;
    }
    g_assert_not_reached();
}

static void read_images(Content *content)
{
    bulletin_read_images(content->bulletin, content->tree->folder, content->sink);
}

static void add(GPtrArray *blocks, const Source *source, const gchar *path)
{
    g_ptr_array_add(blocks, figure(source, path));
}

static const Image *image_of(const GPtrArray *blocks)
{
    const Block *block = blocks->pdata[blocks->len - 1];

    return block->figure->image;
}

/* Opening, heading, finding, measure, closing, annex, a list: the same file, read once. */
static void test_everywhere(void)
{
    g_auto(Content) content = content_read(
        FILES({"images/a.svg", SQUARE}, {"closing.md", "结尾。"}, {"1-a/index.md", "# 标题"},
              {"1-a/1.md", "# 问题\n\n1. 措施\n\n结尾。"}, {"annexes/1.md", "# 附件\n\n正文。"}));
    Bulletin *bulletin = content.bulletin;
    Node *heading = bulletin->children->pdata[0], *finding = heading->children->pdata[0];
    Node *measure = finding->children->pdata[0];
    Annex *annex = bulletin->annexes->pdata[0];
    const Source *top = source_named(&content, "bulletin.md"),
                 *deep = source_named(&content, "1-a/1.md");
    GPtrArray *places[] = {bulletin->opening, bulletin->closing, heading->blocks, finding->blocks,
                           measure->blocks,   finding->closing,  annex->blocks};
    Block *list = block_new(BLOCK_LIST, SPAN_NONE), *item = block_new(BLOCK_ITEM, SPAN_NONE);

    g_ptr_array_add(list->children, item);
    g_ptr_array_add(bulletin->opening, list);
    add(item->children, top, "images/a.svg");
    for (guint i = 0; i < G_N_ELEMENTS(places); i++)
        add(places[i], i < 2 ? top : deep, i < 2 ? "./images/a.svg" : "../images/a.svg");
    read_images(&content);
    assert_faults(&content, "");
    const Image *first = image_of(item->children);
    g_assert_nonnull(first);
    g_assert_cmpstr(first->name, ==, "images/a.svg");
    g_assert_true(first->where.source == top);
    for (guint i = 0; i < G_N_ELEMENTS(places); i++)
        g_assert_true(image_of(places[i]) == first);
    g_assert_cmpint(first->references, ==, G_N_ELEMENTS(places) + 1);
}

static void test_tables_are_left_alone(void)
{
    g_auto(Content) content = content_read(FILES({"closing.md", "x"}));
    const Source *source = source_named(&content, "bulletin.md");

    add(content.bulletin->opening, source, "nothing.csv");
    add(content.bulletin->opening, source, "a.svg/NOTHING.CSV");
    read_images(&content);
    assert_faults(&content, "");
}

/* A file that cannot be used is told of once, what is wrong with a path each time. */
static void test_faults(void)
{
    g_auto(Content) content = content_read(FILES({"a.png", "GIF89a"}, {"closing.md", "结尾。"}));
    const Source *source = source_named(&content, "bulletin.md"),
                 *other = source_named(&content, "closing.md");

    add(content.bulletin->opening, source, "a.png");
    add(content.bulletin->closing, other, "a.png");
    add(content.bulletin->closing, other, "b.svg");
    add(content.bulletin->opening, source, "b.svg");
    add(content.bulletin->opening, source, "../a.png");
    read_images(&content);
    assert_faults(&content, "bulletin.md:1:1 image-format\n"
                            "bulletin.md:1:1 link-outside\n"
                            "bulletin.md:1:1 no-such-file\n"
                            "closing.md:1:1 no-such-file");
    g_assert_null(image_of(content.bulletin->closing));
}

/* The front matter `front`, with files made before. */
static Content read_seals(const gchar *front)
{
    Content content = {g_dir_make_tmp("content-XXXXXX", NULL), NULL, diagnostics_new(), NULL};
    g_autofree gchar *text = g_strconcat(
        "---\ntitle: 通报\nissuer: [甲局, 乙局]\ndate: 2023-09-15\n", front, "\n---\n", NULL);

    content_write(content.folder, "bulletin.md", text);
    put(content.folder, "印章/甲.png", picture_png(PNG_KIND(8, 4, RGB_ALPHA, .alpha = 0)));
    put(content.folder, "opaque.png", picture_png(PNG_KIND(8, 4, RGB_ALPHA, .alpha = 255)));
    put(content.folder, "photo.png", picture_jpeg(JPEG_KIND(8, 4, 3)));
    put(content.folder, "b.svg", picture_svg(SQUARE));
    content.tree = source_tree_read(content.folder, content.sink);
    content.bulletin = bulletin_build(content.tree, content.sink);
    return content;
}

static void test_seals(void)
{
    g_auto(Content) content = read_seals("seal: [印章/甲.png, b.svg]");
    const GPtrArray *images = content.bulletin->meta.seal.images;

    assert_faults(&content, "");
    g_assert_cmpuint(images->len, ==, 2);
    g_assert_cmpstr(((const Image *) images->pdata[0])->name, ==, "印章/甲.png");
    g_assert_cmpstr(((const Image *) images->pdata[1])->name, ==, "b.svg");
    g_assert_cmpuint(content.bulletin->meta.stamp.images->len, ==, 0);

    g_auto(Content) by_hand = read_seals("seal: true");
    assert_faults(&by_hand, "");
    g_assert_cmpuint(by_hand.bulletin->meta.seal.images->len, ==, 0);
}

static void test_bad_seals(void)
{
    g_auto(Content) content = read_seals("seal:\n- opaque.png\n- photo.png");

    assert_faults(&content, "bulletin.md:6:3 seal-not-transparent\n"
                            "bulletin.md:7:3 seal-not-transparent");
    assert_says(&content, LANG_EN, "'opaque.png' is not transparent and would hide the text");
    assert_says(&content, LANG_ZH, "“opaque.png”不透明，会盖住文字");

    g_auto(Content) missing = read_seals("印章: [b.svg, 印章/乙.png]");
    assert_faults(&missing, "bulletin.md:5:13 no-such-file");
    assert_says(&missing, LANG_ZH, "是不是“印章/甲.png”？");
    g_assert_cmpuint(missing.bulletin->meta.seal.images->len, ==, 2);
    g_assert_null(missing.bulletin->meta.seal.images->pdata[1]);

    g_auto(Content) stamp = read_seals("stamp: [opaque.png, ../b.svg]\npost: [局长, 局长]");
    assert_faults(&stamp, "bulletin.md:5:9 seal-not-transparent\n"
                          "bulletin.md:5:21 link-outside");
}

/* Sparse files: each is read before the next, and the fifth is too much. */
static void test_limit(void)
{
    g_auto(Content) content = content_read(FILES({"closing.md", "x"}));
    const Source *source = source_named(&content, "bulletin.md");
    g_autoptr(GBytes) bytes = picture_png(PNG_KIND(8, 4, GRAY));
    gsize length;
    const guint8 *data = g_bytes_get_data(bytes, &length);
    const gsize most = 64 * 1024 * 1024;

    for (guint i = 0; i < 7; i++) {
        g_autofree gchar *name = g_strdup_printf("%u.png", i);
        g_autofree gchar *path = g_build_filename(content.folder, name, NULL);
        put(content.folder, name, g_bytes_new(data, length));
        g_assert_cmpint(truncate(path, (off_t) (most + (i == 6))), ==, 0);
        add(content.bulletin->opening, source, i == 0 ? "6.png" : name);
    }
    add(content.bulletin->opening, source, "missing.png");
    read_images(&content);
    assert_faults(&content, "bulletin.md:1:1 limit\nbulletin.md:1:1 limit");
    assert_says(&content, LANG_EN, "'6.png' is larger than 64 MiB");
    assert_says(&content, LANG_EN, "images are larger than 256 MiB in all");
    g_assert_null(image_of(content.bulletin->opening));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/assets/everywhere", test_everywhere);
    g_test_add_func("/assets/tables", test_tables_are_left_alone);
    g_test_add_func("/assets/faults", test_faults);
    g_test_add_func("/assets/seals", test_seals);
    g_test_add_func("/assets/bad-seals", test_bad_seals);
    g_test_add_func("/assets/limit", test_limit);
    return g_test_run();
}
