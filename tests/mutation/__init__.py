"""Whether the tests of counting would notice a mistake: each small change of its code must make one of them fail."""
