"""Files to the store: take in, read in processes or a cluster, publish what changed."""
