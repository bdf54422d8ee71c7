"""What python3-vobject reads of a calendar: one JSON line an event. Argument: the file."""

import json
import sys
from datetime import timezone

import vobject

with open(sys.argv[1], encoding="utf-8", newline="") as file:
    calendar = vobject.readOne(file.read())
for event in calendar.contents.get("vevent", []):
    start = event.dtstart.value
    print(
        json.dumps(
            {
                "uid": event.uid.value,
                "start": int(start.astimezone(timezone.utc).timestamp() * 1000),
                "wall": start.strftime("%Y-%m-%dT%H:%M"),
                "summary": event.summary.value,
                "status": event.status.value,
            }
        )
    )
