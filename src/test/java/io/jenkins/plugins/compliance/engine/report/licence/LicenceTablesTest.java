package io.jenkins.plugins.compliance.engine.report.licence;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.io.file.TsvResource;
import io.jenkins.plugins.compliance.engine.report.licence.Licence.Ambiguous;
import io.jenkins.plugins.compliance.engine.report.licence.Licence.Named;
import io.jenkins.plugins.compliance.engine.report.licence.Licence.Unknown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LicenceTablesTest {
    private static final LicenceList LIST = LicenceList.standard();

    @Test
    void theListIsWhole() {
        assertThat(LIST.licences()).hasSize(740);
        assertThat(LIST.exceptions()).hasSize(86);
        assertThat(LIST.licences().stream().filter(each -> !each.instead().isEmpty()))
                .hasSize(31);
    }

    @Test
    void eachIdMeansItselfInAnyCase() {
        for (LicenceList.Entry entry : LIST.licences()) {
            for (String written : List.of(entry.id(), entry.id().toLowerCase(java.util.Locale.ROOT))) {
                assertThat(LicenceText.meaning(written))
                        .isInstanceOfSatisfying(
                                Named.class, named -> assertThat(named.text()).isEqualTo(entry.current()));
            }
        }
    }

    @Test
    void whatADeprecatedIdIsWrittenAsIsOnTheList() {
        for (LicenceList.Entry entry : LIST.licences()) {
            Licence current = LicenceText.meaning(entry.current());
            assertThat(current).isInstanceOf(Named.class);
            assertThat(((Named) current).listed()).isTrue();
            assertThat(((Named) current).names()).contains(entry.id().toLowerCase(java.util.Locale.ROOT));
        }
    }

    @Test
    void eachNameMeansWhatItsTableSaysAndIsThereOnce() {
        Map<String, String> keys = new HashMap<>();
        for (String[] row : TsvResource.rows(LicenceName.class, "licence-names.tsv")) {
            assertThat(row).hasSize(3);
            assertThat(row[2]).as("where %s is written so", row[0]).isNotBlank();
            String other = keys.put(LicenceName.key(row[0]), row[1]);
            assertThat(other).as(row[0] + " again, meaning something else").isIn(null, row[1]);
            complete(row[0], LicenceName.meaning(row[0]).orElseThrow());
            assertThat(written(LicenceName.meaning(row[0]).orElseThrow()))
                    .as(row[0])
                    .isEqualTo(written(LicenceName.read(row[0], row[1])));
        }
    }

    @Test
    void eachAddressMeansWhatItsTableSays() {
        for (String[] row : TsvResource.rows(LicenceAddress.class, "licence-addresses.tsv")) {
            assertThat(row).hasSize(2);
            complete(
                    row[0],
                    LicenceAddress.meaning("https://www." + row[0] + ".html").orElseThrow());
        }
    }

    /** A full name that two licences share means neither. */
    @Test
    void noFullNameMeansALicenceOfAnotherName() {
        Map<String, List<String>> ids = new HashMap<>();
        for (LicenceList.Entry entry : LIST.licences()) {
            if (entry.instead().isEmpty()) {
                ids.computeIfAbsent(LicenceName.key(entry.id()), key -> new ArrayList<>())
                        .add(entry.id());
                if (!entry.name().isEmpty()) {
                    List<String> named = ids.computeIfAbsent(LicenceName.key(entry.name()), key -> new ArrayList<>());
                    if (!named.contains(entry.id())) {
                        named.add(entry.id());
                    }
                }
            }
        }
        assertThat(ids.entrySet().stream().filter(each -> each.getValue().size() > 1))
                .isEmpty();
    }

    private static void complete(String name, Licence licence) {
        if (licence instanceof Licence.All all) {
            all.parts().forEach(part -> complete(name, part));
        } else if (licence instanceof Licence.Any any) {
            any.parts().forEach(part -> complete(name, part));
        } else {
            assertThat(licence).as(name).isNotInstanceOf(Unknown.class);
            assertThat(licence instanceof Ambiguous ambiguous
                            && ambiguous.candidates().isEmpty())
                    .as(name)
                    .isFalse();
        }
    }

    private static String written(Licence licence) {
        return licence instanceof Ambiguous ambiguous
                ? ambiguous.candidates().toString()
                : licence instanceof Named named ? named.text() : licence.text();
    }
}
