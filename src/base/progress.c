#include "base/progress.h"

static ProgressHook listener;
static gpointer listener_data;

void progress_listen(ProgressHook hook, gpointer data)
{
    listener = hook;
    listener_data = data;
}

void progress_at(ProgressStage stage, guint done, guint count)
{
    if (listener)
        listener(stage, done, count, listener_data);
}
