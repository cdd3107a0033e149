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
    func,
    insert,
    select,
)
from sqlalchemy.engine import URL
from sqlalchemy.pool import NullPool
from sqlalchemy.schema import CreateIndex, CreateTable

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
            URL.create("sqlite", database=str(path)),
            poolclass=NullPool,
            connect_args={"timeout": _BUSY_SECONDS},
        )
        event.listen(self._engine, "connect", _configure)
        with self._transaction() as connection:
            for table in _metadata.sorted_tables:
                # Another process may be making the same file just now.
                connection.execute(CreateTable(table, if_not_exists=True))
                for index in table.indexes:
                    connection.execute(CreateIndex(index, if_not_exists=True))

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except exc.OperationalError as error:
            raise Broken(
                f"The gradebook `{self._path}` cannot be used: {error.orig}.",
                remedy="Free disk space, close other programs that hold it, and run "
                "the same command again: it goes on where it stopped.",
            ) from error
        except exc.DatabaseError as error:
            raise Broken(
                f"`{self._path}` is no whole gradebook: {error.orig}.",
                remedy="Move it away, or name another folder, and grade again.",
            ) from error

    def add(self, verdict: Verdict, identity: str) -> None:
        """Store `verdict` for good.

        Raises:
            Broken: It could not be stored.
        """
        with self._transaction() as connection:
            connection.execute(insert(_verdicts).values(_row(verdict, identity)))

    def recall(self, identity: str) -> Verdict | None:
        """Return the decided verdict of that identity, and let it count again.

        A student who hands in an earlier file once more is owed its verdict, though
        another one was stored since; it is then stored anew, as the newest.

        Returns:
            The verdict; None where there is none, or where it was left undecided.
        """
        newest = _verdicts.c.id.desc()
        same = select(_verdicts).where(_verdicts.c.identity == identity)
        with self._transaction() as connection:
            found = (
                connection.execute(same.order_by(newest).limit(1)).mappings().first()
            )
            verdict = None if found is None else self._decoded(found["verdict"])
            if found is None or verdict is None or verdict.broken:
                return None
            count = select(func.max(_verdicts.c.id)).where(
                _verdicts.c.student == verdict.student,
                _verdicts.c.exercise == verdict.exercise,
            )
            if connection.execute(count).scalar() != found["id"]:
                connection.execute(insert(_verdicts).values(_row(verdict, identity)))
        return verdict

    def verdicts(self) -> tuple[Verdict, ...]:
        """Return the newest verdict of each student and exercise, by student."""
        query = select(_verdicts.c.verdict).order_by(_verdicts.c.id)
        with self._transaction() as connection:
            rows = connection.execute(query).scalars().all()
        stored = [self._decoded(row) for row in rows]
        newest = {(verdict.student, verdict.exercise): verdict for verdict in stored}
        return tuple(newest[key] for key in sorted(newest))

    def _decoded(self, stored: bytes) -> Verdict:
        try:
            return msgspec.json.decode(stored, type=Verdict)
        except msgspec.MsgspecError as error:
            raise Broken(
                f"`{self._path}` holds a verdict of another version: {error}.",
                remedy="Grade into a new folder; the old one stays as it is.",
            ) from error

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


def _row(verdict: Verdict, identity: str) -> dict[str, object]:
    return {
        "identity": identity,
        "student": verdict.student,
        "exercise": verdict.exercise,
        "earned": verdict.earned,
        "possible": verdict.possible,
        "created": verdict.created,
        "verdict": msgspec.json.encode(verdict),
    }


def _configure(connection: object, _: object) -> None:
    cursor = connection.cursor()  # type: ignore[attr-defined]
    # Readers do not wait for a writer, and a killed writer leaves a whole file.
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.close()
