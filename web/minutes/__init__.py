"""The minutes of a meeting: written from the record, printed, drawn up and kept."""
