"""When the steps of loop cases are due."""

from services.feedback.loop_cases import policy
from services.feedback.loop_cases.policy_schemas import LoopPolicyIn, LoopPolicyOut
from shared.http.dependencies import Answer, IfMatch, RequestCause, Session
from shared.http.routes import Router

router = Router(prefix="/v1/loop-policy", tags=["loop cases"], scope="feedback:loop-policy", about="")


@router.get("")
async def read_loop_policy(session: Session, answer: Answer) -> LoopPolicyOut:
    """When the steps of new loop cases are due."""
    return answer.item(LoopPolicyOut.of(await policy.current(session)))


@router.put("")
async def set_loop_policy(
    body: LoopPolicyIn, session: Session, cause: RequestCause, expected: IfMatch, answer: Answer
) -> LoopPolicyOut:
    """Say when the steps of loop cases are due that open from now on; those that are open keep their dues."""
    return answer.item(LoopPolicyOut.of(await policy.change(session, cause, body, expected)))
