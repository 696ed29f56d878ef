"""Errors, identifiers and dates: what every floor may use. No Django models here."""
