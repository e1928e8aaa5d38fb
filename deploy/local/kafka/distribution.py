"""Kafka's jars and the Java to run them with: fetched from Maven Central once, kept outside git."""

import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from deploy.local.processes import ServerError

FOLDER = Path(__file__).parent
REPOSITORY = FOLDER.parents[2]
OLDEST_JAVA = 17
MAVEN_TIMEOUT = 300.0  # seconds; 5–8 as measured

JVM_FLAGS = (
    *("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms64m", "-Xmx256m", "-Xss512k"),
    *("-XX:-UsePerfData", "-XX:ReservedCodeCacheSize=48m", "-Xshare:auto"),
)


@dataclass(frozen=True)
class Distribution:
    """The Java to run, and Kafka's jars and class data archive, which may be missing as yet."""

    java: str
    jars: Path
    archive: Path

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to fetch or to make."""
        return self.jars.exists() and self.archive.exists()

    def command(self, main: str, *arguments: str | Path, options: tuple[str, ...] = ()) -> list[str]:
        """The command line that runs one of Kafka's main classes."""
        # Sorted and in full: `lib/*` has no stable order, and an archive holds only for the same class path.
        class_path = ":".join(str(jar) for jar in sorted(self.jars.glob("*.jar")))
        archive = (f"-XX:SharedArchiveFile={self.archive}",) if self.archive.exists() else ()
        return [self.java, *JVM_FLAGS, *archive, *options, "-cp", class_path, main, *map(str, arguments)]


def locate() -> Distribution:
    """Where everything lies or will lie; raises ServerError with one line when Java is missing or too old."""
    java = _java()
    version = _java_version(java)
    cache = Path(os.environ.get("KAFKA_HOME_CACHE") or REPOSITORY / ".tools" / "kafka").absolute()
    jars = cache / f"lib-{_short_hash((FOLDER / 'pom.xml').read_text())}"
    return Distribution(java, jars, cache / f"{jars.name}-{_short_hash(version)}.jsa")


def fetch_jars(jars: Path) -> None:
    """Ask Maven for what pom.xml lists; raises ServerError with one line when it is missing or fails."""
    maven = shutil.which("mvn")
    if maven is None:
        raise ServerError("Apache Kafka comes from Maven Central: no `mvn` on the PATH (Debian: apt install maven)")
    with tempfile.TemporaryDirectory(dir=jars.parent) as scratch:
        # In a folder of its own, so that Maven leaves nothing beside our pom.
        shutil.copy(FOLDER / "pom.xml", scratch)
        fetched = Path(scratch) / "lib"
        goal = [maven, "-q", "-B", "dependency:copy-dependencies", "-DincludeScope=runtime"]
        result = subprocess.run(
            [*goal, f"-DoutputDirectory={fetched}"],
            cwd=scratch,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=MAVEN_TIMEOUT,
            check=False,
        )
        if result.returncode != 0:
            reason = next((line for line in result.stdout.splitlines() if "ERROR" in line), result.stderr.strip())
            raise ServerError(f"Maven could not fetch Apache Kafka: {reason}")
        fetched.rename(jars)


def _java() -> str:
    home = os.environ.get("JAVA_HOME")
    java = shutil.which("java", path=f"{home}/bin") if home else shutil.which("java")
    if java is None:
        where = "in JAVA_HOME" if home else "on the PATH (Debian: apt install openjdk-17-jre-headless)"
        raise ServerError(f"Apache Kafka needs Java {OLDEST_JAVA} or newer: no `java` {where}")
    return java


def _java_version(java: str) -> str:
    result = subprocess.run([java, "-version"], capture_output=True, text=True, check=False)
    found = re.search(r'version "(\d+)', result.stderr)
    if found is None or int(found[1]) < OLDEST_JAVA:
        line = next(iter(result.stderr.splitlines()), "nothing")
        raise ServerError(f"Apache Kafka needs Java {OLDEST_JAVA} or newer: {java} -version says {line}")
    return result.stderr


def _short_hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
