"""Workflows that nobody works on any more although the database says that they run.

A replica that died leaves such, and so does a living one after its database was away or full: the
engine could not write down how they went. They go back into their own queues, so that limits still
hold, and their recorded steps are not run again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

import structlog
from dbos import DBOS, WorkflowStatus

RUNNING = "PENDING"
UNENDED = {RUNNING, "ENQUEUED", "DELAYED"}
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
    queues = {flow.queue_name for flow in flows if flow.queue_name}
    for queue in queues:
        DBOS.resume_workflows(
            [flow.workflow_id for flow in flows if flow.queue_name == queue], queue_name=queue
        )
    return queues


def standing(flows: Iterable[str]) -> Sequence[WorkflowStatus]:
    """How these workflows stand, by id; those that the engine does not know are left out."""
    ids = list(flows)
    if not ids:
        return ()
    return DBOS.list_workflows(workflow_ids=ids, load_input=False, load_output=False)


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
