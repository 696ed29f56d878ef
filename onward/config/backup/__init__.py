"""Backups: what was said, and its keys apart, each sealed for somebody elsewhere; and a programme made of them again.

A backup holds what cannot be computed: the journal, accounts, scans, the programme's settings. What is computed from
the journal is left out, and computed anew at restoring; so an old backup says nothing of a person whose keys are gone.
The keys are in a file of their own, which is kept for days while the record may be kept for years.
"""
