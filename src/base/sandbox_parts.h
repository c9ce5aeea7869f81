/* The two parts of a sandbox. Private to sandbox*.c. Each FALSE with errno. */
#ifndef MKB_BASE_SANDBOX_PARTS_H
#define MKB_BASE_SANDBOX_PARTS_H

#include "base/sandbox.h"

gboolean sandbox_hold_files(const SandboxPlaces *places);
gboolean sandbox_hold_calls(void);

#endif
