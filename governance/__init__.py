"""The rules of the cooperative: facts, commands, law. Plain Python, apart from record/, which holds the pen."""
