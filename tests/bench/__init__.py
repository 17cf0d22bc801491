"""What gestures and registers cost, beside bare PostgreSQL in the same run: ratios, never a timed test."""
