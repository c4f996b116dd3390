"""Records: the tables of the child's journey, their code lists, working days and periods."""
