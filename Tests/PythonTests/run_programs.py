"""Runs Python programs one after the other, so that what they import is imported once.

Prints, for each of the files on standard input, a line of JSON: the file, the status it ended with,
and what it said.
"""

import contextlib
import io
import json
import runpy
import sys
import traceback

for path in sys.stdin.read().splitlines():
    said = io.StringIO()
    status = 0
    with contextlib.redirect_stdout(said):
        try:
            runpy.run_path(path, run_name="__main__")
        except SystemExit as end:
            status = 0 if end.code is None else end.code if isinstance(end.code, int) else 1
            if isinstance(end.code, str):
                print(end.code)
        except Exception:
            status = 1
            print(traceback.format_exc())
    print(json.dumps({"path": path, "status": status, "said": said.getvalue()}), flush=True)
