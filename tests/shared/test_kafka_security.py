"""How the settings become a connection to a broker that asks who calls, and over TLS."""

import ssl
from pathlib import Path

import certifi
import pytest

from shared.ops import settings
from shared.ops.settings import ServiceSettings
from shared.worker.worker import kafka_of

GIVEN = {
    "DATABASE_URL": "postgresql://x/x",
    "SECRET_KEY": "s" * 32,
    "KAFKA_SECURITY_PROTOCOL": "SASL_SSL",
    "KAFKA_SASL_MECHANISM": "SCRAM-SHA-512",
    "KAFKA_SASL_USERNAME": "ticketing",
    "KAFKA_SASL_PASSWORD": "p",
}


@pytest.fixture(autouse=True)
def given(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in GIVEN.items():
        monkeypatch.setenv(name, value)


def test_brokers_are_trusted_whose_certificate_the_named_ones_signed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Path(certifi.where()).read_text()
    one = whole[whole.index("-----BEGIN") : whole.index("-----END") + len("-----END CERTIFICATE-----")]
    (tmp_path / "ca.crt").write_text(one + "\n")
    monkeypatch.setenv("KAFKA_CA_FILE", str(tmp_path / "ca.crt"))

    connection = kafka_of(settings.read(ServiceSettings)).connection

    context = connection["ssl_context"]
    assert (connection["sasl_mechanism"], connection["sasl_plain_username"]) == ("SCRAM-SHA-512", "ticketing")
    assert len(context.get_ca_certs()) == 1
    assert (context.check_hostname, context.verify_mode) == (True, ssl.CERT_REQUIRED)


def test_without_a_name_those_whom_the_machine_trusts() -> None:
    context = kafka_of(settings.read(ServiceSettings)).connection["ssl_context"]
    assert context.cert_store_stats() == ssl.create_default_context().cert_store_stats()
    assert context.verify_mode == ssl.CERT_REQUIRED
