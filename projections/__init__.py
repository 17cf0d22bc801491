"""What people read: tables derived from the record, that can be thrown away and rebuilt from it at any time."""
