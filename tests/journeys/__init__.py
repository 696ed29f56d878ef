"""Whole stories, told in a real browser against a real server; and sweeps over every form."""
