"""Submissions: immutable numbered loads, read back at any number; settings and targets beside them."""
