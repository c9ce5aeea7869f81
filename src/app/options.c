#include "app/options.h"

#include "app/option_table.h"

#include <getopt.h>
#include <string.h>

enum { MAX_OPTIONS = 64 };

/* What getopt returns for an operand, and for row i: its number beyond all letters. */
enum { OPERAND = 1, FIRST_VALUE = 256 };

typedef struct {
    Options *options;
    Diagnostics *sink;
} Parsing;

/* The row of what getopt_long() returns or, of an option that it does not take, optopt; or NULL. */
static const OptionRow *find_row(int value)
{
    const OptionRow *rows = option_table();

    if (value >= FIRST_VALUE)
        return &rows[value - FIRST_VALUE];
    for (guint i = 0; rows[i].name; i++)
        if (value != 0 && rows[i].letter == value)
            return &rows[i];
    return NULL;
}

/* Of an option that is known to be one. */
static const OptionRow *known_row(int value)
{
    const OptionRow *row = find_row(value);

    g_assert(row);
    return row;
}

/* The table in getopt's form. Returns the letters. */
static gchar *getopt_table(struct option *longs)
{
    const OptionRow *rows = option_table();
    /* "-": operands come in their order, whatever POSIXLY_CORRECT says; ":": a missing value is
     * told from an unknown option. */
    GString *letters = g_string_new("-:");
    guint i;

    for (i = 0; rows[i].name; i++) {
        gboolean flag = rows[i].kind == OPTION_FLAG;
        g_assert(i < MAX_OPTIONS);
        longs[i] = (struct option){rows[i].name,
                                   flag               ? no_argument
                                   : rows[i].optional ? optional_argument
                                                      : required_argument,
                                   NULL, FIRST_VALUE + (int) i};
        if (rows[i].letter)
            g_string_append_printf(letters, "%c%s", rows[i].letter, flag ? "" : ":");
    }
    longs[i] = (struct option){NULL, 0, NULL, 0};
    return g_string_free(letters, FALSE);
}

static void report_value(const Parsing *parsing, const OptionRow *row, const gchar *value,
                         const gchar *allowed, const gchar *near)
{
    g_autofree gchar *name = g_strdup_printf("--%s", row->name);

    diag_report(parsing->sink, near ? RULE_OPTION_VALUE_NEAR : RULE_OPTION_VALUE, SPAN_NONE, name,
                value, allowed, near, NULL);
}

static void set_choice(const Parsing *parsing, const OptionRow *row, const gchar *value,
                       guint *place)
{
    g_auto(GStrv) choices = g_strsplit(row->choices, "|", -1);

    for (guint i = 0; choices[i]; i++) {
        if (strcmp(choices[i], value) == 0) {
            *place = row->least + i;
            return;
        }
    }
    g_autofree gchar *allowed = g_strjoinv(", ", choices);
    report_value(parsing, row, value, allowed, nearest_word(value, (const gchar *const *) choices));
}

static void set_number(const Parsing *parsing, const OptionRow *row, const gchar *value,
                       guint *place)
{
    guint64 number;

    if (g_ascii_string_to_unsigned(value, 10, row->least, row->most, &number, NULL)) {
        *place = (guint) number;
        return;
    }
    g_autofree gchar *allowed = g_strdup_printf("%u–%u", row->least, row->most);
    report_value(parsing, row, value, allowed, NULL);
}

static void report_without_value(const Parsing *parsing, const OptionRow *row)
{
    g_autofree gchar *name = g_strdup_printf("--%s", row->name);

    diag_report(parsing->sink, RULE_OPTION_WITHOUT_VALUE, SPAN_NONE, name, row->argument[LANG_ZH],
                row->argument[LANG_EN], NULL);
}

static void set_value(const Parsing *parsing, const OptionRow *row, const gchar *value)
{
    gpointer place = G_STRUCT_MEMBER_P(parsing->options, row->place);

    g_ptr_array_add(parsing->options->given, (gpointer) row);
    if (!value && row->optional) {
        if (row->kind == OPTION_CHOICE)
            *(guint *) place = row->least;
        return;
    }
    if (row->kind != OPTION_FLAG && *value == '\0') {
        report_without_value(parsing, row);
        return;
    }
    switch (row->kind) {
    case OPTION_FLAG:
        *(gboolean *) place = TRUE;
        break;
    case OPTION_TEXT:
        *(const gchar **) place = value;
        break;
    case OPTION_LIST:
        g_ptr_array_add(*(GPtrArray **) place, (gpointer) value);
        break;
    case OPTION_CHOICE:
        set_choice(parsing, row, value, place);
        break;
    case OPTION_NUMBER:
        set_number(parsing, row, value, place);
        break;
    }
}

