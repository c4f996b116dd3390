"""Reports: the quarter's paper, presentation, appendix and page from one description; worklists."""
