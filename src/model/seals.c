/* Whether seals, stamps and posts go with the issuers (GB/T 9704-2012 7.3.5). */
#include "model/build.h"

static void report_counts(Diagnostics *sink, RuleId rule, Span where, guint wanted, guint given)
{
    g_autofree gchar *first = g_strdup_printf("%u", wanted);
    g_autofree gchar *second = g_strdup_printf("%u", given);

    diag_report(sink, rule, where, first, second, NULL);
}

/* At the first item too many, else at the last one there is. */
static Span odd_one(const GArray *fields, guint wanted)
{
    return g_array_index(fields, Field, MIN(wanted, fields->len - 1)).span;
}

static void check_posts(const Metadata *meta, Diagnostics *sink)
{
    guint issuers = meta->issuers->len, posts = meta->posts->len;

    if (posts == 0)
        diag_report(sink, RULE_STAMP_WITHOUT_POST, meta->stamp.span, NULL);
    else if (posts != issuers && issuers > 0)
        report_counts(sink, RULE_POST_COUNT, odd_one(meta->posts, issuers), issuers, posts);
    else if (meta->stamp.paths->len > 0 && meta->stamp.paths->len != posts)
        report_counts(sink, RULE_STAMP_COUNT, odd_one(meta->stamp.paths, posts), posts,
                      meta->stamp.paths->len);
}

void metadata_check_seals(const Metadata *meta, Diagnostics *sink)
{
    const GArray *seals = meta->seal.paths;

    if (meta->seal.given && meta->stamp.given)
        diag_report(sink, RULE_SEAL_AND_STAMP, meta->stamp.span, NULL);
    if (seals->len > 0 && meta->issuers->len > 0 && seals->len != meta->issuers->len)
        report_counts(sink, RULE_SEAL_COUNT, odd_one(seals, meta->issuers->len), meta->issuers->len,
                      seals->len);
    if (meta->stamp.given)
        check_posts(meta, sink);
    else if (meta->posts->len > 0)
        diag_report(sink, RULE_POST_WITHOUT_STAMP, g_array_index(meta->posts, Field, 0).span, NULL);
}
