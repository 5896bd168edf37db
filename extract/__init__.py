"""Text to records: reads, cleans, segments, recognises and relates; knows no RDF and no web."""
