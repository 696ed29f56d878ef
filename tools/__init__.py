"""What `make` runs on the project's own files; nothing here is part of the program."""
