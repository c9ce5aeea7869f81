#include "model/front_keys.h"

#include "model/keys.h"

static const KeyRow *rows_of(FrontPlace place, guint *here)
{
    switch (place) {
    case FRONT_BULLETIN:
    case FRONT_CONTACT:
    case FRONT_PLACES:
        *here = KEY_EVERYWHERE;
        return bulletin_key_rows(place == FRONT_CONTACT);
    case FRONT_HEADING:
    case FRONT_FINDING:
    case FRONT_MEASURE:
        *here = 1u << (NODE_HEADING + (place - FRONT_HEADING));
        return node_key_rows();
    case FRONT_CLOSING:
        *here = 1u << (NODE_MEASURE + 1);
        return node_key_rows();
    case FRONT_ANNEX:
    case FRONT_LEDGER:
        *here = 1u << (place == FRONT_LEDGER ? ANNEX_LEDGER : ANNEX_TEXT);
        return annex_key_rows();
    }
    g_assert_not_reached();
}

GArray *front_keys(FrontPlace place)
{
    GArray *keys = g_array_new(FALSE, FALSE, sizeof(FrontKey));
    guint here;

    for (const KeyRow *row = rows_of(place, &here); row->name.en; row++) {
        FrontKey key = {row->name, row->about, row->value, row->required};
        if (row->where & here)
            g_array_append_val(keys, key);
    }
    return keys;
}

gboolean front_key_find(FrontPlace place, const gchar *name, FrontKey *key)
{
    g_autoptr(GArray) keys = front_keys(place);

    for (guint i = 0; i < keys->len; i++) {
        *key = g_array_index(keys, FrontKey, i);
        if (key_is(name, key->name))
            return TRUE;
    }
    return FALSE;
}
