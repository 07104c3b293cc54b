"""Tables from a name to a function that is imported when it is asked for: formats, and whatever else has kinds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TypeVar, cast

Registered = TypeVar("Registered")


class Registry(Mapping[str, Registered]):
    """A table of names, each with the module and the function in it that it stands for.

    The same table feeds the choices of an option, the documentation and the tests. Looking up a name imports its
    module.

    >>> dumps: Registry[object] = Registry({"json": "json:dumps"})
    >>> list(dumps), dumps["json"]([1])
    (['json'], '[1]')
    """

    def __init__(self, places: Mapping[str, str]) -> None:
        """Keep where each name's function is: `package.module:function`."""
        self._places = dict(places)

    def __getitem__(self, name: str) -> Registered:
        """Return what a name stands for."""
        module, _, function = self._places[name].partition(":")
        return cast("Registered", getattr(import_module(module), function))

    def __iter__(self) -> Iterator[str]:
        """Yield the names, in the order of the table."""
        return iter(self._places)

    def __len__(self) -> int:
        """Return how many names there are."""
        return len(self._places)
