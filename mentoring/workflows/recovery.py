"""Workflows that nobody works on any more although the database says that they run.

A replica that died leaves such, and so does a living one after its database was away or full: the
engine could not write down how they went. They go back into their own queues, so that limits still
hold, and their recorded steps are not run again.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import structlog
from dbos import DBOS, WorkflowStatus

from mentoring.ports.rows import Other, Store, UnitOfWork
from mentoring.usecases.common.effects import EFFECTS
from mentoring.workflows.carrying import Carrier
from mentoring.workflows.claiming import begun_by
from mentoring.workflows.loads import Load

RUNNING = "PENDING"
UNENDED = {RUNNING, "ENQUEUED", "DELAYED"}
ENDED = {"SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"}
log = structlog.get_logger()


def hand_back(replica: str, *, left: bool) -> set[str]:
    """Put the workflows of a replica that died, or has ``left``, back into their queues; return the
    names of these queues.
    """
    pending = DBOS.list_workflows(
        executor_id=replica, status=RUNNING, load_input=False, load_output=False
    )
    tell, event = (log.info, "replica.left") if left else (log.warning, "replica.lapsed")
    tell(event, replica=replica, workflows=len(pending))
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
class Twice:
    """What is found at two looks in a row.

    A workflow is between two moments of its life now and then: its effect says who carries it out
    before the engine knows of it, so one that is found once is only remembered.
    """

    _found: frozenset[str] = field(default=frozenset())

    def among(self, found: Iterable[str]) -> frozenset[str]:
        """Those that the last look has found, too."""
        before, self._found = self._found, frozenset(found)
        return before & self._found


@dataclass
class Recovery:
    """Goes on with effects on which nobody works any more although a replica lives.

    ``own`` is this replica, and ``ring`` is told the queues into which something was handed back.
    """

    store: Store
    carrier: Carrier
    own: str
    ring: Callable[[Iterable[str]], None]
    _unbegun: Twice = field(default_factory=Twice)
    _lost: Twice = field(default_factory=Twice)
    _strays: Twice = field(default_factory=Twice)

    async def look(
        self, load: dict[str, Load], at_work: Collection[str], others: Collection[str]
    ) -> None:
        """Look at all that is begun and not done: ``load`` is what this replica carries out or
        begins, ``at_work`` the workflows of it that have begun, ``others`` who else lives.
        """
        self._forget_unbegun(load, at_work)
        begun = await self.store.glance(_begun)
        idle = begun.keys() - load.keys()
        flows = await asyncio.to_thread(standing, idle)
        for flow in filter(has_ended, flows):
            await self.carrier.begin_anew(begun[flow.workflow_id], flow.workflow_id)
        unknown = idle - {flow.workflow_id for flow in flows} - load.keys()
        for lost in self._lost.among(unknown):
            if begun_by(lost) not in others:
                await self.carrier.release(begun[lost], lost)
        await self._put_back({f.workflow_id: f for f in flows if self._is_stray(f, load)})

    def _forget_unbegun(self, load: dict[str, Load], at_work: Collection[str]) -> None:
        """What was to begin here and has not is no work of this replica: the engine begins none
        that has ended before.
        """
        for flow in self._unbegun.among(load.keys() - at_work):
            load.pop(flow, None)

    def _is_stray(self, flow: WorkflowStatus, load: Collection[str]) -> bool:
        """Whether this replica has begun the workflow and does not work on it."""
        mine = flow.status == RUNNING and flow.executor_id == self.own
        return mine and flow.workflow_id not in load

    async def _put_back(self, idle: Mapping[str, WorkflowStatus]) -> None:
        found = [idle[flow] for flow in self._strays.among(idle)]
        if found:
            log.warning("workflows.taken_up", workflows=len(found))
            self.ring(await asyncio.to_thread(put_back, found))


def _begun(uow: UnitOfWork) -> Mapping[str, Collection[str]]:
    """The effects that somebody has begun and that are not done, by workflow."""
    found: dict[str, list[str]] = defaultdict(list)
    for key, flow in uow.effects.columns("id", "flow", done=False, flow=Other("")):
        found[flow].append(key)
    return found
