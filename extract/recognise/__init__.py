"""One kind of entity per file: each yields located mentions."""
