"""A reference goes in; its mutants come out: copies with one small mistake each.

A mutant is known by the function that it is in and by its lines before and after, never
by a number, so that a change elsewhere leaves it what it is.
"""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import libcst as cst
from libcst.metadata import (
    ExpressionContext,
    ExpressionContextProvider,
    MetadataWrapper,
    PositionProvider,
)

from grader.authoring import mutators

_LEFT_ALONE = (cst.Annotation, cst.Raise, cst.Import, cst.ImportFrom)
"""Types and what an error says are no part of what a solution does."""
_LONG = 200
"""Characters of a difference; of a longer one its first line is told."""
_DEFINITIONS = (cst.FunctionDef, cst.ClassDef)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A reference with one mistake."""

    where: str
    """The function or class that it is in, as in `LazyDense.build`."""
    line: int
    """Where the mistake is, in the reference."""
    before: str
    after: str
    """The lines that differ, without their indentation."""
    text: str
    """The whole module."""


def of(text: str, stub: str) -> list[Mutant]:
    """Return the mutants of a reference: one mistake each, in what `stub` has not."""
    wrapper = MetadataWrapper(cst.parse_module(text), unsafe_skip_copy=True)
    module = wrapper.module
    shown = cst.parse_module(stub)
    kept = {shown.code_for_node(node).strip() for node in shown.body}
    finder = _Finder(wrapper)
    for node in module.body:
        if module.code_for_node(node).strip() not in kept:
            node.visit(finder)
    found: dict[str, Mutant] = {}
    for where, line, old, new in finder.found:
        mutated = module.deep_replace(old, new)
        assert isinstance(mutated, cst.Module)
        code = mutated.code
        if code != text and code not in found and _is_python(code):
            before, after = _difference(text, code)
            found[code] = Mutant(
                where=where, line=line, before=before, after=after, text=code
            )
    return list(found.values())


def _is_python(code: str) -> bool:
    try:
        ast.parse(code)
    except SyntaxError:
        return False
    return True


def _difference(text: str, code: str) -> tuple[str, str]:
    lines = list(difflib.ndiff(text.splitlines(), code.splitlines()))
    before, after = (
        [line[2:].strip() for line in lines if line.startswith(mark)]
        for mark in ("- ", "+ ")
    )
    return _shortened(before), _shortened(after)


def _shortened(lines: Sequence[str]) -> str:
    whole = " ".join(lines)
    return whole if len(whole) <= _LONG else f"{lines[0]} …"


@dataclass(frozen=True, slots=True)
class _Scope:
    """A function or class, and the names in it that may be taken for each other."""

    name: str
    kinds: tuple[tuple[str, ...], ...]
    """Parameters and variables of a function; what `self` has, of a class."""


class _Finder(cst.CSTVisitor):
    """Collects each place with what may stand there instead."""

    def __init__(self, wrapper: MetadataWrapper) -> None:
        super().__init__()
        self.found: list[tuple[str, int, cst.CSTNode, cst.CSTNode]] = []
        self._positions = wrapper.resolve(PositionProvider)
        self._contexts = wrapper.resolve(ExpressionContextProvider)
        self._modules = _imported(wrapper.module)
        self._scopes: list[_Scope] = []
        self._no_values: set[cst.CSTNode] = set()
        self._undeletable: set[cst.CSTNode] = set(wrapper.module.body)

    def on_visit(self, node: cst.CSTNode) -> bool:
        if node in self._no_values or isinstance(node, _LEFT_ALONE) or _is_text(node):
            return False
        if isinstance(node, _DEFINITIONS):
            self._scopes.append(self._scope(node))
        self._look_ahead(node)
        for change in self._changes(node):
            where = ".".join(scope.name for scope in self._scopes)
            line = self._positions[node].start.line
            self.found.append((where, line, node, change))
        return True

    def on_leave(self, original_node: cst.CSTNode) -> None:
        if isinstance(original_node, _DEFINITIONS):
            self._scopes.pop()

    def _look_ahead(self, node: cst.CSTNode) -> None:
        """Note the names below that are no values, and an `elif`."""
        match node:
            case cst.Arg(keyword=cst.Name() as name):
                self._no_values.add(name)
            case cst.Attribute(attr=name) | cst.Param(name=name):
                self._no_values.add(name)
            case cst.FunctionDef(name=name) | cst.ClassDef(name=name):
                self._no_values.add(name)
            case cst.If(orelse=cst.If() as other):
                self._undeletable.add(other)

    def _changes(self, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        yield from mutators.changes(node)
        if node not in self._undeletable:
            yield from mutators.deleted(node)
        if isinstance(node, cst.Call):
            yield from self._receiver(node)
        if isinstance(node, cst.Name | cst.Attribute):
            yield from self._others(node)

    def _receiver(self, call: cst.Call) -> Iterator[cst.CSTNode]:
        """A method's object in place of what the method returns."""
        if isinstance(call.func, cst.Attribute):
            root: cst.BaseExpression = call.func
            while isinstance(root, cst.Attribute):
                root = root.value
            if not (isinstance(root, cst.Name) and root.value in self._modules):
                yield call.func.value

    def _others(self, node: cst.Name | cst.Attribute) -> Iterator[cst.CSTNode]:
        """The next name of the same kind, in the innermost scope that has it."""
        if self._contexts.get(node) is not ExpressionContext.LOAD:
            return
        name = _spelled(node)
        for scope in reversed(self._scopes):
            for kind in scope.kinds:
                if name in kind:
                    other = kind[(kind.index(name) + 1) % len(kind)]
                    yield cst.parse_expression(other)
                    return

    def _scope(self, node: cst.FunctionDef | cst.ClassDef) -> _Scope:
        stored = [
            _spelled(one)
            for one, context in self._contexts.items()
            if context is ExpressionContext.STORE and self._is_in(one, node)
        ]
        own = _once(name for name in stored if name.startswith("self."))
        if isinstance(node, cst.ClassDef):
            return _Scope(node.name.value, (own,))
        params = node.params
        given = (*params.posonly_params, *params.params, *params.kwonly_params)
        names = [one.name.value for one in given if one.name.value != "self"]
        variables = {*stored} - {*own, *names, node.name.value, "self", ""}
        made = _once(name for name in stored if name in variables)
        return _Scope(node.name.value, (_once(names), made))

    def _is_in(self, one: cst.CSTNode, node: cst.CSTNode) -> bool:
        inner, outer = self._positions[one], self._positions[node]
        return outer.start.line <= inner.start.line <= outer.end.line


def _imported(module: cst.Module) -> set[str]:
    """The names that a module's imports bind."""
    tree = ast.parse(module.code)
    return {
        (alias.asname or alias.name).partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }


def _spelled(node: cst.CSTNode) -> str:
    """`x` or `self.x`; nothing for all else."""
    match node:
        case cst.Name(value=name):
            return name
        case cst.Attribute(value=cst.Name(value="self"), attr=cst.Name(value=name)):
            return f"self.{name}"
    return ""


def _is_text(node: cst.CSTNode) -> bool:
    """Whether a statement is a docstring."""
    match node:
        case cst.SimpleStatementLine(body=[cst.Expr(value=cst.SimpleString())]):
            return True
    return False


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
