"""The register of what is reported of the territory."""
