"""Workflows that nobody works on any more although the database says that they run.

A replica that died leaves such, and so does a living one after its database was away or full: the
engine could not write down how they went. They go back into their own queues, so that limits still
hold, and their recorded steps are not run again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

import structlog
from dbos import DBOS, WorkflowStatus

from mentoring.usecases.common.effects import EFFECTS

RUNNING = "PENDING"
UNENDED = {RUNNING, "ENQUEUED", "DELAYED"}
ENDED = {"SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"}
log = structlog.get_logger()


def hand_back(replica: str) -> set[str]:
    """Put a dead replica's workflows back into their queues; return the names of these queues."""
    pending = DBOS.list_workflows(
        executor_id=replica, status=RUNNING, load_input=False, load_output=False
    )
    log.warning("replica.lapsed", replica=replica, workflows=len(pending))
    return put_back(pending)


def put_back(flows: Collection[WorkflowStatus]) -> set[str]:
    """Put these workflows back into their queues; return the names of these queues."""
    by_queue: dict[str, list[str]] = defaultdict(list)
    for flow in flows:
        by_queue[_queue_of(flow)].append(flow.workflow_id)
    for queue, ids in by_queue.items():
        DBOS.resume_workflows(ids, queue_name=queue)
    return set(by_queue)


def _queue_of(flow: WorkflowStatus) -> str:
    """The queue in which it was, or that of its effect; several effects go into any."""
    if flow.queue_name:
        return flow.queue_name
    return EFFECTS[flow.name].queue if flow.name in EFFECTS else "launch"


def standing(flows: Iterable[str]) -> Sequence[WorkflowStatus]:
    """How these workflows stand, by id; those that the engine does not know are left out."""
    ids = list(flows)
    if not ids:
        return ()
    return DBOS.list_workflows(workflow_ids=ids, load_input=False, load_output=False)


def forget(name: str, portion: int) -> None:
    """Delete the log of the workflows of this name that have ended, some at a time."""
    while found := DBOS.list_workflows(
        name=name, status=sorted(ENDED), limit=portion, load_input=False, load_output=False
    ):
        DBOS.delete_workflows([flow.workflow_id for flow in found])


def has_ended(flow: WorkflowStatus) -> bool:
    """Whether the engine will never go on with the workflow, however it ended."""
    return flow.status not in UNENDED


@dataclass
class Strays:
    """What the replica called ``own`` has begun and does not work on.

    A workflow is between two moments of its life now and then, so one that is found once is only
    remembered, and one that is found twice in a row is a stray.
    """

    own: str
    _found: frozenset[str] = field(default=frozenset())

    def among(
        self, flows: Iterable[WorkflowStatus], at_work: Collection[str]
    ) -> list[WorkflowStatus]:
        """Those of the workflows that are strays."""
        idle = [flow for flow in flows if self._is_idle(flow, at_work)]
        before, self._found = self._found, frozenset(flow.workflow_id for flow in idle)
        return [flow for flow in idle if flow.workflow_id in before]

    def _is_idle(self, flow: WorkflowStatus, at_work: Collection[str]) -> bool:
        mine = flow.status == RUNNING and flow.executor_id == self.own
        return mine and flow.workflow_id not in at_work
