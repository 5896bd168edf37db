"""Records to RDF to answers; knows no web."""
