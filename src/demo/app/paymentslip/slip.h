#ifndef LEDGERLITE_SLIP_H
#define LEDGERLITE_SLIP_H

#include <stddef.h>

#define SLIP_LINE 53

struct slip {
    char account[16];
    char reference[28];
    long cents;
};

/* Formats the machine-readable line of a payment slip into line, which holds SLIP_LINE + 1 characters. */
int slip_format(const struct slip *slip, char *line);

/* Reads a slip file, one slip a line; returns the number of slips, or -1. */
int slip_read(const char *path, struct slip **slips);

/* The recursive modulo-10 check digit that payment slips use. */
int slip_check_digit(const char *digits, size_t length);

#endif
