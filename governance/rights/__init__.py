"""What a person may ask about what is kept of her: that it be corrected, that it be forgotten (RGPD art. 16, 17)."""
