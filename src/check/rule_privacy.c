/* R01, R02, R10 … R13: numbers and addresses of persons. What is found is masked. */
#include "check/modules.h"
#include "check/text_rules.h"

#include <stdio.h>
#include <string.h>

#define DIGIT "[0-9\\x{FF10}-\\x{FF19}]"
#define GAP "[ \\x{3000}\\-]?"
#define NOT_AFTER "(?<![0-9A-Za-z\\x{FF10}-\\x{FF19}])(?<![0-9][.\\-])"
#define NOT_BEFORE "(?![0-9A-Za-z\\x{FF10}-\\x{FF19}])"

enum { ID_LENGTH = 18, CARD_MOST = 19 };

/* The digits of a text, full-width ones as half-width, X as 'X'; at most `room`. */
static guint digits_of(const gchar *text, gchar *digits, guint room)
{
    guint count = 0;

    for (const gchar *p = text; *p && count < room; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (c >= 0xFF10 && c <= 0xFF5A)
            c -= 0xFEE0;
        if (c < 0x80 && (g_ascii_isdigit((gchar) c) || c == 'X' || c == 'x'))
            digits[count++] = g_ascii_toupper((gchar) c);
    }
    return count;
}

/* Whether one of the words stands in so many bytes before a match. */
static gboolean stands_before(const CheckMatch *match, const gchar *const *words, guint32 bytes)
{
    guint32 from = match->start > bytes ? match->start - bytes : 0;
    g_autofree gchar *before = g_strndup(match->unit->text + from, match->start - from);

    for (; *words; words++)
        if (strstr(before, *words))
            return TRUE;
    return FALSE;
}

static gboolean is_led_by(const CheckMatch *match, const gchar *const *words)
{
    return stands_before(match, words, 40);
}

/* ---- resident IDs (GB 11643) ---- */

static gboolean has_check_digit(const gchar *digits)
{
    guint sum = 0, weight = 1;

    for (gint i = ID_LENGTH - 1; i >= 0; i--) {
        sum += weight * (digits[i] == 'X' ? 10 : (guint) (digits[i] - '0'));
        weight = weight * 2 % 11;
    }
    return sum % 11 == 1;
}

static gboolean has_birth(const gchar *digits)
{
    gint year, month, day;

    return sscanf(digits + 6, "%4d%2d%2d", &year, &month, &day) == 3 && year >= 1900 &&
           year <= 2099 && g_date_valid_dmy((GDateDay) day, month, (GDateYear) year);
}

static gboolean has_province(const gchar *digits)
{
    static const gchar codes[] =
        "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 "
        "51 52 53 54 61 62 63 64 65 71 81 82 83";
    const gchar code[] = {digits[0], digits[1], '\0'};

    return strstr(codes, code) != NULL;
}

/* One that is called so counts with a wrong check digit too: a slip in it does not hide whose it
 * is. */
static gboolean is_resident_id(const CheckMatch *match)
{
    static const gchar *const named[] = {"身份证", "身份号码", "公民身份", NULL};
    static const gchar *const others[] = {"信用代码", "银行卡", NULL};
    gchar digits[ID_LENGTH + 1] = "";

    if (digits_of(match->text, digits, ID_LENGTH) != ID_LENGTH || !has_province(digits) ||
        !has_birth(digits) || is_led_by(match, others))
        return FALSE;
    return has_check_digit(digits) || is_led_by(match, named);
}

/* ---- bank cards ---- */

static gboolean has_luhn(const gchar *digits, guint count)
{
    guint sum = 0;

    for (guint i = 0; i < count; i++) {
        guint digit = (guint) (digits[count - 1 - i] - '0') * (i % 2 + 1);
        sum += digit > 9 ? digit - 9 : digit;
    }
    return sum % 10 == 0;
}

/* 62 is UnionPay's; other prefixes are those of many numbers, and count where a card is meant. */
static gboolean is_bank_card(const CheckMatch *match)
{
    static const gchar *const named[] = {"卡号", "银行卡", "账号", "帐号",   "账户",
                                         "帐户", "储蓄",   "存折", "工资卡", NULL};
    static const gchar *const others[] = {"编号", "文号", "订单", "合同号", "发票", "流水", NULL};
    gchar digits[CARD_MOST + 1] = "";
    guint count = digits_of(match->text, digits, CARD_MOST);

    if (count < 16 || strchr(digits, 'X') || !has_luhn(digits, count))
        return FALSE;
    if (is_led_by(match, named))
        return strchr("3456", digits[0]) != NULL;
    return g_str_has_prefix(digits, "62") && !is_led_by(match, others);
}

/* ---- mobiles ---- */

