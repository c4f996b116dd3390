"""Disclosure control: nothing that leaves the building discloses a child (CONVENTIONS §5)."""
