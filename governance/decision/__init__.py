"""The register of decisions, numbered without gap, corrected by a new fact."""
