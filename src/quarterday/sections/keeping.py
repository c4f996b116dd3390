"""All facts of all sections, built once and kept beside the submission for whoever computes from it."""

from quarterday.indicators import source_of
from quarterday.indicators.kept_facts import keep_facts, path_of_facts
from quarterday.sections import INDICATORS, SECTIONS
from quarterday.submissions import Submission
from quarterday.submissions.settings import Settings


def keep_all_facts(submission: Submission, settings: Settings, authority: str) -> bool:
    """Keep the facts of every indicator and worklist; False where they cannot be kept, and are built each time."""
    path = path_of_facts(submission, settings, authority)
    if path.is_file():
        return True
    listed = [worklist.of for section in SECTIONS for worklist in section.worklists]
    facts = [fact for indicator in INDICATORS for fact in indicator.facts]
    return keep_facts(source_of(submission, settings, authority), path, [*facts, *listed])
