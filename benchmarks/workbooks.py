"""Reading workbooks of figures, as ratios measured in one run.

Usage: python benchmarks/workbooks.py [ROUNDS]

Makes workbooks of 10,000 and of 100,000 rows, and times processes that read them: openpyxl alone, reading every cell, and `figures/files.py`, each
cell strictly, with all that is looked at before. Times are those of the processor, so that other programs beside it change little; memory is the
most that the process held. Trust the ratios. Wanted: 10,000 rows at most 2.0 times openpyxl; 100,000 rows at most 12 times 10,000 and 150 MB; a
workbook above the limits refused within 2 seconds and 150 MB.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HEADER = ("STT", "Chỉ tiêu", "Đơn vị", "Kỳ", "Tử số", "Mẫu số", "Số lượng", "Số liệu tính đến ngày", "Tình trạng", "Ghi chú")
SIZES = {"10,000 rows": 10_000, "100,000 rows": 100_000, "above the limits": 125_000}
BEGIN = "import io, json, resource, sys, time; content = open(sys.argv[1], 'rb').read(); begun = time.process_time()\n"
END = (
    "\nprint(json.dumps({'rows': rows, 'seconds': time.process_time() - begun,"
    " 'megabytes': resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))"
)
ALONE = """
import openpyxl
sheets = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True).worksheets
rows = sum(1 for sheet in sheets for row in sheet.iter_rows(values_only=True))
"""
OURS = """
from planmonitor import Refusal
from planmonitor_exchange.figures.files import read
try:
    rows = len(read('so-lieu.xlsx', content)[0])
except Refusal:
    rows = 0
"""


def make(path: Path, rows: int) -> None:
    """Write a workbook of figures, ten cells a row."""
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Số liệu")
    sheet.append(HEADER)
    for number in range(rows):
        period = f"2026-{1 + number // 120 % 10:02d}"
        unit = f"Trường THCS số {number % 120}"
        counted = (3 + number % 7, 10 + number % 9, None, None)
        sheet.append((number + 1, "child-labour/van-son-2026-2030/5", unit, period, *counted, "sơ bộ", f"đợt {number % 5}"))
    book.save(path)


def measured(code: str, path: Path) -> dict[str, float]:
    """Run code on a file in a process of its own; return rows, seconds and megabytes."""
    ended = subprocess.run([sys.executable, "-c", BEGIN + code + END, str(path)], check=True, capture_output=True, text=True, encoding="utf-8")
    answer: dict[str, float] = json.loads(ended.stdout)
    return answer


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    medians: dict[tuple[str, str], float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, rows in SIZES.items():
            path = Path(folder) / "so-lieu.xlsx"
            make(path, rows)
            for what, code in (("openpyxl alone", ALONE), ("monitor", OURS)):
                if what == "openpyxl alone" and rows > 100_000:
                    continue
                runs = [measured(code, path) for _round in range(rounds)]
                medians[name, what] = statistics.median(run["seconds"] for run in runs)
                memory = max(run["megabytes"] for run in runs)
                print(f"{name:18} {what:16} {medians[name, what]:7.2f} s {memory:6.0f} MB  {runs[0]['rows']:,.0f} read")
    print(f"10,000 rows, monitor to openpyxl alone: {medians['10,000 rows', 'monitor'] / medians['10,000 rows', 'openpyxl alone']:.2f} (wanted: 2.0)")
    print(f"100,000 rows to 10,000: {medians['100,000 rows', 'monitor'] / medians['10,000 rows', 'monitor']:.1f} (wanted: 12)")


if __name__ == "__main__":
    main()
