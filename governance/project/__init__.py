"""Projects and milestones: the roadmap."""
