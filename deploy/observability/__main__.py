"""`python -m deploy.observability`: writes the boards into deploy/observability/grafana, as `make boards` does."""

import sys

from deploy.observability import boards


def main() -> None:
    """Write and name the files."""
    for name, text in boards.rendered().items():
        file = boards.FOLDER / f"{name}.json"
        file.write_text(text, encoding="utf-8")
        sys.stdout.write(f"{file}\n")


if __name__ == "__main__":
    main()
