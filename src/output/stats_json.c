#include "output/stats_json.h"

#include "output/json_parts.h"

#define FORMAT_NAME "mkbulletin-stats"
#define FORMAT_VERSION 1
#define PRECISION 12 /* digits: thousandths come out as they are */

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
        json_set(object, "reason", json_string(adjust_name(kind)));
        json_set(object, "lines", json_integer(reason->lines));
        json_set(object, "most", thousandths(reason->most));
        json_set(object, "clause", json_string(adjust_clause(kind)));
        json_array_append_new(array, object);
    }
    return array;
}

static json_t *gaps_json(const Stats *stats)
{
    json_t *object = json_object();
    gboolean any = stats->gaps > 0;

    json_set(object, "count", json_integer(stats->gaps));
    json_set(object, "off", json_integer(stats->gaps_off));
    json_set(object, "limit", thousandths(STATS_OFF_PITCH));
    json_set(object, "narrowest", any ? thousandths(stats->narrowest) : json_null());
    json_set(object, "widest", any ? thousandths(stats->widest) : json_null());
    return object;
}

static json_t *marks_json(const Stats *stats)
{
    json_t *object = json_object();

    json_set(object, "lines", json_integer(stats->mark_lines));
    json_set(object, "deviation",
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
        json_set(object, "style", json_string(style_role_name(used->role)));
        json_set(object, "family", json_string(font->family));
        json_set(object, "weight", json_integer(font->weight));
        json_set(object, "characters", json_integer(used->characters));
        json_array_append_new(array, object);
    }
    return array;
}

void stats_to_json(const Stats *stats, const GPtrArray *fonts, GString *out)
{
    json_t *root = json_object();

    json_set(root, "format", json_string(FORMAT_NAME));
    json_set(root, "version", json_integer(FORMAT_VERSION));
    json_set(root, "pages", json_integer(stats->pages));
    json_set(root, "lines", json_integer(stats->lines));
    json_set(root, "adjusted", json_integer(stats->adjusted));
    json_set(root, "reasons", reasons_json(stats));
    json_set(root, "gaps", gaps_json(stats));
    json_set(root, "marks", marks_json(stats));
    json_set(root, "fonts", fonts_json(stats, fonts));
    g_autofree gchar *lines = json_lines(root, JSON_REAL_PRECISION(PRECISION));
    g_string_append(out, lines);
}
