/* 发文字号 (GB/T 9704-2012 7.2.5): how it is written, and what it should have been. */
#ifndef MKB_MODEL_DOCUMENT_NUMBER_H
#define MKB_MODEL_DOCUMENT_NUMBER_H

#include <glib.h>

typedef enum {
    NUMBER_OF_OFFICE, /* 某政发〔2023〕12号: code of the office, year, serial number */
    NUMBER_OF_SERIES, /* 第12号, as orders are numbered (10.2) */
    NUMBER_AS_WRITTEN /* as the office numbers its minutes (10.3); nothing is checked */
} NumberForm;

typedef enum {
    NUMBER_GOOD,
    NUMBER_BRACKETS, /* the year is not in 〔〕 */
    NUMBER_YEAR,     /* it is not of four digits */
    NUMBER_ORDINAL, /* 第 before the serial number of an office, or none before that of a series */
    NUMBER_ZERO,    /* 012号 */
    NUMBER_DIGITS,  /* １２号 */
    NUMBER_UNIT,    /* 号 is missing */
    NUMBER_SPACE,   /* white space inside */
    NUMBER_UNKNOWN  /* nothing like a document number */
} NumberFault;

/* The first fault, of the first two forms of a document number. `correct` receives what was meant,
 * or NULL where that is not known. (out) (transfer full) (nullable) */
NumberFault document_number_check(const gchar *text, NumberForm form, gchar **correct);

#endif
