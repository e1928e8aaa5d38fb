"""Waiting, in work that goes on until it is cancelled."""

import asyncio


async def pause(seconds: float) -> None:
    """Sleep so long; but end now if this task was cancelled and an error hid that.

    What fails while it gives way, as a session does whose connection breaks just then, raises in the cancellation's
    place, and whoever goes on after errors would never end.
    """
    task = asyncio.current_task()
    if task is not None and task.cancelling():
        raise asyncio.CancelledError
    await asyncio.sleep(seconds)
