"""Claims: sentences of commentary bound to figures, directions, comparisons and quotations, checked at every build."""

from quarterday.reports.claims.checked import Checked, Judged
from quarterday.reports.claims.checking import Asking, CommentaryClaims, Own
from quarterday.reports.claims.problems import ClaimsError
from quarterday.reports.claims.verdict import CANNOT_TELL, NOT_SUPPORTED, SUPPORTED

__all__ = [
    "CANNOT_TELL",
    "NOT_SUPPORTED",
    "SUPPORTED",
    "Asking",
    "Checked",
    "ClaimsError",
    "CommentaryClaims",
    "Judged",
    "Own",
]
