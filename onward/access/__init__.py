"""Staff, roles, what each may do, and who needs to know."""
