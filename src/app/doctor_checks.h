/* The checks of `mkbulletin doctor`. Private to doctor*.c. */
#ifndef MKB_APP_DOCTOR_CHECKS_H
#define MKB_APP_DOCTOR_CHECKS_H

#include "app/options.h"

typedef enum { CHECK_OK, CHECK_WARNING, CHECK_FAULT } CheckLevel;

typedef struct {
    const Options *options;
    gchar *data_folder;
    GString *out;
    guint counts[CHECK_FAULT + 1]; /* by CheckLevel */
} Doctor;

/* One of two literals, by the language of the messages. */
#define SAID(doctor, zh, en) ((doctor)->options->lang == LANG_ZH ? (zh) : (en))

/* A line, and below it what to do about it: "" for nothing. Takes the text. */
void doctor_say(Doctor *doctor, CheckLevel level, gchar *text, const gchar *advice);

void check_libraries(Doctor *doctor);
void check_fonts(Doctor *doctor);
void check_templates(Doctor *doctor);
void check_output_folder(Doctor *doctor);
void check_memory_files(Doctor *doctor);
void check_sandbox(Doctor *doctor);
void check_locale(Doctor *doctor);
void check_git(Doctor *doctor);

#endif
