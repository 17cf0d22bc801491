"""Working groups, meetings, surveys, needs and visions of a territory."""
