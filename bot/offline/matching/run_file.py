"""A run that was exported, read back and solved again."""

from __future__ import annotations

from pydantic import ValidationError

from bot.offline.matching.faults import Fault, MatchFileInvalid
from mentoring.domain.matching.recorded import RunFile, RunInvalid, recorded_run
from mentoring.domain.matching.run import MatchingRun
from mentoring.domain.programme import Programme
from mentoring.domain.topics import Topic


def read_run(data: bytes) -> tuple[RunFile, MatchingRun, Programme]:
    """A run file, its run, solved again, and a programme with its topics and language.

    Raises:
        MatchFileInvalid: it is no run file, or it contradicts itself.
        Refusal: a lock in it is impossible.
    """
    try:
        file = RunFile.model_validate_json(data)
        topics = tuple(
            Topic.model_construct(id=id_, names=names) for id_, names in file.topics.items()
        )
        return (
            file,
            recorded_run(file),
            Programme.model_construct(topics=topics, language=file.language),
        )
    except ValidationError as error:
        places = [".".join(str(part) for part in item["loc"]) for item in error.errors()]
        raise MatchFileInvalid(Fault(1, place, 0, "run") for place in places) from error
    except RunInvalid as error:
        raise MatchFileInvalid([Fault(1, "", 0, "run_contradicts")]) from error
