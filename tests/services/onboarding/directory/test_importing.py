"""Accounts and contacts from elsewhere, found again by their external ids."""

from tests.fixtures.services import ServiceUnderTest
from tests.shared.features.bulk_jobs.working import CSV, JSON_LINES, exported, imported, rows_of

ACCOUNTS = (
    "name;external_ids.crm;external_ids.erp;tier;contract.mrr_minor;custom.region\r\n"
    "Acme;A-1;;gold;120000;north\r\nBeta;A-2;E-2;;;\r\nNo key;;;;;\r\n"
)
CONTACTS = (
    "name,email,account_external_ids.crm,external_ids.crm,roles,consent.email\n"
    'Ana,ana@acme.example,A-1,C-1,"champion,decision_maker",true\nBo,,A-9,C-2,,\nCy,,A-1,,,\n'
)


async def test_accounts_and_their_contacts_come_by_external_ids(onboarding: ServiceUnderTest) -> None:
    job = await imported(onboarding, "/v1/accounts/import", ACCOUNTS, CSV)
    assert (job["kind"], job["succeeded"], job["failed"]) == ("import_accounts", 2, 1)
    acme, _, keyless = await rows_of(onboarding, job)
    assert keyless["code"] == "key_needed"
    account = await onboarding.get(f"/v1/accounts/{acme['thing_id']}")
    assert (account["external_ids"], account["contract"]["mrr_minor"]) == ({"crm": "A-1"}, 120_000)
    assert account["custom"] == {"region": "north"}
    job = await imported(onboarding, "/v1/contacts/import", CONTACTS, CSV)
    ana, bo, cy = await rows_of(onboarding, job)
    contact = await onboarding.get(f"/v1/contacts/{ana['thing_id']}")
    assert (contact["account_id"], contact["roles"]) == (acme["thing_id"], ["champion", "decision_maker"])
    assert contact["consent"] == {"email": True}
    assert [(row["outcome"], row["code"]) for row in (bo, cy)] == [
        ("failed", "unknown_account"),
        ("failed", "key_needed"),
    ]
    causes = {fact.headers["ce_causationid"] for fact in await onboarding.told("contact.created.v1")}
    assert causes == {f"job/import_contacts/{job['id']}"}


async def test_a_second_run_skips_what_is_there_and_claims_nothing(onboarding: ServiceUnderTest) -> None:
    await imported(onboarding, "/v1/accounts/import", ACCOUNTS, CSV)
    told = len(await onboarding.told())
    again = await imported(onboarding, "/v1/accounts/import", ACCOUNTS.replace("A-1;;", "A-1;E-1;"), CSV)
    assert (again["skipped"], again["failed"]) == (2, 1)
    rows = await rows_of(onboarding, again, outcome="skipped")
    assert [row["code"] for row in rows] == ["source_conflict", "already_there"]
    assert len(await onboarding.told()) == told
    late = '{"name": "Late", "external_ids": {"erp": "E-1"}}'
    job = await imported(onboarding, "/v1/accounts/import", late, JSON_LINES)
    assert job["succeeded"] == 1, "the conflict left E-1 free"
    await imported(onboarding, "/v1/contacts/import", CONTACTS, CSV)
    again = await imported(onboarding, "/v1/contacts/import", CONTACTS, CSV)
    assert (again["skipped"], again["failed"]) == (1, 2)


async def test_what_an_export_writes_can_be_read_again(onboarding: ServiceUnderTest) -> None:
    await imported(onboarding, "/v1/accounts/import", ACCOUNTS, CSV)
    text = await exported(onboarding, "accounts", tier="gold")
    header, row, end = text.split("\r\n")
    assert header.startswith("id,name,external_ids,segment,tier")
    assert '"{""crm"":""A-1""}"' in row
    assert end == ""
    assert (await exported(onboarding, "contacts")).count("\r\n") == 1, "of none there is the header"
