#include "base/free_memory.h"

#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>

void release_free_memory(void)
{
    malloc_trim(0);
}

#else

void release_free_memory(void)
{
}

#endif
