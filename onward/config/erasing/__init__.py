"""Erasing: what two people agreed to, done where every table, file and copy can be reached."""
