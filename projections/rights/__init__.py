"""The register of the requests that persons make about what is kept of them."""
