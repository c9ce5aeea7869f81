#include "layout/font_library.h"

#include "base/deps.h"
#include "layout/cff.h"
#include "layout/font_keep.h"

#include <hb-ot.h>
#include <hb.h>
#include <sys/mman.h>

/* A face that was opened because a chain reached it. */
typedef struct {
    const FontEntry *entry;
    gchar *state;        /* of the file, before it was opened */
    const gchar *family; /* as the template names it */
    GMappedFile *mapped; /* its file */
    hb_face_t *face;
    hb_font_t *font;     /* scaled to 1000 units an em */
    hb_blob_t *outlines; /* its CFF table, perhaps empty */
    Cff cff;             /* that; no glyphs where it is none */
    hb_set_t *characters;
    hb_set_t *features; /* tags that a choice asks for */
    guint file;         /* in `files`, or NO_FILE until a character uses it */
    GHashTable *inks;   /* (nullable) see font_keep_inks() */
    gint center;        /* of the ink of Han, thousandths of an em; see han_center() */
} Face;

#define NO_FILE G_MAXUINT

struct FontLibrary {
    const Template *template;
    FontKeep *keep;       /* (nullable) */
    GPtrArray *entries;   /* FontEntry */
    GHashTable *faces;    /* FontEntry → Face */
    GPtrArray *used;      /* Face (transfer none), as `files` counts */
    GPtrArray *files;     /* FontFile */
    GHashTable *uses;     /* FontChoice → hb_set_t: the characters that it has set */
    GHashTable *known;    /* use_key() → FontUse: what has been found once */
    GHashTable *reported; /* what has been complained of once */
};

static void face_free(gpointer data)
{
    Face *face = data;

    g_clear_pointer(&face->inks, g_hash_table_unref);
    hb_set_destroy(face->features);
    hb_set_destroy(face->characters);
    hb_font_destroy(face->font);
    hb_blob_destroy(face->outlines);
    hb_face_destroy(face->face);
    g_mapped_file_unref(face->mapped);
    g_free(face->state);
    g_free(face);
}

static void characters_free(gpointer characters)
{
    hb_set_destroy(characters);
}

static void file_free(gpointer data)
{
    FontFile *file = data;

    g_free(file->family);
    g_free(file->file);
    g_clear_pointer(&file->bytes, g_bytes_unref);
    g_free(file);
}

FontLibrary *font_library_new(const Template *template, const FontSources *sources,
                              Diagnostics *sink)
{
    g_autoptr(FontLibrary) library = g_new0(FontLibrary, 1);

    library->template = template;
    library->keep = sources->keep;
    library->entries = font_files_new();
    library->faces = g_hash_table_new_full(NULL, NULL, NULL, face_free);
    library->used = g_ptr_array_new();
    library->files = g_ptr_array_new_with_free_func(file_free);
    library->uses = g_hash_table_new_full(NULL, NULL, NULL, characters_free);
    library->known = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    library->reported = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; sources->font_paths && sources->font_paths[i]; i++)
        if (!font_files_read_folder(sources->font_paths[i], library->entries, sink))
            return NULL;
    if (!font_files_read_manifest(sources->font_folder, library->entries, sink))
        return NULL;
    return g_steal_pointer(&library);
}

void font_library_free(FontLibrary *library)
{
    g_ptr_array_unref(library->files);
    g_ptr_array_unref(library->used);
    g_hash_table_unref(library->faces);
    g_ptr_array_unref(library->entries);
    g_hash_table_unref(library->uses);
    g_hash_table_unref(library->known);
    g_hash_table_unref(library->reported);
    g_free(library);
}

/* TRUE the first time that something is to be complained of. */
static gboolean first_time(FontLibrary *library, gchar *key)
{
    return g_hash_table_add(library->reported, key);
}

static gboolean ink(hb_font_t *font, gunichar c, hb_glyph_extents_t *extents)
{
    hb_codepoint_t glyph;

    return hb_font_get_nominal_glyph(font, c, &glyph) &&
           hb_font_get_glyph_extents(font, glyph, extents) && extents->width != 0 &&
           extents->height != 0;
}

/* How high the middle of Han's ink stands above the baseline: fallbacks are raised so that theirs
 * stands where the first face's does. The mean over the commonest characters, which agrees with the
 * median over all that two fonts share to a hundredth of an em. */
