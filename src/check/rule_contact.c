/* C01, C02, C03, C05: the forms of telephone, postcode, e-mail and address. */
#include "check/modules.h"
#include "check/text_rules.h"

#include <string.h>

/* ---- telephones ---- */

/* 0371-63936965, 63936965, 63936965转8012, (0371)63936965, +86-371-…, 400-612-3456, 12345 */
#define PHONE \
    "(?:(?:[(（]?0[1-9][0-9]{1,2}[)）]?[-－—– ]?|\\+?86[- ]?[1-9][0-9]{1,2}[- " \
    "]?)?[1-9][0-9]{2,3}[- ]?[0-9]{4}" \
    "(?:(?:转|-|—|－)[0-9]{1,6})?" \
    "|(?:\\+?86[- ]?)?1[3-9][0-9](?:[- ]?[0-9]{4}){2}" \
    "|[48]00[- ]?[0-9]{3}[- ]?[0-9]{4}|[48]00[- ]?[0-9]{4}[- ]?[0-9]{3}|[48]00[- ]?[0-9]{7}" \
    "(?:(?:转|-|—|－)[0-9]{1,6})?" \
    "|(?:0[1-9][0-9]{1,2}[- ]?)?1[0-9]{2,5}|9[0-9]{4}(?:[0-9]{3})?)"

static gboolean matches(const gchar *text, const gchar *pattern)
{
    g_autofree gchar *whole = g_strdup_printf("^(?:%s)$", pattern);

    return g_regex_match_simple(whole, text, 0, 0);
}

/* What the row is about: the group, or all. */
static gchar *at_of(const CheckMatch *match)
{
    gchar *at = g_match_info_fetch_named(match->info, "at");

    return at ? at : g_strdup(match->text);
}

static gboolean is_bad_phone(const CheckMatch *match)
{
    g_autofree gchar *text = g_strchomp(at_of(match));

    return !matches(text, PHONE);
}

static gboolean is_phone_field(const TextUnit *unit)
{
    return g_strcmp0(unit->key, "contact.phone") == 0;
}

/* ---- others ---- */

static gboolean is_postcode_field(const TextUnit *unit)
{
    return g_strcmp0(unit->key, "contact.postcode") == 0;
}

static gboolean is_email_field(const TextUnit *unit)
{
    return g_strcmp0(unit->key, "contact.email") == 0;
}

static gboolean is_bad_postcode(const CheckMatch *match)
{
    g_autofree gchar *text = at_of(match);

    return !matches(text, "[0-8][0-9]{5}");
}

#define EMAIL \
    "[A-Za-z0-9][A-Za-z0-9._%+\\-]*@(?:[A-Za-z0-9](?:[A-Za-z0-9\\-]*[A-Za-z0-9])?\\.)+[A-Za-z]{2," \
    "}"

static gboolean is_bad_email(const CheckMatch *match)
{
    g_autofree gchar *text = at_of(match);

    return !matches(text, EMAIL) || strstr(text, "..") != NULL;
}

static gboolean is_bad_url(const CheckMatch *match)
{
    g_autofree gchar *text = at_of(match);

    return !matches(text,
                    "https?://(?:[A-Za-z0-9\\-]+\\.)+[A-Za-z0-9\\-]{2,}(?::[0-9]+)?(?:[/?#].*)?");
}

/* A value of the front matter may be several numbers, with what each is for in brackets. */
static const TextRule rows[] = {
    {RULE_PHONE_FORM, KINDS_ALL,
     .pattern = "(?:^|[、，,；;/／ "
                "])[^0-9+(（、，,；;]*(?<at>(?:[(（]0[0-9]{2,3}[)）])?[+0-9][-－—–0-9 转]*)"
                "(?=[、，,；;/／]|[(（]|$|" HAN ")",
     .wanted = is_phone_field, .holds = is_bad_phone, .flags = TEXT_IN_ADDRESSES},
    {RULE_PHONE_FORM, KINDS_PROSE, .has = "电话|热线|传真",
     .pattern = "(?:电话|热线|传真)(?:号码)?(?:[（(][^）)]{1,12}[）)])?(?:为|是)?[：:]?[ "
                "]?(?<at>(?:[(（]0[0-9]{2,3}[)）])?[+0-9][-－—–0-9转]{2,})(?![0-"
                "9元万亿年月次个条件部人余起台家多号名％%，]*"
                "[0-9元万亿年月次个条件部人余起台家多名％%])",
     .holds = is_bad_phone, .flags = TEXT_IN_ADDRESSES},
    {RULE_POSTCODE_FORM, KINDS_ALL, .pattern = "^.+$", .wanted = is_postcode_field,
     .holds = is_bad_postcode, .flags = TEXT_IN_ADDRESSES},
    {RULE_POSTCODE_FORM, KINDS_PROSE, .has = "邮编|邮政编码",
     .pattern = "(?:邮编|邮政编码)(?:为|是)?[：:]?[ ]?(?<at>[0-9]+)", .holds = is_bad_postcode,
     .flags = TEXT_IN_ADDRESSES},
    {RULE_EMAIL_FORM, KINDS_ALL, .pattern = "[^、，；;, ][^、，；;,]*[^、，；;, ]",
     .wanted = is_email_field, .holds = is_bad_email, .flags = TEXT_IN_ADDRESSES},
    {RULE_EMAIL_FORM, KINDS_PROSE, .has = "邮箱|邮件|mail",
     .pattern = "(?:邮箱|邮件|[Ee]-?mail)(?:地址)?(?:为|是)?[：:][ "
                "]?(?<at>[A-Za-z0-9][\\x{21}-\\x{7E}＠．。]*[A-Za-z0-9])",
     .holds = is_bad_email, .flags = TEXT_IN_ADDRESSES},
    {RULE_EMAIL_FORM, KINDS_ALL, .has = "＠|@",
     .pattern = "(?<![A-Za-z0-9._%+\\-])[A-Za-z0-9._%+\\-]+(?: ?＠ ?| @ ?|@ )[A-Za-z0-9.\\-]+",
     .holds = is_bad_email, .flags = TEXT_IN_ADDRESSES},
    {RULE_URL_FORM, KINDS_ALL, .has = "http",
     .pattern = "(?<![A-Za-z])https?(?:[：:；;]|//)[\\x{21}-\\x{7E}：／。．]*[A-Za-z0-9/]",
     .holds = is_bad_url, .flags = TEXT_IN_ADDRESSES},
    {RULE_URL_FORM, KINDS_ALL, .has = "www",
     .pattern = "(?<![A-Za-z.])www[，,。．][A-Za-z0-9]+[\\x{21}-\\x{7E}，。．]*[A-Za-z]",
     .flags = TEXT_IN_ADDRESSES},
};

/* Addresses are guarded from other rules; these are about them. */
void check_contacts(CheckContext *context)
{
    check_text_rules(context, rows, G_N_ELEMENTS(rows));
}
