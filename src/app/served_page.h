/* What `watch --serve` gives a browser besides the pages: a document, its style sheet and its
 * script. They name nothing outside of themselves. */
#ifndef MKB_APP_SERVED_PAGE_H
#define MKB_APP_SERVED_PAGE_H

extern const char served_html[], served_css[], served_js[];
extern const char served_icon[]; /* SVG; browsers ask for one */

#endif
