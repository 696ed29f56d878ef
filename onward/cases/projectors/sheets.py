"""From printing to each form on paper."""

from onward.cases.events import SheetsPrinted
from onward.cases.models import PaperSheet
from onward.journal.entries import Entry
from onward.journal.project import projector


@projector(SheetsPrinted)
def keep_sheets(event: SheetsPrinted, entry: Entry) -> None:
    for sheet in event.sheets:
        PaperSheet.objects.create(
            id=sheet.entry,
            stream=entry.stream,
            sort=event.sort,
            code=sheet.code,
            entry=sheet.entry,
            printed=entry.id,
            page=sheet.page,
            printed_on=entry.recorded_on,
        )