static gint han_center(hb_font_t *font)
{
    const gchar *common = "的一是在不了有和人这中大为上个国我以要他时来用们";
    gint sum = 0, count = 0;

    for (const gchar *at = common; *at; at = g_utf8_next_char(at)) {
        hb_glyph_extents_t extents;
        if (ink(font, g_utf8_get_char(at), &extents)) {
            sum += 2 * extents.y_bearing + extents.height;
            count += 2;
        }
    }
    return count > 0 ? sum / count : G_MININT;
}

static void open_outlines(Face *face)
{
    guint length;

    face->outlines = hb_face_reference_table(face->face, HB_TAG('C', 'F', 'F', ' '));
    const gchar *data = hb_blob_get_data(face->outlines, &length);
    if (!cff_read(&face->cff, (const guint8 *) data, length))
        face->cff.glyphs.count = 0;
}

static Face *face_new(const FontEntry *entry, const gchar *family, hb_face_t *hb_face)
{
    Face *face = g_new0(Face, 1);

    face->entry = entry;
    face->family = family;
    face->face = hb_face;
    face->font = hb_font_create(hb_face);
    hb_font_set_scale(face->font, 1000, 1000);
    open_outlines(face);
    face->characters = hb_set_create();
    face->features = hb_set_create();
    face->file = NO_FILE;
    face->center = han_center(face->font);
    return face;
}

static gboolean has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *table = hb_face_reference_table(face, tag);
    gboolean found = hb_blob_get_length(table) > 0;

    hb_blob_destroy(table);
    return found;
}

/* HarfBuzz takes any file for a font, if need be an empty one. */
static gboolean is_usable(hb_face_t *face)
{
    return hb_face_get_glyph_count(face) > 0 && has_table(face, HB_TAG('c', 'm', 'a', 'p')) &&
           (has_table(face, HB_TAG('g', 'l', 'y', 'f')) ||
            has_table(face, HB_TAG('C', 'F', 'F', ' ')) ||
            has_table(face, HB_TAG('C', 'F', 'F', '2')));
}

static void unmap(gpointer mapped)
{
    g_mapped_file_unref(mapped);
}

/* (transfer full) */
static hb_blob_t *mapped_blob(GMappedFile *mapped)
{
    return hb_blob_create(g_mapped_file_get_contents(mapped),
                          (guint) g_mapped_file_get_length(mapped), HB_MEMORY_MODE_READONLY,
                          g_mapped_file_ref(mapped), unmap);
}

/* Once it is cut a font is looked into no more than for the ink of a masthead: the pages that were
 * read of its file, 16 MiB of all, are given back. They can be had again. */
static void give_back(const Face *face)
{
    madvise(g_mapped_file_get_contents(face->mapped), g_mapped_file_get_length(face->mapped),
            MADV_DONTNEED);
}

/* NULL, with *broken set, for a file that is there but no font. */
static Face *face_open(const FontEntry *entry, const gchar *family, gboolean *broken)
{
    g_autofree gchar *state = deps_file_state(entry->path);
    deps_note_file(entry->path);
    g_autoptr(GMappedFile) mapped = g_mapped_file_new(entry->path, FALSE, NULL);
    hb_blob_t *blob = mapped ? mapped_blob(mapped) : NULL;
    hb_face_t *face = hb_face_create(blob, entry->index);

    *broken = blob && !is_usable(face);
    gboolean good = blob && !*broken;
    hb_blob_destroy(blob);
    if (good) {
        Face *opened = face_new(entry, family, face);
        opened->state = g_steal_pointer(&state);
        opened->mapped = g_steal_pointer(&mapped);
        return opened;
    }
    hb_face_destroy(face);
    return NULL;
}

static void report_missing(FontLibrary *library, const FontChoice *choice, const FontRole *role,
                           Diagnostics *sink)
{
    g_autofree gchar *name = g_strdup_printf("%s %u", choice->family, choice->weight);

    if (!choice->optional && first_time(library, g_strconcat("missing ", name, NULL)))
        diag_report(sink, RULE_FONT_MISSING, SPAN_NONE, name, role->label, NULL);
}

/* The face of a choice, opened when it is first wanted; NULL after reporting what the machine does
 * not have or cannot use. */
