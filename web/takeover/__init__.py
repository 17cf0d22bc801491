"""Taking over an existing cooperative: each line of its spreadsheets becomes an act, rehearsed before it is done."""
