"""Benchmarks that are kept: each a ratio to a named yardstick of the same run, never an absolute time in a test."""
