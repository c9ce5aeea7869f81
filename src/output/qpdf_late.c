#include "output/qpdf_late.h"

Qpdf qpdf_late;

static const gchar *const names[] = {QPDF_FUNCTIONS(LATE_NAME) NULL};
static LateLibrary library = {LATE_WORD(SONAME_LIBQPDF), names, &qpdf_late, FALSE};

gboolean qpdf_open(Diagnostics *sink)
{
    return late_open(&library, SPAN_NONE, sink);
}
