"""The register of projects and of their milestones."""
