/* Pages and messages for a browser on this machine, and on no other. */
#ifndef MKB_APP_SERVE_H
#define MKB_APP_SERVE_H

#include "app/build.h"
#include "base/version.h"

typedef struct Server Server;

/* Listens on 127.0.0.1; port 0 is any that is free. Requests are answered in the main loop. NULL
 * after reporting. (transfer full) */
Server *server_new(guint port, Diagnostics *sink);
void server_free(Server *server);

/* "http://127.0.0.1:40123/" (transfer full) */
gchar *server_address(const Server *server);

/* What a build has come to. */
typedef struct {
    Build *build; /* (transfer full); where it failed the pages of the one before stay */
    gboolean failed;
    Lang lang;
    gint64 ms;
    gchar *fonts;    /* (transfer full) see page_digest() */
    gchar *messages; /* (transfer full) as diagnostics_to_json() gives */
} Outcome;

void server_show(Server *server, Outcome outcome);

/* What was told after that: the pages stay. Takes the messages. */
void server_tell(Server *server, gboolean failed, gchar *messages);

/* What check finds in the pages shown, as messages are; a build with errors clears it. Takes it. */
void server_show_findings(Server *server, gchar *findings);

/* Adds libsoup to the versions. */
void server_versions(GArray *versions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Server, server_free)

#endif
