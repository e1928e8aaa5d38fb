"""The story, told on a running stack over HTTP, as the people of four departments would.

Act one: an unhappy answer becomes a ticket, a plan, a call and a closed loop. Act two: the customer is asked
by mail how that went, twice, and then left in peace. Act three: a step is lost on purpose, and the ledger names it and
has it repaired.
"""

import signal
import threading
from types import FrameType

from deploy.local.stack import Stack
from deploy.local.story import act_one, act_three, act_two, traces
from deploy.local.story.book import Book, Unmet
from deploy.local.story.people import People


def tell(stack: Stack) -> bool:
    """Tell it, and print each step with its time and verdict; answers whether every one was met."""
    _leave_in_order_on_sigterm()
    book = Book()
    with People(stack) as people:
        try:
            book.title("Act one: an unhappy customer is won back")
            won_back = act_one.play(book, people)
            book.title("Act two: the customer is asked how that went")
            act_two.play(book, people, won_back)
            book.title("Act three: a step is lost on purpose")
            lost_trace_id = act_three.play(book, people, won_back)
            for name, trace_id in (
                ("the deal", won_back.deal_trace_id),
                ("the answer", won_back.answer_trace_id),
                ("the lost step", lost_trace_id),
            ):
                traces.show(book, people, name, trace_id)
        except Unmet:
            book.say("\nThe story ends here: a step was not met.")
            return False
    book.say(f"\nThe story is told: {book.met} steps, all met, in {book.seconds:.1f} s.")
    return True


def _leave_in_order_on_sigterm() -> None:
    """What act three broke is put back on the way out."""

    def leave(number: int, frame: FrameType | None) -> None:
        raise SystemExit(1)

    if threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, leave)
