"""What no route gives its endpoint is refused when the route is made, not when it is asked."""

from typing import Annotated, Any

import pytest
from fastapi import Body, Cookie, Depends

from shared.http.routes import Router


async def _depends(one: Annotated[int, Depends(lambda: 1)]) -> None: ...


async def _takes_a_cookie(session_id: Annotated[str, Cookie()]) -> None: ...


async def _takes_two_bodies(one: Annotated[dict[str, Any], Body()], two: Annotated[dict[str, Any], Body()]) -> None: ...


@pytest.mark.parametrize("endpoint", [_depends, _takes_a_cookie, _takes_two_bodies])
def test_an_endpoint_that_asks_for_more_makes_no_route(endpoint: Any) -> None:
    router = Router(prefix="/v1/things", scope="toy:things")
    with pytest.raises(TypeError, match="which no route gives"):
        router.add_api_route("", endpoint, methods=["POST"])
