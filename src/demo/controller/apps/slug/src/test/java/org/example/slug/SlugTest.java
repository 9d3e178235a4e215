package org.example.slug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource({"Hello World,hello-world", "Crème brûlée!,creme-brulee", "Salt &amp; Pepper,salt-pepper", "--a--,a"})
    void titlesBecomeSlugs(String title, String slug) {
        assertEquals(slug, Slug.of(title));
    }

    @Test
    void nothingToKeepIsEmpty() {
        assertTrue(Slug.of(" ?! ").isEmpty());
    }

    @Test
    void longTitlesAreCut() {
        assertTrue(Slug.of("word ".repeat(100)).length() <= 81);
    }
}
