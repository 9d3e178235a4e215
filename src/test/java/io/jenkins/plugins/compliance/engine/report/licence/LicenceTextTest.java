package io.jenkins.plugins.compliance.engine.report.licence;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.compliance.engine.report.licence.Licence.Ambiguous;
import io.jenkins.plugins.compliance.engine.report.licence.Licence.Named;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenceTextTest {
    private static String meaning(String text) {
        return written(LicenceText.meaning(text));
    }

    private static String written(Licence licence) {
        if (licence instanceof Ambiguous ambiguous) {
            return "? " + ambiguous.candidates().stream().map(Named::text).collect(Collectors.joining(" "));
        }
        return licence instanceof Licence.Unknown ? "unknown" : licence.text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Apache License, Version 2.0 | Apache-2.0",
                "The Apache License, Version 2.0 | Apache-2.0",
                "The Apache Software License, Version 2.0 | Apache-2.0",
                "Apache Software License - Version 2.0 | Apache-2.0",
                "Apache 2 | Apache-2.0",
                "Apache2 | Apache-2.0",
                "Apache v2 | Apache-2.0",
                "Apache License (v2.0) | Apache-2.0",
                "Apache 2.0 License | Apache-2.0",
                "ASL 2.0 | Apache-2.0",
                "ASLv2 | Apache-2.0",
                "ASL, version 2 | Apache-2.0",
                "ALv2 | Apache-2.0",
                "The MIT License | MIT",
                "The MIT License (MIT) | MIT",
                "MIT license | MIT",
                "Expat license | MIT",
                "BSD-3-Clause License | BSD-3-Clause",
                "BSD 3-Clause License | BSD-3-Clause",
                "3-Clause BSD License | BSD-3-Clause",
                "BSD License 3 | BSD-3-Clause",
                "New BSD License | BSD-3-Clause",
                "The BSD 2-Clause License | BSD-2-Clause",
                "Eclipse Distribution License - v 1.0 | BSD-3-Clause",
                "Eclipse Public License v. 2.0 | EPL-2.0",
                "EPL 2.0 | EPL-2.0",
                "EPLv2 | EPL-2.0",
                "MPLv2.0 | MPL-2.0",
                "Mozilla Public License Version 2.0 | MPL-2.0",
                "Common Public License Version 1.0 | CPL-1.0",
                "GNU General Public License, version 3 | ? GPL-3.0-only GPL-3.0-or-later",
                "GNU General Public License Version 3 (GPL v3) | ? GPL-3.0-only GPL-3.0-or-later",
                "GNU General Public License, version 2 | ? GPL-2.0-only GPL-2.0-or-later",
                "GPL-2 | ? GPL-2.0-only GPL-2.0-or-later",
                "GNU Lesser General Public License v2.1 or later | LGPL-2.1-or-later",
                "Lesser General Public License, version 3 or greater | LGPL-3.0-or-later",
                "LGPLv3+ | LGPL-3.0-or-later",
                "LGPL 2.1 | ? LGPL-2.1-only LGPL-2.1-or-later",
                "GNU LESSER GENERAL PUBLIC LICENSE, Version 2.1 | ? LGPL-2.1-only LGPL-2.1-or-later",
                "GPL2 w/ CPE | GPL-2.0-only WITH Classpath-exception-2.0",
                "GPLv2+CE | GPL-2.0-only WITH Classpath-exception-2.0",
                "GNU General Public License, version 2 (GPL2), with the classpath exception |"
                        + " GPL-2.0-only WITH Classpath-exception-2.0",
                "MPL 2.0 or EPL 1.0 | MPL-2.0 OR EPL-1.0",
                "CDDL + GPLv2 with classpath exception | CDDL OR GPL-2.0-only WITH Classpath-exception-2.0",
                "Dual license consisting of the CDDL v1.1 and GPL v2 | CDDL-1.1 OR GPLv2",
                "CC0 | CC0-1.0",
                "ISC license | ISC",
                "Creative Commons Attribution 4.0 International License | CC-BY-4.0",
                "http://www.apache.org/licenses/LICENSE-2.0.txt | Apache-2.0",
                "https://www.apache.org/licenses/LICENSE-2.0 | Apache-2.0",
                "https://opensource.org/licenses/MIT | MIT",
                "https://opensource.org/license/mit/ | MIT",
                "https://spdx.org/licenses/MIT-0.html | MIT-0",
                "http://www.opensource.org/licenses/mit-license.php | MIT",
                "https://www.eclipse.org/legal/epl-v20.html | EPL-2.0",
                "https://www.gnu.org/licenses/old-licenses/lgpl-2.1.en.html | ? LGPL-2.1-only LGPL-2.1-or-later",
                "https://acme.example/licence | unknown",
                "lgpl <http://repository.jboss.org/licenses/lgpl-2.1.txt> | ? LGPL-2.1-only LGPL-2.1-or-later",
                "lgpl <http://opensource.org/licenses/MIT> | ? LGPL-2.0-only LGPL-2.0-or-later LGPL-2.1-only"
                        + " LGPL-2.1-or-later LGPL-3.0-only LGPL-3.0-or-later",
                "MIT <http://www.apache.org/licenses/LICENSE-2.0.txt> | MIT",
                "Similar to Apache License but with the acknowledgment clause removed | unknown",
                "BSD-style | unknown",
                "MIT-like | unknown",
            })
    void whatPackagesWriteIsUnderstood(String text, String meaning) {
        assertThat(meaning(text)).isEqualTo(meaning);
    }

    @Test
    void anAddressIsKeptWhereTheNameAloneLeavesSomethingOpen() {
        String address = "https://www.gnu.org/licenses/old-licenses/lgpl-2.1.html";
        assertThat(LicenceText.at("MIT", address)).isEqualTo("MIT");
        assertThat(LicenceText.at("LGPL", address)).isEqualTo("LGPL <" + address + ">");
        assertThat(LicenceText.at("Acme", address)).isEqualTo("Acme <" + address + ">");
        assertThat(LicenceText.at("Acme", null)).isEqualTo("Acme");
        assertThat(LicenceText.at("Acme", "LICENCE.txt")).isEqualTo("Acme");
    }
}
