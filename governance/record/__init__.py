"""The pen: the record, the vault and the proof. Nothing else here knows a library."""
