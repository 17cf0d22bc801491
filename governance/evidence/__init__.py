"""Labels as data, what proves each of their criteria, and the files of evidence that were sealed."""
