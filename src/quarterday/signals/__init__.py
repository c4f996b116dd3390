"""Signals: whether a figure has really changed, and why (CONVENTIONS §3)."""
