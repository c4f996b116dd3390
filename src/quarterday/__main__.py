"""`python -m quarterday` is the command line."""

from quarterday.cli import main

main()
