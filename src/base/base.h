/* base.h - included first by every file: the C library, the words that are
 * banned from this house, and every limit on what a stranger may send.      */
#ifndef BASE_BASE_H
#define BASE_BASE_H

#include <assert.h>
#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LENGTH(a) ((int)(sizeof(a) / sizeof((a)[0])))

#define REVERSE(type, a, n)                                \
    for (int i_ = 0; i_ < (n) / 2; i_++) {                 \
        type swap_ = (a)[i_];                              \
        (a)[i_] = (a)[(n) - 1 - i_];                       \
        (a)[(n) - 1 - i_] = swap_;                         \
    }

/* A word that is banned becomes a compile error that says where to look.    */
#define BANNED(f) f##_is_banned_see_base_h
#undef strcpy
#define strcpy(a, b) BANNED(strcpy)
#undef strcat
#define strcat(a, b) BANNED(strcat)
#undef sprintf
#define sprintf(...) BANNED(sprintf)
#undef strtok
#define strtok(a, b) BANNED(strtok)
#undef atoi
#define atoi(s) BANNED(atoi) /* says nothing about "12abc"                    */
#undef atof
#define atof(s) BANNED(atof) /* listens to the locale                         */
#undef localtime
#define localtime(t) BANNED(localtime) /* a date comes from the data          */

/* Limits that no user moves; those that users may are in limits.h. Reaching one is a message, never a crash. */
enum {
    MAX_FILE_NAME = 200,         /* bytes of a name that a template makes      */
    MAX_DEPTH = 200,             /* elements inside elements, at most: libxml2 ends at 256 */
    MAX_MESSAGES = 200,          /* printed; the rest is counted              */
    MAX_EXTENDS = 8,             /* a template that extends one that extends  */
    MAX_SLOT_DEPTH = 40,         /* a slot placed in a slot                   */
    MAX_COLUMNS = 64,            /* of a table or a grid                      */
    MAX_OPEN_NOTES = 12,         /* page breaks: states kept for one place    */
    MAX_JPEG_SCANS = 100,        /* a progressive JPEG of 1 KB can ask for hours */
};

#endif
