"""What arrives from outside, read with care: typed words, files, numbers of the administration."""
