"""Verdicts go into one SQLite file, each in a transaction of its own, and come out.

A verdict is stored whole, as JSON, beside the columns that it is looked up by. An
override is a record of its own that takes precedence; no record is ever edited.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import msgspec
from sqlalchemy import (
    Column,
    Connection,
    Float,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    create_engine,
    event,
    exc,
    insert,
    select,
)
from sqlalchemy.pool import NullPool

from grader.errors import Broken
from grader.records import Verdict

_BUSY_SECONDS = 30.0
_metadata = MetaData()
_verdicts = Table(
    "verdicts",
    _metadata,
    Column("id", Integer, primary_key=True),
    Column("identity", String(64), nullable=False, index=True),
    Column("student", String, nullable=False),
    Column("exercise", String, nullable=False),
    Column("earned", Float, nullable=False),
    Column("possible", Float, nullable=False),
    Column("created", String, nullable=False),
    Column("verdict", LargeBinary, nullable=False),
)
_overrides = Table(
    "overrides",
    _metadata,
    Column("id", Integer, primary_key=True),
    Column("student", String, nullable=False),
    Column("exercise", String, nullable=False),
    Column("points", Float, nullable=False),
    Column("reason", String, nullable=False),
    Column("created", String, nullable=False),
)


class Gradebook:
    """The database of verdicts in one output folder.

    Args:
        path: The file; made where it is missing.

    Raises:
        Broken: The file cannot be opened or is no gradebook.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        # No pool: a connection must not live on across the fork of a worker.
        self._engine = create_engine(
            f"sqlite:///{path}",
            poolclass=NullPool,
            connect_args={"timeout": _BUSY_SECONDS},
        )
        event.listen(self._engine, "connect", _configure)
        with self._transaction() as connection:
            _metadata.create_all(connection)

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except exc.DatabaseError as error:
            raise Broken(
                f"The gradebook `{self._path}` cannot be used: {error.orig}.",
                remedy="Free disk space, close other programs that hold it, and run "
                "the same command again: it goes on where it stopped.",
            ) from error

    def add(self, verdict: Verdict, identity: str) -> None:
        """Store `verdict` for good.

        Raises:
            Broken: It could not be stored.
        """
        row = {
            "identity": identity,
            "student": verdict.student,
            "exercise": verdict.exercise,
            "earned": verdict.earned,
            "possible": verdict.possible,
            "created": verdict.created,
            "verdict": msgspec.json.encode(verdict),
        }
        with self._transaction() as connection:
            connection.execute(insert(_verdicts).values(row))

    def find(self, identity: str) -> Verdict | None:
        """Return the newest verdict of that identity; None where there is none."""
        query = (
            select(_verdicts.c.verdict)
            .where(_verdicts.c.identity == identity)
            .order_by(_verdicts.c.id.desc())
            .limit(1)
        )
        with self._transaction() as connection:
            found = connection.execute(query).scalar()
        return None if found is None else msgspec.json.decode(found, type=Verdict)

    def verdicts(self) -> tuple[Verdict, ...]:
        """Return the newest verdict of each student and exercise, by student."""
        query = select(_verdicts.c.verdict).order_by(_verdicts.c.id)
        with self._transaction() as connection:
            rows = connection.execute(query).scalars().all()
        stored = [msgspec.json.decode(row, type=Verdict) for row in rows]
        newest = {(verdict.student, verdict.exercise): verdict for verdict in stored}
        return tuple(newest[key] for key in sorted(newest))

    def override(
        self, student: str, exercise: str, points: float, *, reason: str
    ) -> None:
        """Record a teacher's own decision, which takes precedence from now on."""
        row = {
            "student": student,
            "exercise": exercise,
            "points": points,
            "reason": reason,
            "created": datetime.now().astimezone().isoformat(timespec="seconds"),
        }
        with self._transaction() as connection:
            connection.execute(insert(_overrides).values(row))

    def overrides(self) -> dict[tuple[str, str], float]:
        """Return the newest override's points by student and exercise."""
        query = select(_overrides).order_by(_overrides.c.id)
        with self._transaction() as connection:
            rows = connection.execute(query).mappings().all()
        return {(row["student"], row["exercise"]): row["points"] for row in rows}


def _configure(connection: object, _: object) -> None:
    cursor = connection.cursor()  # type: ignore[attr-defined]
    # Readers do not wait for a writer, and a killed writer leaves a whole file.
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.close()
