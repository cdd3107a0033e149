"""A piece of Python goes in; what may stand in its place by a small mistake comes out.

The mistakes are those of the literature and of other tools, as far as they fit short
solutions in TensorFlow:

| mistake | from |
| --- | --- |
| operators, comparisons, conditions | Offutt et al., "An Experimental Determination of
  Sufficient Mutant Operators", TOSEM 5(2), 1996 |
| statements deleted | Deng, Offutt, Li, "Empirical Evaluation of the Statement Deletion
  Mutation Operator", ICST 2013 |
| names of one kind exchanged | King, Offutt, "A Fortran Language System for
  Mutation-Based Software Testing", SP&E 21(7), 1991 |
| operands, slice ends, decorators, methods and handlers dropped | MutPy |
| numbers, strings, arguments, `+=` that becomes `=` | mutmut 3, whose `node_mutation`
  gave this module its form |
| `break` for `continue` | Cosmic Ray |
| a call becomes its argument, or its object | Pitest, "argument propagation" and
  "naked receiver" |
| axes, dtypes, initialisers; `training` and `mask` ignored | our own, after DeepCrime:
  Humbatova, Jahangirova, Tonella, ISSTA 2021 |
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import libcst as cst

Changes = Iterator[cst.CSTNode]


def changes(node: cst.CSTNode) -> Changes:
    """Yield what may stand in place of `node`."""
    for kinds, mutate in _MUTATORS:
        if isinstance(node, kinds):
            yield from mutate(node)


# --- constants ----------------------------------------------------------------


def _integer(node: cst.Integer) -> Changes:
    number = node.evaluated_value
    yield cst.Integer(str(number + 1))
    # Below nought there is no literal, only a minus before one.
    yield cst.parse_expression(str(number - 1))
    if number > 3:
        yield cst.Integer(str(number // 2))


def _float(node: cst.Float) -> Changes:
    number = node.evaluated_value
    yield cst.Float(repr(number + 1))
    if number:
        yield cst.Float(repr(number / 2))


def _string(node: cst.SimpleString) -> Changes:
    text = node.raw_value
    other = _OPTIONS.get(text, f"{text}_")
    yield node.with_changes(value=f"{node.prefix}{node.quote}{other}{node.quote}")


def _formatted(node: cst.FormattedString) -> Changes:
    yield node.with_changes(parts=[*node.parts, cst.FormattedStringText("_")])


def _name(node: cst.Name) -> Changes:
    if node.value in _CONSTANTS:
        yield node.with_changes(value=_CONSTANTS[node.value])


def _attribute(node: cst.Attribute) -> Changes:
    other = _OPTIONS.get(node.attr.value)
    if node.attr.value in _DTYPES and other is not None:
        yield node.with_changes(attr=cst.Name(other))


def _none(node: cst.Arg | cst.Element) -> Changes:
    if isinstance(node.value, cst.Name) and node.value.value == "None":
        yield node.with_changes(value=cst.Integer("1"))


_CONSTANTS = {"True": "False", "False": "True"}


def _pairs(*pairs: tuple[str, str]) -> dict[str, str]:
    return dict(pairs) | {right: left for left, right in reversed(pairs)}


_OPTIONS = _pairs(
    *[("zeros", "ones"), ("same", "valid"), ("SAME", "VALID"), ("min", "max")],
    *[("relu", "tanh"), ("softmax", "sigmoid"), ("mse", "mae")],
    *[("float32", "float64"), ("int32", "int64"), ("none", "zero"), ("NONE", "ZERO")],
    *[("sum", "mean"), ("epoch", "batch"), ("w", "a"), ("wb", "ab")],
)
"""Words of an API, and what is most often taken for them."""
_DTYPES = {"float32", "float64", "int32", "int64"}
_FUNCTIONS = _pairs(
    *[("reduce_sum", "reduce_mean"), ("reduce_max", "reduce_min")],
    *[("reduce_any", "reduce_all"), ("any", "all"), ("argmax", "argmin")],
    *[("zeros", "ones"), ("zeros_like", "ones_like"), ("maximum", "minimum")],
    *[("floor", "ceil"), ("sum", "mean"), ("max", "min"), ("stack", "concat")],
    *[("assign", "assign_add"), ("assign_add", "assign_sub"), ("append", "extend")],
    *[("greater", "greater_equal"), ("less", "less_equal"), ("exp", "expm1")],
    *[("log", "log1p"), ("restore", "read"), ("gradient", "jacobian")],
)
_COMMUTING = {
    *("maximum", "minimum", "max", "min", "add", "multiply"),
    *("equal", "not_equal", "logical_and", "logical_or"),
}


# --- operators ----------------------------------------------------------------


def _exchanged(table: dict[type[Any], Sequence[type[Any]]]) -> Callable[..., Changes]:
    """A mutator that puts others in place of an operator."""

    def mutate(node: Any) -> Changes:
        for other in table.get(type(node.operator), ()):
            yield node.with_changes(operator=other())

    return mutate


_ARITHMETIC: dict[type[Any], Sequence[type[Any]]] = {
    cst.Add: (cst.Subtract,),
    cst.Subtract: (cst.Add,),
    cst.Multiply: (cst.Divide,),
    cst.Divide: (cst.Multiply,),
    cst.FloorDivide: (cst.Divide,),
    cst.Modulo: (cst.FloorDivide,),
    cst.Power: (cst.Multiply,),
    cst.BitAnd: (cst.BitOr,),
    cst.BitOr: (cst.BitAnd,),
}
_COMPARISONS: dict[type[Any], Sequence[type[Any]]] = {
    cst.LessThan: (cst.LessThanEqual, cst.GreaterThanEqual),
    cst.LessThanEqual: (cst.LessThan, cst.GreaterThan),
    cst.GreaterThan: (cst.GreaterThanEqual, cst.LessThanEqual),
    cst.GreaterThanEqual: (cst.GreaterThan, cst.LessThan),
    cst.Equal: (cst.NotEqual,),
    cst.NotEqual: (cst.Equal,),
    cst.Is: (cst.IsNot,),
    cst.IsNot: (cst.Is,),
    cst.In: (cst.NotIn,),
    cst.NotIn: (cst.In,),
}
_LOGIC: dict[type[Any], Sequence[type[Any]]] = {
    cst.And: (cst.Or,),
    cst.Or: (cst.And,),
}
_UPDATES: dict[type[Any], Sequence[type[Any]]] = {
    cst.AddAssign: (cst.SubtractAssign,),
    cst.SubtractAssign: (cst.AddAssign,),
    cst.MultiplyAssign: (cst.DivideAssign,),
    cst.DivideAssign: (cst.MultiplyAssign,),
}


def _operands(node: cst.BinaryOperation | cst.BooleanOperation) -> Changes:
    yield _instead_of(node, node.left)
    yield _instead_of(node, node.right)


def _turned(node: cst.BinaryOperation) -> Changes:
    if not isinstance(node.operator, cst.Add | cst.Multiply):
        left, right = _closed(node.right), _closed(node.left)
        yield node.with_changes(left=left, right=right)


def _unary(node: cst.UnaryOperation) -> Changes:
    yield _instead_of(node, node.expression)


def _update(node: cst.AugAssign) -> Changes:
    yield cst.Assign(targets=[cst.AssignTarget(node.target)], value=node.value)


# --- calls and collections ----------------------------------------------------


def _function(node: cst.Call) -> Changes:
    name = _last_name(node.func)
    if isinstance(node.func, cst.Attribute) and name in _FUNCTIONS:
        other = node.func.with_changes(attr=cst.Name(_FUNCTIONS[name]))
        yield node.with_changes(func=other)


def _last_name(func: cst.BaseExpression) -> str:
    match func:
        case cst.Name(value=name) | cst.Attribute(attr=cst.Name(value=name)):
            return name
    return ""


def _arguments(node: cst.Call) -> Changes:
    plain = [not arg.star and arg.keyword is None for arg in node.args]
    commutes = _last_name(node.func) in _COMMUTING
    if plain != [True]:  # few functions can be called without their only argument
        for some in _each_dropped(node.args):
            yield node.with_changes(args=some)
    for index in range(len(plain) - 1):
        if plain[index] and plain[index + 1] and not commutes:
            yield node.with_changes(args=_exchanged_at(node.args, index))
    if plain and plain[0]:
        yield _instead_of(node, node.args[0].value)


def _elements(node: cst.List | cst.Tuple) -> Changes:
    for index in range(len(node.elements) - 1):
        yield node.with_changes(elements=_exchanged_at(node.elements, index))
    for some in _each_dropped(node.elements):
        if some or isinstance(node, cst.List) or node.lpar:
            yield node.with_changes(elements=some)


def _entries(node: cst.Dict) -> Changes:
    for some in _each_dropped(node.elements):
        yield node.with_changes(elements=some)


def _filters(node: cst.CompFor) -> Changes:
    for some in _each_dropped(node.ifs):
        yield node.with_changes(ifs=some)


def _slice(node: cst.Slice) -> Changes:
    for end in ("lower", "upper", "step"):
        if getattr(node, end) is not None:
            yield node.with_changes(**{end: None})


def _choice(node: cst.IfExp) -> Changes:
    yield node.with_changes(body=node.orelse, orelse=node.body)


# --- statements ---------------------------------------------------------------


def _condition(node: cst.If) -> Changes:
    if not isinstance(node.test, cst.Comparison | cst.UnaryOperation):
        yield node.with_changes(test=_negated(node.test))
    yield node.with_changes(test=cst.Name("True"))
    if node.orelse is not None:
        yield node.with_changes(test=cst.Name("False"))


def _negated(test: cst.BaseExpression) -> cst.BaseExpression:
    return cst.UnaryOperation(operator=cst.Not(), expression=_closed(test))


def _leaving(node: cst.Break | cst.Continue) -> Changes:
    yield cst.Continue() if isinstance(node, cst.Break) else cst.Break()


def _returned(node: cst.Return) -> Changes:
    if node.value is not None:
        yield cst.Return(cst.Name("None"))


def _context(node: cst.With) -> Changes:
    """The block without its context, where it does not name it."""
    if not any(item.asname for item in node.items):
        yield cst.If(
            test=cst.Name("True"), body=node.body, leading_lines=node.leading_lines
        )


def _handler(node: cst.ExceptHandler) -> Changes:
    for statement in ("raise", "pass"):
        body = cst.IndentedBlock([cst.parse_statement(statement)])
        yield node.with_changes(body=body)


def _decorators(node: cst.FunctionDef | cst.ClassDef) -> Changes:
    for some in _each_dropped(node.decorators):
        yield node.with_changes(decorators=some)


def _ignored(node: cst.FunctionDef) -> Changes:
    """An argument that is overwritten before it is looked at."""
    params = node.params
    for param in (*params.posonly_params, *params.params, *params.kwonly_params):
        name = param.name.value
        values = {_code(param.default)} if param.default is not None else set()
        values |= {"True", "False"} if name == "training" else set()
        values |= {"None"} if name == "mask" else set()
        for value in sorted(values):
            line = cst.parse_statement(f"{name} = {value}")
            assert isinstance(node.body, cst.IndentedBlock)
            at = 1 if node.get_docstring() is not None else 0
            body = [*node.body.body[:at], line, *node.body.body[at:]]
            yield node.with_changes(body=node.body.with_changes(body=body))


def deleted(node: cst.CSTNode) -> Changes:
    """Yield nothing at all in place of a statement."""
    match node:
        case cst.SimpleStatementLine(body=[cst.Return() | cst.Pass() | cst.Import()]):
            return
        case cst.SimpleStatementLine(body=[cst.ImportFrom()]):
            return
        case cst.SimpleStatementLine() | cst.BaseCompoundStatement():
            nothing = cst.SimpleStatementLine([cst.Pass()])
            yield nothing.with_changes(leading_lines=node.leading_lines)


# --- small steps --------------------------------------------------------------


def _each_dropped(sequence: Sequence[Any]) -> Iterator[list[Any]]:
    for index in range(len(sequence)):
        some = [*sequence[:index], *sequence[index + 1 :]]
        if index == len(some) > 0:
            some[-1] = _ending_as(some[-1], sequence[-1])
        yield some


def _ending_as(node: Any, last: Any) -> Any:
    """A node with the comma and the line end of the one that was the last."""
    names = [name for name in ("comma", "whitespace_after_arg") if hasattr(last, name)]
    return node.with_changes(**{name: getattr(last, name) for name in names})


def _exchanged_at(sequence: Sequence[Any], index: int) -> list[Any]:
    first, second = sequence[index], sequence[index + 1]
    return [
        *sequence[:index],
        first.with_changes(value=second.value),
        second.with_changes(value=first.value),
        *sequence[index + 2 :],
    ]


def _instead_of(node: Any, part: cst.BaseExpression) -> cst.BaseExpression:
    """A part of an expression in its place; it stays one operand of what is around."""
    return _closed(part) if node.lpar or _is_open(part) else part


def _closed(node: cst.BaseExpression) -> cst.BaseExpression:
    if not _is_open(node) or node.lpar:
        return node
    return node.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])


def _is_open(node: cst.BaseExpression) -> bool:
    return not isinstance(
        node,
        cst.Name
        | cst.Attribute
        | cst.Call
        | cst.Subscript
        | cst.BaseNumber
        | cst.BaseString
        | cst.List
        | cst.Dict
        | cst.Set,
    )


def _code(node: cst.CSTNode) -> str:
    return cst.Module([]).code_for_node(node)


_MUTATORS: tuple[tuple[Any, Callable[[Any], Changes]], ...] = (
    (cst.Integer, _integer),
    (cst.Float, _float),
    (cst.SimpleString, _string),
    (cst.FormattedString, _formatted),
    (cst.Name, _name),
    (cst.Attribute, _attribute),
    (cst.Arg | cst.Element, _none),
    (cst.BinaryOperation, _exchanged(_ARITHMETIC)),
    (cst.BinaryOperation | cst.BooleanOperation, _operands),
    (cst.BinaryOperation, _turned),
    (cst.BooleanOperation, _exchanged(_LOGIC)),
    (cst.ComparisonTarget, _exchanged(_COMPARISONS)),
    (cst.UnaryOperation, _unary),
    (cst.AugAssign, _exchanged(_UPDATES)),
    (cst.AugAssign, _update),
    (cst.Call, _function),
    (cst.Call, _arguments),
    (cst.List | cst.Tuple, _elements),
    (cst.Dict, _entries),
    (cst.CompFor, _filters),
    (cst.Slice, _slice),
    (cst.IfExp, _choice),
    (cst.If, _condition),
    (cst.Break | cst.Continue, _leaving),
    (cst.Return, _returned),
    (cst.With, _context),
    (cst.ExceptHandler, _handler),
    (cst.FunctionDef | cst.ClassDef, _decorators),
    (cst.FunctionDef, _ignored),
)
