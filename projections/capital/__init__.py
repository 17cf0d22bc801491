"""The register of the movements of shares."""
