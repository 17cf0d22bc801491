"""Pictures drawn on the server, one a file: the same for a page, a phone, a sheet of paper and a PDF."""
