/* fuzz.h - what the targets share. A target is one file of this folder: it hands the bytes that
 * libFuzzer made to a verb of the library as a stranger would, and does with what comes back all that
 * the program does. Faults are what the sanitizers say, time and memory beyond the limits of
 * run.py, and abort() of a target that saw something that must not be.                          */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include "vanban.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The executable is given its seeds' folder as FUZZ_SEEDS where it makes them itself.              */
int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed);
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t most);

/* A file in a folder of this process, in memory if the machine has such a place; its path is good
 * until the process ends, when all of them go.                                                   */
const char *fuzz_path(const char *name);
const char *fuzz_put(const char *name, const void *bytes, size_t size);
char *fuzz_read(const char *path, size_t *size);

/* An input of two files, parted by the first form feed: XML holds none. NULL: it has no second.      */
const uint8_t *fuzz_second(const uint8_t *data, size_t size);

/* What is left to chance is a matter of the input's bytes alone.                                  */
unsigned fuzz_chance(const uint8_t *data, size_t size);
struct fuzz_options { struct vb_options vb; struct vb_setting settings[2]; };
void fuzz_options(struct fuzz_options *o, unsigned chance);

/* One of a few that serve many inputs, since each document is what it would be alone: then most of the time
 * goes into what a stranger has sent, and little into our own templates.                          */
struct vb *fuzz_open(unsigned chance);

/* VB_DONE; aborts if it is another status and nothing has been said of it.                         */
int fuzz_is_done(int status);

/* Sets what was read, measures it, and writes every form of it into memory.                       */
void fuzz_show(struct vb *v, unsigned chance);

/* Measures pages that are set or read, and reads their words.                                     */
void fuzz_judge(struct vb *v);

#endif
