"""From a notification to a mail."""

from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from uuid import UUID

import pytest
from aiosmtplib.email import flatten_message
from hypothesis import given
from hypothesis import strategies as st

from shared.features.notification_templates.language import TemplateNotFilled
from shared.features.notification_templates.templates import (
    Rendered,
    Template,
    Templates,
    UnknownTemplate,
    Wording,
    one_line,
)
from shared.features.notifications import mail
from shared.features.notifications.addresses import mail_address

AT = datetime(2026, 11, 22, 10, 15, tzinfo=UTC)
IDENTITY = "<01935f2e-7c00-7000-8000-000000000006@desk.example>"
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=400)


def composed(subject: str = "Hello", text: str = "Hi", *, to: str = "mia@us.example") -> EmailMessage:
    return mail.compose(Rendered(subject, text), sender="Desk <desk@us.example>", to=to, identity=IDENTITY, at=AT)


def on_the_wire(message: EmailMessage) -> EmailMessage:
    read = message_from_bytes(flatten_message(message, utf8=False, cte_type="7bit"), policy=policy.default)
    assert isinstance(read, EmailMessage)
    return read


@pytest.mark.parametrize(
    ("given_address", "usable"),
    [
        ("mia@us.example", "mia@us.example"),
        (" mia@us.example ", "mia@us.example"),
        ("Mia.O'Neil+desk@US.Example", "Mia.O'Neil+desk@us.example"),
        ("mia@bücher.example", "mia@xn--bcher-kva.example"),
        ("müller@us.example", "müller@us.example"),
    ],
)
def test_reads_an_address_as_it_goes_on_the_wire(given_address: str, usable: str) -> None:
    assert mail.usable_address(given_address) == usable


@pytest.mark.parametrize(
    "address",
    [
        "mia",
        "@us.example",
        "mia@",
        "mia@us..example",
        "mia@-us.example",
        "mia smith@us.example",
        "mia@us.example\r\nBcc: all@us.example",
        "mia\r\nBcc:x@us.example",
        "mia,leo@us.example",
        "<mia@us.example>",
        "a@b@us.example",
        "mia\x00@us.example",
        "mia\u2028@us.example",
        ".mia@us.example",
        "m" * 65 + "@us.example",
        "mia@" + "u" * 64 + ".example",
    ],
)
def test_refuses_what_is_no_address(address: str) -> None:
    with pytest.raises(mail.UnusableAddress, match="invalid_address"):
        mail.usable_address(address)


@pytest.mark.parametrize("address", [None, ""])
def test_refuses_a_missing_address(address: str | None) -> None:
    with pytest.raises(mail.UnusableAddress, match="no_address"):
        mail.usable_address(address)


def test_lets_mail_go_to_allowed_domains_only() -> None:
    assert mail.usable_address("mia@US.example", {"us.example"}) == "mia@us.example"
    assert mail.usable_address("mia@xn--bcher-kva.example", {"bücher.example"})
    for outside in ("mia@them.example", "mia@sub.us.example", "us.example@them.example"):
        with pytest.raises(mail.UnusableAddress, match="domain_not_allowed"):
            mail.usable_address(outside, {"us.example"})


@pytest.mark.parametrize(
    ("given_address", "kept"),
    [
        ("mailto:mia@us.example", "mia@us.example"),
        ("MAILTO:mia@us.example?subject=x", "mia@us.example"),
        ("mailto:mia%2Bdesk@us.example", "mia+desk@us.example"),
        ("mia@us.example", "mia@us.example"),
        (None, None),
    ],
)
def test_takes_mailto_away(given_address: str | None, kept: str | None) -> None:
    assert mail_address(given_address) == kept


@given(subject=ANY_TEXT, text=ANY_TEXT)
def test_no_text_adds_a_header_or_a_recipient(subject: str, text: str) -> None:
    read = on_the_wire(composed(subject, f"{text}\n"))

    assert read.keys() == composed().keys()
    assert read["To"] == "mia@us.example"
    assert not read.defects


@given(subject=ANY_TEXT)
def test_a_subject_arrives_as_one_line_in_any_script(subject: str) -> None:
    # Folding may move white space about; nothing else may change.
    assert "".join(str(on_the_wire(composed(subject))["Subject"]).split()) == "".join(one_line(subject).split())


@given(address=st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_an_address_is_refused_or_fits_into_its_header(address: str) -> None:
    try:
        usable = mail.usable_address(f"{address}@us.example")
    except mail.UnusableAddress:
        return
    message = composed(to=usable)
    assert str(message["To"].addresses[0].addr_spec) == usable
    assert message.keys() == composed().keys()


def test_attempts_share_a_message_id() -> None:
    notification_id = UUID("01935f2e-7c00-7000-8000-000000000006")
    assert mail.message_id(notification_id, "desk.example") == IDENTITY
    assert composed()["Message-ID"] == IDENTITY


@pytest.mark.parametrize(
    ("public_base_url", "mail_from", "host"),
    [
        ("https://desk.example:8443/x", "a@b.example", "desk.example"),
        (None, "Desk <a@b.example>", "b.example"),
        (None, "serviceops@localhost", "localhost"),
        (None, "nobody", "localhost"),
    ],
)
def test_message_ids_name_the_public_host(public_base_url: str | None, mail_from: str, host: str) -> None:
    assert mail.host_of(public_base_url, mail_from) == host


def opened(subject: str, text: str, **others: Wording) -> Template:
    return Template("opened", "A test.", {"score": 3}, {"en": Wording(subject, text), **others})


def test_fills_a_template_in() -> None:
    templates = Templates([opened("NPS {{ score }}", "For {{ account }}: {{ comment }}")])
    rendered = templates.render("opened", "nb", {"score": 3, "account": None, "comment": "{{ x }} {0} %s"}, {})
    assert rendered == Rendered("NPS 3", "For –: {{ x }} {0} %s")


def test_prefers_the_locale_that_is_asked_for() -> None:
    templates = Templates([opened("Hello", "", no=Wording("Hei", ""))])
    assert templates.render("opened", "nb-NO", {}, {}).subject == "Hei"
    assert templates.render("opened", "sr", {}, {}).subject == "Hello"


def test_names_what_a_template_lacks() -> None:
    templates = Templates([opened("NPS {{ score }}", "")])
    with pytest.raises(TemplateNotFilled, match="score"):
        templates.render("opened", "en", {}, {})
    with pytest.raises(UnknownTemplate):
        templates.render("closed", "en", {}, {})


def test_refuses_a_template_twice() -> None:
    with pytest.raises(ValueError, match="twice"):
        Templates([opened("", ""), opened("", "")])
