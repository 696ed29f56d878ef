"""The rows of one stream that have certain values: what a projector changes or deletes, by prepared SQL."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.db.models import QuerySet

from onward.journal import quick


class Few:
    """What `Model.objects.filter(field=value, ...)` gives a projector. It stays a plan until rows are asked for:
    `update` and `delete` need none, `first` of one id is a prepared statement, and for everything else it is the
    query set that it stands for.
    """

    def __init__(self, model: type[Any], wanted: Mapping[str, Any], rows: Callable[[], QuerySet[Any]]) -> None:
        self.model, self.wanted, self.asked = model, wanted, rows
        self.known: QuerySet[Any] | None = None

    def rows(self) -> QuerySet[Any]:
        if self.known is None:
            self.known = self.asked()
        return self.known

    def update(self, **values: Any) -> int:
        if any(hasattr(value, "resolve_expression") for value in values.values()):
            return self.rows().update(**values)
        self.known = None
        return quick.update(self.model, self.wanted, values) if values else 0

    def delete(self) -> tuple[int, dict[str, int]]:
        self.known = None
        return quick.delete(self.model, self.wanted), {}

    def first(self) -> Any:
        if self.known is None and set(self.wanted) == {"id", "stream"}:
            return quick.find(self.model, self.wanted["id"], self.wanted["stream"])
        return self.rows().first()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.rows(), name)

    def __iter__(self) -> Iterator[Any]:
        return iter(self.rows())

    def __len__(self) -> int:
        return len(self.rows())

    def __bool__(self) -> bool:
        return self.rows().exists()

    def __getitem__(self, place: Any) -> Any:
        return self.rows()[place]
