/* C04: one contact in two ways. */
#include "check/modules.h"

#include <string.h>

typedef struct {
    const TextUnit *unit;
    guint32 start, end;
    gchar *text;
    gchar *plain; /* digits of a number; an address in small letters */
} Contact;

static void contact_free(gpointer data)
{
    Contact *contact = data;

    g_free(contact->text);
    g_free(contact->plain);
    g_free(contact);
}

static void take(GPtrArray *contacts, const TextUnit *unit, guint32 start, guint32 end)
{
    Contact *contact = g_new0(Contact, 1);

    *contact = (Contact){unit, start, end, unit_part(unit, start, end), NULL};
    contact->plain = g_ascii_strdown(contact->text, -1);
    g_ptr_array_add(contacts, contact);
}

static void take_number(GPtrArray *contacts, const TextUnit *unit, guint32 start, guint32 end)
{
    take(contacts, unit, start, end);
    Contact *contact = contacts->pdata[contacts->len - 1];
    gchar *to = contact->plain;

    for (const gchar *from = contact->text; *from; from++)
        if (g_ascii_isdigit(*from))
            *to++ = *from;
    *to = '\0';
}

/* ---- telephones ---- */

static gboolean are_one_slip_apart(const gchar *a, const gchar *b)
{
    gsize length = strlen(a), first, last;

    if (length != strlen(b) || g_str_equal(a, b))
        return FALSE;
    for (first = 0; a[first] == b[first]; first++)
        ;
    for (last = length; a[last - 1] == b[last - 1]; last--)
        ;
    /* numbers in a row belong to one office */
    if (last - first == 1)
        return first + 1 < length;
    return last - first == 2 && a[first] == b[first + 1] && a[first + 1] == b[first];
}

/* With and without the area code. */
static gboolean is_one_without_area(const gchar *a, const gchar *b)
{
    gsize longer = strlen(a), shorter = strlen(b);

    return a[0] == '0' && shorter >= 7 && (longer == shorter + 3 || longer == shorter + 4) &&
           g_str_has_suffix(a, b);
}

static gboolean numbers_differ(const Contact *a, const Contact *b)
{
    return strlen(a->plain) >= 7 && strlen(b->plain) >= 7 &&
           (are_one_slip_apart(a->plain, b->plain) || is_one_without_area(a->plain, b->plain) ||
            is_one_without_area(b->plain, a->plain));
}

static void find_numbers(CheckContext *context, const TextUnit *unit, GPtrArray *contacts)
{
    gboolean field = g_strcmp0(unit->key, "contact.phone") == 0;
    const gchar *pattern =
        field ? "[0-9][0-9() -]{5,}[0-9]"
              : "(?:电话|热线|传真)(?:号码)?(?:为|是)?[：:]?[ ]?([0-9][0-9 -]{5,}[0-9])";
    guint32 start, end;

    if (unit->key && !field)
        return;
    for (CheckMatch m = check_match(context, unit, pattern); check_match_next(&m);) {
        if (!check_match_group(&m, 1, &start, &end)) {
            start = m.start;
            end = m.end;
        }
        take_number(contacts, unit, start, end);
    }
}

/* ---- e-mail ---- */

/* The names by a slip, at one host; or one name at hosts that are a slip apart. */
static gboolean addresses_differ(const Contact *a, const Contact *b)
{
    gsize one = strlen(a->plain), two = strlen(b->plain), first = 0, last = 0;

    if (g_str_equal(a->plain, b->plain) || one < 8 || two < 8)
        return FALSE;
    while (first < MIN(one, two) && a->plain[first] == b->plain[first])
        first++;
    while (last < MIN(one, two) - first && a->plain[one - last - 1] == b->plain[two - last - 1])
        last++;
    /* name1@ and name2@ are two boxes */
    return one - first - last <= 1 && two - first - last <= 1 &&
           !g_ascii_isdigit(a->plain[first]) && !g_ascii_isdigit(b->plain[first]);
}

static void find_addresses(CheckContext *context, const TextUnit *unit, GPtrArray *contacts)
{
    for (CheckMatch m =
             check_match(context, unit, "[A-Za-z0-9._%+\\-]+@[A-Za-z0-9.\\-]*[A-Za-z0-9]");
         check_match_next(&m);)
        take(contacts, unit, m.start, m.end);
}

/* ---- both ---- */

static void compare(CheckContext *context, const GPtrArray *contacts,
                    gboolean (*differ)(const Contact *, const Contact *))
{
    for (guint i = 1; i < MIN(contacts->len, 200); i++) {
        const Contact *one = contacts->pdata[i];
        for (guint k = 0; k < i; k++) {
            const Contact *other = contacts->pdata[k];
            if (one->unit == other->unit || !differ(one, other))
                continue;
            Finding finding = {.rule = RULE_CONTACT_DIFFERS,
                               .unit = one->unit,
                               .start = one->start,
                               .end = one->end,
                               .arguments = {one->text, other->text},
                               .in_guarded = TRUE};
            check_report(context, &finding);
            break;
        }
    }
}

void check_same_contacts(CheckContext *context)
{
    g_autoptr(GPtrArray) numbers = g_ptr_array_new_with_free_func(contact_free);
    g_autoptr(GPtrArray) addresses = g_ptr_array_new_with_free_func(contact_free);

    for (guint i = 0; i < context->units->len; i++) {
        find_numbers(context, context->units->pdata[i], numbers);
        find_addresses(context, context->units->pdata[i], addresses);
    }
    compare(context, numbers, numbers_differ);
    compare(context, addresses, addresses_differ);
}
