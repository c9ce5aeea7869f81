/* What the program asks of its process before it does anything. */
#ifndef MKB_APP_PROCESS_H
#define MKB_APP_PROCESS_H

void process_prepare(void);

#endif
