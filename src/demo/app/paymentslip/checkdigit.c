#include "slip.h"

int slip_check_digit(const char *digits, size_t length)
{
    static const int table[10] = {0, 9, 4, 6, 8, 2, 7, 1, 3, 5};
    int carry = 0;
    size_t i;

    for (i = 0; i < length; i++) {
        int digit = digits[i] - '0';
        if (digit < 0 || digit > 9) {
            return -1;
        }
        carry = table[(carry + digit) % 10];
    }
    return (10 - carry) % 10;
}
