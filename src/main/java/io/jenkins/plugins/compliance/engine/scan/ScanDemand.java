package io.jenkins.plugins.compliance.engine.scan;

/** A scan that policy demands. */
public sealed interface ScanDemand {
    /** Whether a tool answers the demand. */
    boolean isMetBy(ScanTool tool);

    /**
     * Any tool of a category.
     *
     * @param category the category, for instance {@code sast}
     */
    record OfCategory(String category) implements ScanDemand {
        @Override
        public boolean isMetBy(ScanTool tool) {
            return tool.category().equals(category);
        }

        @Override
        public String toString() {
            return "category " + category;
        }
    }

    /**
     * One tool.
     *
     * @param tool id of its definition
     */
    record OfTool(String tool) implements ScanDemand {
        @Override
        public boolean isMetBy(ScanTool candidate) {
            return candidate.id().equals(tool);
        }

        @Override
        public String toString() {
            return "tool " + tool;
        }
    }
}
