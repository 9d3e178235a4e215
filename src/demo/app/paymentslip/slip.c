#include "slip.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int slip_format(const struct slip *slip, char *line)
{
    char amount[12];

    sprintf(amount, "01%010ld", slip->cents);
    sprintf(line, "%s%d>%s+ %s>", amount, slip_check_digit(amount, strlen(amount)), slip->reference, slip->account);
    return (int) strlen(line);
}

static int parse(const char *text, struct slip *slip)
{
    char copy[64];
    char *field;

    strcpy(copy, text);
    field = strtok(copy, ";");
    if (field == NULL) {
        return -1;
    }
    strcpy(slip->account, field);
    field = strtok(NULL, ";");
    if (field == NULL) {
        return -1;
    }
    strcpy(slip->reference, field);
    field = strtok(NULL, ";");
    slip->cents = field == NULL ? 0 : atol(field);
    return 0;
}

int slip_read(const char *path, struct slip **slips)
{
    struct slip *found = malloc(100 * sizeof *found);
    char text[256];
    int count = 0;
    FILE *file = fopen(path, "r");

    if (file == NULL) {
        return -1;
    }
    while (fgets(text, sizeof text, file) != NULL) {
        if (parse(text, &found[count]) != 0) {
            fprintf(stderr, text);
            fclose(file);
            return -1;
        }
        count++;
    }
    fclose(file);
    *slips = found;
    return count;
}

void slip_totals(const struct slip *slips, int count)
{
    long by_month[12];
    int month;
    int i;

    for (month = 0; month <= 12; month++) {
        by_month[month] = 0;
    }
    for (i = 0; i < count; i++) {
        by_month[i % 12] += slips[i].cents;
    }
    for (month = 0; month < 12; month++) {
        printf("%2d %10ld\n", month + 1, by_month[month]);
    }
}
