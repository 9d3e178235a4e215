package io.jenkins.plugins.compliance.engine.policy;

/** Orders identifiers the way people number them: {@code SA-2} before {@code SA-11}, {@code A.8.9} before {@code A.8.28}. */
final class NaturalOrder {
    private NaturalOrder() {}

    /** Compares runs of digits by their value and everything else by character; equal only for equal texts. */
    public static int compare(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            char a = left.charAt(i);
            char b = right.charAt(j);
            if (isDigit(a) && isDigit(b)) {
                int iEnd = endOfDigits(left, i);
                int jEnd = endOfDigits(right, j);
                int byValue = compareDigits(left, i, iEnd, right, j, jEnd);
                if (byValue != 0) {
                    return byValue;
                }
                i = iEnd;
                j = jEnd;
            } else if (a != b) {
                return Character.compare(a, b);
            } else {
                i++;
                j++;
            }
        }
        int byRest = Integer.compare(left.length() - i, right.length() - j);
        return byRest != 0 ? byRest : left.compareTo(right);
    }

    private static int compareDigits(String left, int i, int iEnd, String right, int j, int jEnd) {
        String a = stripZeros(left.substring(i, iEnd));
        String b = stripZeros(right.substring(j, jEnd));
        int byLength = Integer.compare(a.length(), b.length());
        return byLength != 0 ? byLength : a.compareTo(b);
    }

    private static String stripZeros(String digits) {
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }

    private static int endOfDigits(String text, int start) {
        int end = start;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
