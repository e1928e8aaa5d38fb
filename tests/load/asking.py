"""Stage: a wave that considers a whole directory, and a dry run over one.

The wave is decided by the product's own rounds, in a process of their own, whose largest memory is looked at: it must
not grow with the directory. Nine in ten contacts are asked, which costs more than refusing them: a decision, an
invitation and a fact each. Every other one was asked something before.
"""

import http.client
import json
import time
from uuid import UUID

from tests.load.figures import Figure
from tests.load.site import Site

STAGE = "asking"
SMALL, LARGE = 200_000, 400_000
LOOKED_AT = 50_000  # by the dry run
WAVE_SECONDS = 60.0  # that a wave over SMALL may take
DRY_RUN_SECONDS = 30.0
LINEAR = 2.2  # times as long for twice as many
CONSTANT = 1.1  # times the memory

PROGRAM = UUID("01935f2e-7c00-7000-8000-00000000000a")
WAVE = UUID("01935f2e-7c00-7000-8000-00000000000b")

CONTACTS = """
INSERT INTO account (account_id, name, tier, sequence)
SELECT md5('account' || n)::uuid, 'Customer ' || n, 'gold', 1 FROM generate_series(1, {number} / 8) AS n;
INSERT INTO contact (contact_id, account_id, name, email, timezone, roles, consent_email, since_at, sequence)
SELECT md5('contact' || n)::uuid, md5('account' || 1 + n % ({number} / 8))::uuid, 'Ana', 'ana-' || n || '@acme.example',
       (ARRAY['Europe/Stockholm', 'America/New_York', 'Asia/Tokyo'])[1 + n % 3], '{{champion}}',
       CASE WHEN n % 10 = 0 THEN false END, now() - interval '1 year', 1
FROM generate_series(1, {number}) AS n;
"""
ASKED_BEFORE = """
INSERT INTO send_decision (id, key, contact_id, at, verdict, reasons, probability)
SELECT md5('decision' || contact_id)::uuid, 'before/' || contact_id, contact_id, now() - interval '40 days', 'send',
       '[]', 1
FROM contact WHERE substr(contact_id::text, 1, 1) < '8';
INSERT INTO invitation (id, decision_id, program_id, survey_id, survey_version, survey_type, quarantine_class,
                        contact_id, trace_id, brand, channel, state, probability, not_before, reminded, reserved_at,
                        sent_at, expires_at, edit_window_seconds, created_at, updated_at)
SELECT md5('invitation' || contact_id)::uuid, md5('decision' || contact_id)::uuid, program.id, survey_id, 1, 'csat',
       'transactional', contact_id, contact_id, 'default', 'email', 'sent', 1, at, 0, at, at, at, 0, at, at
FROM send_decision JOIN program ON shipped = 'csat';
"""
ASKING = f"""
INSERT INTO program (id, name, survey_id, brand, state, trigger_kind, delay_seconds, timezone, quarantine_class,
                     audience, sampling_rate, channels, sending_window, reminders, expires_after_seconds,
                     edit_window_seconds, min_tenure_seconds, cadence_seconds, gap_seconds, account_cap,
                     trickle_seconds, frame_origins, created_at, updated_at)
SELECT '{PROGRAM}', 'Bench', survey_id, brand, 'active', 'wave', 0, timezone, quarantine_class, audience, 1, channels,
       sending_window, reminders, expires_after_seconds, edit_window_seconds, min_tenure_seconds, cadence_seconds,
       gap_seconds, account_cap, trickle_seconds, frame_origins, now(), now()
FROM program WHERE shipped = 'relationship_nps';
INSERT INTO wave (id, program_id, number, name, state, not_before, trickle_seconds, counts, trace_id, created_at,
                  updated_at)
VALUES ('{WAVE}', '{PROGRAM}', 1, 'Bench', 'planned', now(), 432000, '{{}}', '{WAVE}', now(), now());
"""
WEEKLY = f"""
UPDATE program SET trigger_kind = 'schedule', rrule = 'FREQ=WEEKLY', starts_at = now() WHERE id = '{PROGRAM}';
DELETE FROM wave;
"""
DECIDED = """
SELECT count(*) FILTER (WHERE verdict <> 'suppress'), count(*) FROM send_decision WHERE wave_id IS NOT NULL
"""


def measure(site: Site) -> list[Figure]:
    """Each once: a wave goes on for a minute. Raises AssertionError where it does not consider everybody once."""
    seconds, memory = {}, {}
    for number in (SMALL, LARGE):
        name = f"asking_{number}"
        url = _filled(site, name, number)
        said = site.generate("tests.load.deciding", url, seconds=10 * WAVE_SECONDS)
        asked, considered = map(int, site.rows(DECIDED, name)[0].split("|"))
        assert (asked, considered) == (number - number // 10, number), f"{asked} of {considered} were asked"
        seconds[number], memory[number] = said["seconds"], said["peak_mib"]
    looked = _dry_run(site)
    return [
        Figure(
            STAGE, f"a wave over {SMALL:,}, by what it may take", "s", "less", [seconds[SMALL]], [WAVE_SECONDS], 1.0
        ),
        Figure(STAGE, f"{LARGE:,}, by {SMALL:,}", "s", "less", [seconds[LARGE]], [seconds[SMALL]], LINEAR),
        Figure(STAGE, "its memory at most", "MiB", "less", [memory[LARGE]], [memory[SMALL]], CONSTANT),
        Figure(
            STAGE, f"a dry run over {LOOKED_AT:,}, by what it may take", "s", "less", [looked], [DRY_RUN_SECONDS], 1.0
        ),
    ]


def _filled(site: Site, name: str, number: int) -> str:
    """The DSN of a database with so many contacts, half of whom were asked before, and a wave that is due."""
    url = site.database("feedback", name)
    for statement in (CONTACTS.format(number=number), ASKED_BEFORE, ASKING, "ANALYZE", "CHECKPOINT"):
        site.postgres.execute(statement, database=name)
    return url


def _dry_run(site: Site) -> float:
    """How long a dry run of ninety days takes, thirteen waves of which the first asks and the others refuse."""
    url = _filled(site, "asking_dry", LOOKED_AT)
    site.postgres.execute(WEEKLY, database="asking_dry")
    site.admit("feedback", url)
    with site.service("feedback", "api", database_url=url) as api:
        line = http.client.HTTPConnection("127.0.0.1", api.port, timeout=10 * DRY_RUN_SECONDS)
        began = time.monotonic()
        headers = {"X-API-Key": site.key, "Content-Type": "application/json"}
        line.request("POST", f"/v1/programs/{PROGRAM}/dry-run", body="{}", headers=headers)
        answer = line.getresponse()
        body = answer.read()
        took = time.monotonic() - began
        line.close()
    assert answer.status == 200, f"dry run: {answer.status} {body[:500]!r}"
    said = json.loads(body)
    assert said["considered"] >= 12 * LOOKED_AT, f"{said['considered']} considerations were played through"
    assert said["asked"] >= LOOKED_AT - LOOKED_AT // 10, f"{said['asked']} would be asked"
    return took
