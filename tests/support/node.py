"""A second reader of calendar files, in another language: ical.js under node, from the folder that MONITOR_NODE_MODULES names."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from support.programs import executed

ICAL_JS = "2.2.1"
"""The release of ical.js that the tests were made with; `.ci/run` installs it."""

MODULES = os.environ.get("MONITOR_NODE_MODULES", "")

SECOND_READER = pytest.mark.skipif(
    not MODULES or shutil.which("node") is None,
    reason=f"NOT READ BY A SECOND PROGRAM: npm install ical.js@{ICAL_JS} in a folder, and name its node_modules in MONITOR_NODE_MODULES (needs node)",
)
"""For tests that read a calendar file with ical.js; where the folder is named and the release is another one they fail."""

_PROGRAM = """
import { readFileSync } from "node:fs";
const { default: ICAL } = await import(process.argv[2]);
const file = new ICAL.Component(ICAL.parse(readFileSync(process.argv[3], "utf-8")));
const events = file.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  const alarms = component.getAllSubcomponents("valarm").map((alarm) => {
    const at = event.startDate.clone();
    at.isDate = false;
    at.addDuration(alarm.getFirstPropertyValue("trigger"));
    return at.toString();
  });
  const stamp = component.getFirstPropertyValue("dtstamp").toString();
  return { uid: event.uid, summary: event.summary, description: event.description, stamp, alarms, sequence: event.sequence,
    start: event.startDate.toString(), end: event.endDate.toString(), whole: event.startDate.isDate };
});
console.log(JSON.stringify(events));
"""


def events_by_ical_js(file: Path, folder: Path) -> list[dict[str, Any]]:
    """Return the events of a calendar file as ical.js reads them; the program is written into a folder."""
    package = Path(MODULES, "ical.js")
    assert json.loads((package / "package.json").read_text(encoding="utf-8"))["version"] == ICAL_JS
    program = folder / "read.mjs"
    program.write_text(_PROGRAM, encoding="utf-8")
    found: list[dict[str, Any]] = json.loads(executed(["node", program, (package / "dist" / "ical.js").as_uri(), file], folder).stdout)
    return found
