"""Oversight's own machine: it reads the feeds of sites, and answers. Never part of a site's running program."""
