"""One kind of relation per file: each yields statements between mentions."""
