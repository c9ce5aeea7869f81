#include "app/options.h"
#include "app/commands.h"

#include <string.h>

/* Options of a command line written with spaces. */
static Options *parse(const gchar *line, Diagnostics *sink)
{
    /* The texts of the options are the arguments: they stay until the end. */
    gchar **arguments = g_strsplit(line, " ", -1);

    g_test_queue_destroy((GDestroyNotify) g_strfreev, arguments);
    return options_parse((int) g_strv_length(arguments), arguments, sink);
}

static void assert_fault(const gchar *line, const gchar *message)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(Options) options = parse(line, sink);
    g_autoptr(GString) out = g_string_new(NULL);

    diagnostics_print(sink, (DiagStyle){.lang = LANG_EN}, out);
    g_test_message("%s", out->str);
    g_assert_nonnull(options);
    g_assert_nonnull(strstr(out->str, message));
    g_assert_cmpint(diagnostics_status(sink, FALSE), ==, STATUS_USAGE);
}

static const gchar *operand(const Options *options, guint i)
{
    return g_ptr_array_index(options->operands, i);
}

static void test_all_options(void)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(Options) options =
        parse("mkbulletin content -o a.pdf --ppi 300 --stop-after=lines --template t --font-path x "
              "--font-path=y --strict -q --color never --lang zh",
              sink);

    g_assert_cmpuint(diagnostics_count(sink, SEVERITY_NOTE), ==, 0);
    g_assert_cmpuint(options->operands->len, ==, 1);
    g_assert_cmpstr(operand(options, 0), ==, "content");
    g_assert_cmpstr(options->output, ==, "a.pdf");
    g_assert_cmpuint(options->ppi, ==, 300);
    g_assert_cmpuint(options->stop_after, ==, STOP_LINES);
    g_assert_cmpstr(options->template_name, ==, "t");
    g_assert_cmpstr(g_ptr_array_index(options->font_paths, 0), ==, "x");
    g_assert_cmpstr(g_ptr_array_index(options->font_paths, 1), ==, "y");
    g_assert_null(g_ptr_array_index(options->font_paths, 2));
    g_assert_true(options->strict && options->quiet);
    g_assert_cmpuint(options->color, ==, COLOR_NEVER);
    g_assert_cmpuint(options->lang, ==, LANG_ZH);
    g_assert_false(options->help || options->version);
}

static void test_defaults(void)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(Options) options = parse("mkbulletin content", sink);

    g_assert_cmpuint(options->ppi, ==, 0);
    g_assert_cmpuint(options->stop_after, ==, STOP_NOWHERE);
    g_assert_cmpuint(options->color, ==, COLOR_AUTO);
    g_assert_null(options->output);
    g_assert_null(options->template_name);
    g_assert_null(g_ptr_array_index(options->font_paths, 0));
    g_assert_false(options->strict || options->quiet);
}

static void test_ppi_limits(void)
{
    static const gchar *const bad[] = {"17", "1201", "-150", "+150", "150.5", "x", "150ppi"};

    for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
        g_autofree gchar *line = g_strdup_printf("mkbulletin --ppi=%s", bad[i]);
        g_autofree gchar *message = g_strdup_printf("option '--ppi' cannot be '%s'", bad[i]);
        assert_fault(line, message);
    }
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(Options) least = parse("mkbulletin --ppi=18", sink);
    g_autoptr(Options) most = parse("mkbulletin --ppi=1200", sink);
    g_assert_cmpuint(least->ppi, ==, 18);
    g_assert_cmpuint(most->ppi, ==, 1200);
}

static void test_faults(void)
{
    assert_fault("mkbulletin --ouptut a.pdf", "did you mean '--output'?");
    assert_fault("mkbulletin --xyzzy=1", "unknown option '--xyzzy' [usage]");
    assert_fault("mkbulletin -z", "unknown option '-z' [usage]");
    assert_fault("mkbulletin --st", "it may be: --stop-after, --stats, --strict");
    assert_fault("mkbulletin -o", "option '--output' needs a value: FILE");
    assert_fault("mkbulletin --template", "option '--template' needs a value: NAME");
    assert_fault("mkbulletin --output=", "option '--output' needs a value: FILE");
    assert_fault("mkbulletin --strict=no", "option '--strict' takes no value");
    assert_fault("mkbulletin --stop-after end", "it may be: model, lines, pages");
    assert_fault("mkbulletin --lang fr", "it may be: en, zh");
    assert_fault("mkbulletin --color=", "option '--color' needs a value: WHEN");
}

static void test_every_fault_is_told(void)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(Options) options = parse("mkbulletin -z --lang fr --ppi 1 --strict -q", sink);

    g_assert_cmpuint(diagnostics_count(sink, SEVERITY_ERROR), ==, 3);
    g_assert_true(options->strict && options->quiet);
}

/* Options may follow operands, whatever the environment says; nothing after -- is one. */
static void test_operands(void)
{
    g_setenv("POSIXLY_CORRECT", "1", TRUE);
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(Options) options = parse("mkbulletin a -q b -- --strict -", sink);

    g_unsetenv("POSIXLY_CORRECT");
    g_assert_cmpuint(options->operands->len, ==, 4);
    g_assert_cmpstr(operand(options, 1), ==, "b");
    g_assert_cmpstr(operand(options, 2), ==, "--strict");
    g_assert_cmpstr(operand(options, 3), ==, "-");
    g_assert_true(options->quiet);
    g_assert_false(options->strict);
}

static void assert_command(const gchar *line, const gchar *command, const gchar *first)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(Options) options = parse(line, sink);

    const Command *taken = command_take(options, sink);

    g_assert_cmpstr(taken ? taken->name : NULL, ==, command);
    g_assert_cmpstr(options->operands->len > 0 ? operand(options, 0) : NULL, ==, first);
}

static void test_commands(void)
{
    assert_command("mkbulletin content", "build", "content");
    assert_command("mkbulletin build content", "build", "content");
    assert_command("mkbulletin -q build content", "build", "content");
    assert_command("mkbulletin build", "build", NULL);
    assert_command("mkbulletin -q", "build", NULL);
    assert_command("mkbulletin help", "help", NULL);
    /* A folder may have the name of a command. */
    assert_command("mkbulletin build build", "build", "build");
    assert_command("mkbulletin build help", "build", "help");
    assert_command("mkbulletin ./build", "build", "./build");
    assert_command("mkbulletin build templates", "build", "templates");
    assert_command("mkbulletin templates notice", "templates", "notice");
    /* One that is no folder either, and nearly a command. */
    assert_command("mkbulletin tempaltes", NULL, "tempaltes");
    assert_command("mkbulletin biuld content", NULL, "biuld");
    assert_command("mkbulletin nowhere", "build", "nowhere");
    /* An option of another command. */
    assert_command("mkbulletin templates --ppi 100", NULL, NULL);
    assert_command("mkbulletin templates --template-path a", "templates", NULL);
}

int main(int argc, char **argv)
{
    g_setenv("LC_ALL", "C", TRUE);
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/options/all", test_all_options);
    g_test_add_func("/options/defaults", test_defaults);
    g_test_add_func("/options/ppi-limits", test_ppi_limits);
    g_test_add_func("/options/faults", test_faults);
    g_test_add_func("/options/every-fault-is-told", test_every_fault_is_told);
    g_test_add_func("/options/operands", test_operands);
    g_test_add_func("/options/commands", test_commands);
    return g_test_run();
}
