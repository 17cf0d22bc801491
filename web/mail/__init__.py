"""What leaves by e-mail: letters, invitations for a calendar, and their delivery."""
