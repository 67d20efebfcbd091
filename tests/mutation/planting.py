# SPDX-License-Identifier: EUPL-1.2
"""Putting a fault into a module that is loaded already, so that nothing has to be loaded again to meet it."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from dataclasses import is_dataclass
from functools import cached_property
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any


class NotComputedError(Exception):
    """The module cannot be computed with the fault in it."""


def plant(module: ModuleType, source: str) -> bool:
    """Make a loaded module run other source; gives whether anything became different.

    Functions get other code in place, so that whoever imported them meets the fault too. What else stands in the
    module is computed anew and put wherever it was imported under its own name. Of the body of a class only the fields
    of a data class change; the rest stays.
    """
    path = str(module.__file__)
    before, after = (compile(one, path, "exec") for one in (Path(path).read_text("utf-8"), source))
    old, new = dict(_functions(before)), dict(_functions(after))
    changed = [name for name in new if name in old and _shape(old[name]) != _shape(new[name])]
    for name in changed:
        _function(module, name).__code__ = new[name]
    body = _shape(before, deep=False) != _shape(after, deep=False)
    if body:
        _compute_anew(module, after)
    return body or bool(changed)


def _functions(code: CodeType, inside: str = "") -> Iterator[tuple[str, CodeType]]:
    """Give the code of each function of a module, and of each method of its classes, by name."""
    for one in code.co_consts:
        if isinstance(one, CodeType) and one.co_flags & inspect.CO_OPTIMIZED:
            if one.co_name.isidentifier():
                yield inside + one.co_name, one
        elif isinstance(one, CodeType):
            yield from _functions(one, f"{inside}{one.co_name}.")


def _shape(code: CodeType, *, deep: bool = True) -> tuple[Any, ...]:
    """Give what makes code do what it does; where it stands in the file is no part of that."""
    consts = (
        (_shape(one, deep=deep) if deep or not _is_named_function(one) else one.co_name)
        if isinstance(one, CodeType)
        else (type(one), repr(one))
        for one in code.co_consts
    )
    return code.co_code, code.co_names, code.co_varnames, code.co_freevars, code.co_cellvars, tuple(consts)


def _is_named_function(code: CodeType) -> bool:
    return bool(code.co_flags & inspect.CO_OPTIMIZED) and code.co_name.isidentifier()


def _function(module: ModuleType, name: str) -> FunctionType:
    """Find a function or method below what decorators laid around it."""
    found: Any = module
    for part in name.split("."):
        found = inspect.getattr_static(found, part)
    while not isinstance(found, FunctionType):
        if isinstance(found, property):
            found = found.fget
        elif isinstance(found, cached_property):
            found = found.func
        else:
            found = found.__wrapped__ if hasattr(found, "__wrapped__") else found.__func__
    return found


def _compute_anew(module: ModuleType, code: CodeType) -> None:
    made = ModuleType(module.__name__)
    made.__dict__.update(__file__=module.__file__, __package__=module.__package__)
    try:
        exec(code, made.__dict__)
    except Exception as error:
        raise NotComputedError from error
    for name, value in vars(made).items():
        old = vars(module).get(name)
        if isinstance(value, FunctionType) and isinstance(old, FunctionType):
            if value.__module__ == module.__name__:
                old.__defaults__, old.__kwdefaults__ = value.__defaults__, value.__kwdefaults__
        elif isinstance(value, type) and is_dataclass(value) and isinstance(old, type) and value is not old:
            if inspect.signature(value) != inspect.signature(old):
                type.__setattr__(old, "__init__", vars(value)["__init__"])
        elif not name.startswith("__") and not isinstance(value, type | ModuleType) and old is not value:
            for other in [one for one in sys.modules.values() if vars(one).get(name, made) is old]:
                setattr(other, name, value)
