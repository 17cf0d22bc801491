"""The arithmetic of votes and quorums: exact, pure, without a room. What members redo by hand."""
