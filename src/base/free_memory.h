/* Memory that the program has freed and the C library has kept. */
#ifndef MKB_BASE_FREE_MEMORY_H
#define MKB_BASE_FREE_MEMORY_H

/* Gives it back to the system. Worth it between stages whose blocks are of other sizes, so that
 * half of what the next one needs would not fit into what the last has left. */
void release_free_memory(void);

#endif
