"""What ticketing holds of recovery and complaints, for the walks over every route and list."""

from tests.fixtures.services import ServiceUnderTest

OWN = {
    "limit_id": "SELECT id FROM authority_limit",
    "plan_id": "SELECT id FROM response_plan",
    "compensation_id": "SELECT id FROM compensation",
    "complaint_id": "SELECT id FROM complaint",
    "step_id": "SELECT step ->> 'id' FROM recovery_case, jsonb_array_elements(plan -> 'steps') AS step",
}


async def fill(service: ServiceUnderTest, account_id: str) -> None:
    """A limit, a response plan, a case with its plan, a gift and a call, and complaints of which two are the same."""
    await service.post("/v1/authority-limits", {"role": "agent", "currency": "EUR", "amount_minor": 5_000})
    step = {"title": "Call", "due_after_business_hours": 4, "owner_role": "csm"}
    plan = {"failure_type": "late_delivery", "name": "Late", "text": "Call them", "steps": [step]}
    template = await service.post("/v1/response-plans", plan)
    case = f"/v1/recovery-cases/{(await service.get('/v1/recovery-cases'))['items'][0]['id']}"
    await service.post(f"{case}/plan-from-template", {"template_id": template["id"]})
    await service.post(f"{case}/compensations", {"kind": "refund", "amount_minor": 900, "currency": "EUR"})
    called = {"contacted_at": "2026-01-01T00:00:00Z", "channel": "phone", "outcome": "no_answer"}
    for _ in range(2):
        await service.post(f"{case}/contacts", called)
    for number in range(3):
        complaint = {"subject": f"Late {number}", "type": "complaint", "account_id": account_id}
        reason = {"contact_reason_id": account_id} if number else {}
        await service.post("/v1/tickets", {**complaint, **reason})
    for complaint in (await service.get("/v1/complaints", limit=2))["items"]:
        await service.post(f"/v1/complaints/{complaint['id']}/transitions", {"to": "acknowledged"})
