"""What `make bench` measures: CPU per request, bytes, memory, durable entries a second. Seeded, sizes by argument."""
