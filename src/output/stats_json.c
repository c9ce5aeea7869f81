#include "output/stats_json.h"

#include <jansson.h>

#define FORMAT_NAME "mkbulletin-stats"
#define FORMAT_VERSION 1
#define PRECISION 12 /* digits: thousandths come out as they are */

static void set(json_t *object, const gchar *key, json_t *value)
{
    json_object_set_new(object, key, value);
}

static json_t *thousandths(gint64 number)
{
    return json_real((double) number / 1000);
}

static json_t *reasons_json(const Stats *stats)
{
    json_t *array = json_array();

    for (AdjustKind kind = 0; kind < ADJUST_COUNT; kind++) {
        const ReasonStats *reason = &stats->reasons[kind];
        if (reason->lines == 0)
            continue;
        json_t *object = json_object();
        set(object, "reason", json_string(adjust_name(kind)));
        set(object, "lines", json_integer(reason->lines));
        set(object, "most", thousandths(reason->most));
        set(object, "clause", json_string(adjust_clause(kind)));
        json_array_append_new(array, object);
    }
    return array;
}

static json_t *gaps_json(const Stats *stats)
{
    json_t *object = json_object();
    gboolean any = stats->gaps > 0;

    set(object, "count", json_integer(stats->gaps));
    set(object, "off", json_integer(stats->gaps_off));
    set(object, "limit", thousandths(STATS_OFF_PITCH));
    set(object, "narrowest", any ? thousandths(stats->narrowest) : json_null());
    set(object, "widest", any ? thousandths(stats->widest) : json_null());
    return object;
}

static json_t *marks_json(const Stats *stats)
{
    json_t *object = json_object();

    set(object, "lines", json_integer(stats->mark_lines));
    set(object, "deviation",
        stats->mark_lines > 0 ? thousandths(stats->mark_deviation) : json_null());
    return object;
}

static json_t *fonts_json(const Stats *stats, const GPtrArray *fonts)
{
    json_t *array = json_array();

    for (guint i = 0; i < stats->fonts->len; i++) {
        const FontStats *used = &g_array_index(stats->fonts, FontStats, i);
        const FontFile *font = fonts->pdata[used->font];
        json_t *object = json_object();
        set(object, "style", json_string(style_role_name(used->role)));
        set(object, "family", json_string(font->family));
        set(object, "weight", json_integer(font->weight));
        set(object, "characters", json_integer(used->characters));
        json_array_append_new(array, object);
    }
    return array;
}

void stats_to_json(const Stats *stats, const GPtrArray *fonts, GString *out)
{
    json_t *root = json_object();

    set(root, "format", json_string(FORMAT_NAME));
    set(root, "version", json_integer(FORMAT_VERSION));
    set(root, "pages", json_integer(stats->pages));
    set(root, "lines", json_integer(stats->lines));
    set(root, "adjusted", json_integer(stats->adjusted));
    set(root, "reasons", reasons_json(stats));
    set(root, "gaps", gaps_json(stats));
    set(root, "marks", marks_json(stats));
    set(root, "fonts", fonts_json(stats, fonts));
    char *text = json_dumps(root, JSON_INDENT(2) | JSON_REAL_PRECISION(PRECISION));
    json_decref(root);
    g_string_append(out, text);
    g_string_append_c(out, '\n');
    free(text);
}