static gboolean is_private_mobile(const CheckMatch *match)
{
    static const gchar *const published[] = {
        "联系电话", "咨询电话", "举报电话", "监督电话", "值班电话", "服务电话", "投诉电话",
        "报名电话", "公开电话", "热线",     "编号",     "文号",     "订单",     "合同号",
        "流水号",   "证号",     "代码",     "账号",     NULL};
    static const gchar *const units[] = {"元", "万",   "亿", "人",   "吨",
                                         "个", "平方", "千", "号文", NULL};
    const gchar *after = match->unit->text + match->end;

    for (guint i = 0; units[i]; i++)
        if (g_str_has_prefix(after, units[i]))
            return FALSE;
    return !is_led_by(match, published);
}

/* ---- e-mail ---- */

/* Many an office has a mailbox there too, and says what it is for. */
static gboolean is_private_email(const CheckMatch *match)
{
    static const gchar *const published[] = {"联系", "举报", "监督", "咨询", "投诉", "征求",
                                             "征集", "反馈", "报名", "意见", "公开", "官方",
                                             "工作", "发送", "报送", "通讯", "值班", NULL};

    return !stands_before(match, published, 120);
}

/* ---- the table ---- */

#define MAIL_SERVICES \
    "(?:(?:vip\\.)?(?:qq|163|126|sina|sohu)|foxmail|gmail|hotmail|outlook|yahoo|icloud|yeah|139|" \
    "189|aliyun|21cn|tom)\\.(?:com|cn|net|com\\.cn)"

/* What the contact block has is to be published, and so is the person to ask in the note
 * (GB/T 9704-2012 7.3.6). */
static gboolean is_no_contact(const TextUnit *unit)
{
    return !unit->key ||
           (!g_str_has_prefix(unit->key, "contact.") && !g_str_equal(unit->key, "note") &&
            !(unit->length > 0 && (unit->guards[0] & GUARD_FILE)));
}

#define PROVINCES "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
#define PLATE "A-HJ-NP-Z"

static const TextRule rows[] = {
    {RULE_RESIDENT_ID, KINDS_ALL,
     .pattern = NOT_AFTER "[1-8\\x{FF11}-\\x{FF18}](?:" GAP DIGIT "){16}" GAP
                          "[0-9Xx\\x{FF10}-\\x{FF19}\\x{FF38}\\x{FF58}]" NOT_BEFORE,
     .holds = is_resident_id, .flags = TEXT_MASKED},
    {RULE_BANK_CARD, KINDS_ALL, .pattern = NOT_AFTER DIGIT "(?:" GAP DIGIT "){15,18}" NOT_BEFORE,
     .holds = is_bank_card, .flags = TEXT_MASKED},
    {RULE_MOBILE_NUMBER, KINDS_ALL,
     .pattern = NOT_AFTER "(?:\\+86" GAP ")?[1\\x{FF11}][3-9\\x{FF13}-\\x{FF19}]" DIGIT
                          "(?:" GAP DIGIT "){8}" NOT_BEFORE "(?![.\\-][0-9])",
     .wanted = is_no_contact, .holds = is_private_mobile, .flags = TEXT_MASKED},
    {RULE_VEHICLE_PLATE, KINDS_ALL,
     .pattern = "[" PROVINCES
                "][A-HJ-NP-Z][·・•. ]?(?:[DF][A-HJ-NP-Z0-9][0-9]{4}|[0-9]{5}[DF]|(?=[A-Z]{0,2}[0-"
                "9])[A-HJ-NP-Z0-9]{5}|[A-HJ-NP-Z0-9]{4}[警学挂港澳])(?![A-Za-z0-9])(?!号)",
     .flags = TEXT_MASKED},
    {RULE_HOME_ADDRESS, KINDS_ALL, .has = "单元",
     .pattern = "(?:[0-9]{1,4}号院)?[0-9A-Z]{1,4}(?:号楼|栋|幢|座|号)[ "
                "]?[0-9一二三四五六七八九十]{1,3}单元[ "
                "]?(?:[0-9一二三四五六七八九十]{1,3}[层楼])?[ "
                "]?(?:[0-9]{3,4}[室户号]?|[0-9]{1,2}[室号]|[东西南北中]+户|[一二三四五六七八九十]+"
                "户)(?![0-9])"
                "(?!人|家|个|名)",
     .wanted = is_no_contact, .flags = TEXT_MASKED},
    {RULE_PRIVATE_EMAIL, KINDS_ALL, .has = "@",
     .pattern = "(?<![A-Za-z0-9._%+\\-])(?i)[A-Z0-9][A-Z0-9._%+\\-]{0,63}@" MAIL_SERVICES
                "(?![A-Za-z0-9.\\-]*[A-Za-z0-9])",
     .wanted = is_no_contact, .holds = is_private_email, .flags = TEXT_MASKED},
};

void check_privacy(CheckContext *context)
{
    check_text_rules(context, rows, G_N_ELEMENTS(rows));
}