static Face *face_for_choice(FontLibrary *library, const FontChoice *choice, const FontRole *role,
                             Diagnostics *sink)
{
    const FontEntry *entry = font_files_find(library->entries, choice->family, choice->weight);
    Face *face = entry ? g_hash_table_lookup(library->faces, entry) : NULL;
    gboolean broken = FALSE;

    if (face)
        return face;
    face = entry ? face_open(entry, choice->family, &broken) : NULL;
    if (face) {
        face->inks = font_keep_inks(library->keep, entry->path, face->state, entry->index);
        g_hash_table_insert(library->faces, (gpointer) entry, face);
    } else if (!broken)
        report_missing(library, choice, role, sink);
    else if (first_time(library, g_strconcat("broken ", entry->path, NULL)))
        diag_report(sink, RULE_FONT_BROKEN, SPAN_NONE, entry->path, "OpenType", NULL);
    return face;
}

/* Zero-width characters and variation selectors show nothing: they need no glyph of their own. */
static gboolean is_invisible(gunichar c)
{
    return g_unichar_type(c) == G_UNICODE_FORMAT || (c >= 0xFE00 && c <= 0xFE0F) ||
           (c >= 0xE0100 && c <= 0xE01EF);
}

static gboolean needs_no_ink(gunichar c)
{
    return is_invisible(c) || g_unichar_type(c) == G_UNICODE_SPACE_SEPARATOR ||
           g_unichar_type(c) == G_UNICODE_NON_SPACING_MARK;
}

/* HarfBuzz would follow the whole outline, which is a sixteenth of a build. */
static gboolean glyph_has_ink(const Face *face, hb_codepoint_t glyph)
{
    CffBytes outline;
    hb_glyph_extents_t extents;

    return (cff_glyph(&face->cff, glyph, &outline) && cff_outline_has_ink(outline)) ||
           (hb_font_get_glyph_extents(face->font, glyph, &extents) && extents.width != 0 &&
            extents.height != 0);
}

/* The outline is read once, for all builds of a process. */
static gboolean has_ink(const Face *face, gunichar c, hb_codepoint_t glyph)
{
    gpointer key = GUINT_TO_POINTER(c), known;

    if (face->inks && g_hash_table_lookup_extended(face->inks, key, NULL, &known))
        return GPOINTER_TO_INT(known);
    gboolean found = glyph_has_ink(face, glyph);
    if (face->inks)
        g_hash_table_insert(face->inks, key, GINT_TO_POINTER(found));
    return found;
}

static gboolean face_has(const Face *face, gunichar c, gboolean *blank)
{
    hb_codepoint_t glyph;

    if (hb_set_has(face->characters, c))
        return TRUE;
    if (!hb_font_get_nominal_glyph(face->font, c, &glyph))
        return FALSE;
    if (needs_no_ink(c) || has_ink(face, c, glyph))
        return TRUE;
    *blank = TRUE;
    return FALSE;
}

static void note_features(Face *face, const gchar *features)
{
    g_auto(GStrv) names = g_strsplit(features, ",", -1);
    hb_feature_t feature;

    for (guint i = 0; names[i]; i++)
        if (hb_feature_from_string(g_strstrip(names[i]), -1, &feature))
            hb_set_add(face->features, feature.tag);
}

static void note_choice(FontLibrary *library, const FontChoice *choice, gunichar c)
{
    hb_set_t *characters = g_hash_table_lookup(library->uses, choice);

    if (!characters) {
        characters = hb_set_create();
        g_hash_table_insert(library->uses, (gpointer) choice, characters);
    }
    hb_set_add(characters, c);
}

static void note_use(FontLibrary *library, Face *face, const FontChoice *choice, gunichar c)
{
    hb_set_add(face->characters, c);
    note_choice(library, choice, c);
    if (choice->features)
        note_features(face, choice->features);
    if (face->file != NO_FILE)
        return;
    FontFile *file = g_new0(FontFile, 1);
    file->family = g_strdup(face->family);
    file->weight = face->entry->weight;
    file->file = g_path_get_basename(face->entry->path);
    face->file = library->files->len;
    g_ptr_array_add(library->files, file);
    g_ptr_array_add(library->used, face);
}

/* Finds the face of a chain that has the character. *first is the chain's first face, by which the
 * others are levelled. */
static Face *search_chain(FontLibrary *library, const FontRole *role, const GArray *chain,
                          gunichar c, const FontChoice **choice, Face **first, gboolean *blank,
                          Diagnostics *sink)
{
    for (guint i = 0; i < chain->len; i++) {
        *choice = &g_array_index(chain, FontChoice, i);
        Face *face = face_for_choice(library, *choice, role, sink);
        if (!face)
            continue;
        if (!*first)
            *first = face;
        gboolean excepted = (*choice)->except && g_utf8_strchr((*choice)->except, -1, c);
        if (!excepted && (is_invisible(c) || face_has(face, c, blank)))
            return face;
    }
    return NULL;
}

