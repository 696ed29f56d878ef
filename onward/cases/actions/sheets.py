"""Printing blank forms for when the power is out."""

from typing import TYPE_CHECKING

from django.db import transaction

from onward.access.rules import Actor, needs
from onward.cases.events import SheetsPrinted
from onward.cases.events.sheets import Sheet
from onward.cases.rules import check_many, new_code
from onward.journal.append import append, written
from onward.kit.ids import new_id
from onward.places.queries import site_for

if TYPE_CHECKING:
    from onward.cases.events.sheets import SheetSort


@needs("cases.print_sheets")
@transaction.atomic
def print_sheets(actor: Actor, *, site: str, sort: "SheetSort", many: int = 1, entry: str) -> None:
    """Print blank forms, each with a code under which it is entered once. Of a roster they are the pages of one."""
    found = site_for(actor, site).id
    if written(entry):
        return
    check_many(many)
    pages = [number + 1 if sort == "roster" else 1 for number in range(many)]
    sheets = tuple(Sheet(code=new_code(), entry=new_id(), page=page) for page in pages)
    append(SheetsPrinted(sort=sort, sheets=sheets), by=actor, stream=found, id=entry)
