package io.jenkins.plugins.compliance.view;

/** Words of policy and evidence in the reader's language; a word that is not known stays as it is. */
final class Words {
    private Words() {}

    static String role(String id) {
        return switch (id) {
            case "developer" -> Messages.Role_developer();
            case "operations" -> Messages.Role_operations();
            case "security" -> Messages.Role_security();
            case "risk" -> Messages.Role_risk();
            case "compliance" -> Messages.Role_compliance();
            default -> id;
        };
    }

    static String phase(String id) {
        return switch (id) {
            case "requirements" -> Messages.Phase_requirements();
            case "design" -> Messages.Phase_design();
            case "code" -> Messages.Phase_code();
            case "build" -> Messages.Phase_build();
            case "test" -> Messages.Phase_test();
            case "release" -> Messages.Phase_release();
            case "operate" -> Messages.Phase_operate();
            case "respond" -> Messages.Phase_respond();
            default -> id;
        };
    }

    static String kind(String id) {
        return switch (id) {
            case "scan" -> Messages.Kind_scan();
            case "report" -> Messages.Kind_report();
            case "sbom" -> Messages.Kind_sbom();
            case "test" -> Messages.Kind_test();
            case "attestation" -> Messages.Kind_attestation();
            case "approval" -> Messages.Kind_approval();
            case "pipeline" -> Messages.Kind_pipeline();
            default -> id;
        };
    }

    static String strength(String id) {
        return switch (id) {
            case "full" -> Messages.Strength_full();
            case "partial" -> Messages.Strength_partial();
            case "supports" -> Messages.Strength_supports();
            default -> id;
        };
    }

    static String severity(String id) {
        return switch (id) {
            case "critical" -> Messages.Severity_critical();
            case "high" -> Messages.Severity_high();
            case "medium" -> Messages.Severity_medium();
            case "low" -> Messages.Severity_low();
            case "info" -> Messages.Severity_info();
            default -> id;
        };
    }

    static String gate(String id) {
        return switch (id) {
            case "observe" -> Messages.Gate_observe();
            case "warn" -> Messages.Gate_warn();
            case "enforce" -> Messages.Gate_enforce();
            default -> id;
        };
    }
}