static void report_no_glyph(FontLibrary *library, const FontRole *role, gunichar c, Span where,
                            gboolean blank, Diagnostics *sink)
{
    gchar character[7] = "", code[16];

    if (!first_time(library, g_strdup_printf("glyph %s %X", role->name, c)))
        return;
    g_unichar_to_utf8(c, character);
    g_snprintf(code, sizeof code, "U+%04X", c);
    diag_report(sink, blank ? RULE_BLANK_GLYPH : RULE_NO_GLYPH, where, character, code, role->label,
                NULL);
}

static gint rise_of(const FontChoice *choice, const Face *face, const Face *first)
{
    if (choice->shift != FONT_SHIFT_MEASURED)
        return choice->shift;
    if (face == first || face->center == G_MININT || first->center == G_MININT)
        return 0;
    return first->center - face->center;
}

/* Looks through the chains, and notes the use. */
static gboolean find_use(FontLibrary *library, guint role_index, gunichar c, gboolean latin,
                         Span where, FontUse *use, Diagnostics *sink)
{
    const FontRole *role = library->template->fonts->pdata[role_index];
    const FontChoice *choice = NULL;
    Face *first = NULL, *face = NULL;
    gboolean blank = FALSE;

    if (latin)
        face = search_chain(library, role, role->latin, c, &choice, &first, &blank, sink);
    gboolean in_latin = face != NULL;
    first = NULL;
    if (!face)
        face = search_chain(library, role, role->han, c, &choice, &first, &blank, sink);
    if (!face) {
        report_no_glyph(library, role, c, where, blank, sink);
        return FALSE;
    }
    note_use(library, face, choice, c);
    use->font = face->file;
    use->rise = in_latin ? choice->shift == FONT_SHIFT_MEASURED ? 0 : choice->shift
                         : rise_of(choice, face, first);
    use->features = choice->features;
    return TRUE;
}

/* Characters have 21 bits. */
static gpointer use_key(guint role, gunichar c, gboolean latin)
{
    return GSIZE_TO_POINTER(((gsize) role << 1 | (latin ? 1 : 0)) << 21 | c);
}

gboolean font_library_use(FontLibrary *library, guint role, gunichar c, gboolean latin, Span where,
                          FontUse *use, Diagnostics *sink)
{
    const FontUse *known = g_hash_table_lookup(library->known, use_key(role, c, latin));

    if (known) {
        *use = *known;
        return TRUE;
    }
    if (!find_use(library, role, c, latin, where, use, sink))
        return FALSE;
    g_hash_table_insert(library->known, use_key(role, c, latin), g_memdup2(use, sizeof *use));
    return TRUE;
}

gboolean font_library_cut(FontLibrary *library, Diagnostics *sink)
{
    for (guint i = 0; i < library->used->len; i++) {
        const Face *face = library->used->pdata[i];
        FontFile *file = library->files->pdata[i];
        const CutOrder order = {face->entry->path, face->state,      face->entry->index,
                                face->face,        face->characters, face->features};
        file->bytes = font_keep_cut(library->keep, &order);
        if (!file->bytes) {
            diag_report(sink, RULE_FONT_BROKEN, SPAN_NONE, face->entry->path, "OpenType", NULL);
            return FALSE;
        }
        give_back(face);
    }
    return TRUE;
}

GPtrArray *font_library_files(const FontLibrary *library)
{
    return library->files;
}

const FontEntry *font_library_entry(FontLibrary *library, const FontChoice *choice)
{
    g_autoptr(Diagnostics) unheard = diagnostics_new();
    const FontRole nobody = {.label = (gchar *) ""};
    const Face *face = face_for_choice(library, choice, &nobody, unheard);

    return face ? face->entry : NULL;
}

gchar *font_library_characters(const FontLibrary *library, const FontChoice *choice)
{
    const hb_set_t *characters = g_hash_table_lookup(library->uses, choice);
    GString *text = g_string_new(NULL);
    hb_codepoint_t c = HB_SET_VALUE_INVALID;

    while (characters && hb_set_next(characters, &c))
        g_string_append_unichar(text, c);
    return g_string_free(text, FALSE);
}

InkHeight font_library_ink(const FontLibrary *library, guint font, gunichar c)
{
    const Face *face = library->used->pdata[font];

    return font_ink(face->font, c);
}
