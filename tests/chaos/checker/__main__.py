"""`python -m tests.chaos.checker FOLDER`: judge a run, print the verdict, write FOLDER/verdict.json.

Exit 0 for a good run, 1 for a bad one. FOLDER/site.json says where everything is: see `site`.
"""

import asyncio
import sys
from pathlib import Path

from tests.chaos.checker import judge, site


def main(folder: Path) -> int:
    """Judge the run of a folder; answers the exit status."""
    verdict = asyncio.run(judge.judge(site.load(folder)))
    verdict.save(folder / "verdict.json")
    print(verdict.line())
    return 0 if verdict.good else 1


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1])))
