"""`python -m shared.ops.probe PORT`: exits 0 once /readyz on this port answers 200, else 1; prints what it said.

For orchestrators whose health checks are commands in the container, where there is no curl.
"""

import http.client
import sys

ANSWER_SECONDS = 5.0  # longer than a process takes to find a part down


def main(port: int) -> int:
    """The exit status."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=ANSWER_SECONDS)
    try:
        connection.request("GET", "/readyz")
        answer = connection.getresponse()
        said = answer.read().decode()
    except (OSError, http.client.HTTPException) as error:
        sys.stdout.write(f"no answer: {type(error).__name__}\n")
        return 1
    finally:
        connection.close()
    sys.stdout.write(said + "\n")
    return int(answer.status != http.client.OK)


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1])))
