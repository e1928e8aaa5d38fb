"""Colleagues follow tickets that are not theirs, and those of others that are merged into them."""

from tests.chaos import helping
from tests.chaos.town import Town

ON_MERGED = 0.2  # share of those who begin to follow what is part of another ticket


async def watch(town: Town) -> None:
    """Somebody follows a ticket, perhaps one that is merged, perhaps not for the first time."""
    ticket = town.any_ticket()
    if town.merged and town.dice.random() < ON_MERGED:
        ticket = town.dice.choice(town.merged)
    if ticket is None or not town.staff:
        return
    staff = town.dice.choice(town.staff)
    answer = await town.write("ticketing", "PUT", f"/v1/tickets/{ticket}/watchers/{staff}", None, again=True)
    if answer.good:
        town.watched.append((ticket, staff))


async def watch_no_more(town: Town) -> None:
    """Somebody has seen enough."""
    if not town.watched:
        return
    ticket, staff = town.dice.choice(town.watched)
    answer = await town.write("ticketing", "DELETE", f"/v1/tickets/{ticket}/watchers/{staff}", None)
    if answer.good and (ticket, staff) in town.watched:
        town.watched.remove((ticket, staff))


async def tell_those_who_watch(town: Town) -> None:
    """Something happens on a ticket that somebody follows: words, or another status."""
    if not town.watched:
        return
    ticket, _ = town.dice.choice(town.watched)
    await town.dice.choice((helping.reply, helping.reply, helping.move))(town, ticket)