/* Option names that begin as written, "--st" being both --stop-after and --strict. */
static gchar *names_beginning(const gchar *written)
{
    GString *names = g_string_new(NULL);

    for (const OptionRow *row = option_table(); row->name; row++)
        if (g_str_has_prefix(row->name, written))
            g_string_append_printf(names, "%s--%s", names->len > 0 ? ", " : "", row->name);
    return g_string_free(names, FALSE);
}

static void report_unknown_name(const Parsing *parsing, const gchar *argument)
{
    g_autofree gchar *shown = g_strndup(argument, strcspn(argument, "="));
    g_autofree gchar *names = names_beginning(shown + 2);
    const gchar *known[MAX_OPTIONS + 1] = {NULL};
    guint count = 0;

    if (*names) {
        diag_report(parsing->sink, RULE_AMBIGUOUS_OPTION, SPAN_NONE, shown, names, NULL);
        return;
    }
    for (const OptionRow *row = option_table(); row->name; row++)
        known[count++] = row->name;
    const gchar *nearest = nearest_word(shown + 2, known);
    g_autofree gchar *near = nearest ? g_strdup_printf("--%s", nearest) : NULL;
    diag_report(parsing->sink, near ? RULE_UNKNOWN_OPTION_NEAR : RULE_UNKNOWN_OPTION, SPAN_NONE,
                shown, near, NULL);
}

/* getopt's '?': `code` is the letter, the value of a flag written with =…, or 0. */
static void report_unknown(const Parsing *parsing, int code, const gchar *argument)
{
    const OptionRow *row = find_row(code);

    if (row) {
        g_autofree gchar *name = g_strdup_printf("--%s", row->name);
        diag_report(parsing->sink, RULE_OPTION_WITH_VALUE, SPAN_NONE, name, NULL);
    } else if (code != 0) {
        const gchar letter[] = {'-', (gchar) code, '\0'};
        diag_report(parsing->sink, RULE_UNKNOWN_OPTION, SPAN_NONE, letter, NULL);
    } else {
        report_unknown_name(parsing, argument);
    }
}

static Options *options_new(void)
{
    Options *options = g_new0(Options, 1);

    options->font_paths = g_ptr_array_new();
    options->template_paths = g_ptr_array_new();
    options->rules = g_ptr_array_new();
    options->revisions = g_ptr_array_new();
    options->given = g_ptr_array_new();
    options->operands = g_ptr_array_new();
    options->lang = lang_from_environment();
    return options;
}

Options *options_parse(int argc, char *const *argv, Diagnostics *sink)
{
    Options *options = options_new();
    Parsing parsing = {options, sink};
    struct option longs[MAX_OPTIONS + 1];
    g_autofree gchar *letters = getopt_table(longs);
    int code;

    optind = 0; /* glibc: begin anew */
    opterr = 0;
    while ((code = getopt_long(argc, argv, letters, longs, NULL)) != -1) {
        if (code == OPERAND)
            g_ptr_array_add(options->operands, optarg);
        else if (code == ':')
            report_without_value(&parsing, known_row(optopt));
        else if (code == '?')
            report_unknown(&parsing, optopt, argv[optind - 1]);
        else
            set_value(&parsing, known_row(code), optarg);
    }
    for (int i = optind; i < argc; i++) /* after -- */
        g_ptr_array_add(options->operands, argv[i]);
    g_ptr_array_add(options->font_paths, NULL);
    g_ptr_array_add(options->template_paths, NULL);
    g_ptr_array_add(options->rules, NULL);
    g_ptr_array_add(options->revisions, NULL);
    return options;
}

gboolean options_given(const Options *options, const gchar *name)
{
    for (guint i = 0; i < options->given->len; i++)
        if (strcmp(((const OptionRow *) options->given->pdata[i])->name, name) == 0)
            return TRUE;
    return FALSE;
}

void options_free(Options *options)
{
    if (!options)
        return;
    g_ptr_array_unref(options->font_paths);
    g_ptr_array_unref(options->template_paths);
    g_ptr_array_unref(options->rules);
    g_ptr_array_unref(options->revisions);
    g_ptr_array_unref(options->given);
    g_ptr_array_unref(options->operands);
    g_free(options);
}
