"""The counter: forms come in, commands go to the record, pages come out, in French."""
