import time, statistics
from datetime import timedelta
from shared.ids import uuid7
from shared.events.transaction import transaction
from shared.events.cause import Cause
from services.ticketing.sla import service
from tests.services.ticketing.sla.clocks import *
from tests.services.ticketing.sla.test_sweep import copied
import pytest

@pytest.mark.timeout(900)
async def test_bench(ticketing):
    at = ticketing.clock()
    cause = Cause("request/x","service/x", at)
    def subj():
        return service.Subject(uuid7(), uuid7(), None, uuid7(), "escalation","survey",(), "high","open",None,"default",at,cause)
    times=[]
    for _ in range(12):
        subs=[subj() for _ in range(50)]
        async with transaction(ticketing.database) as s:
            await s.connection()
            t=time.perf_counter()
            await service.start_clocks(s, subs)
            times.append(time.perf_counter()-t)
    print("start 50:", [round(x*1000,1) for x in times])
    import cProfile, pstats
    async with transaction(ticketing.database) as s:
        subs=[subj() for _ in range(50)]
        pr=cProfile.Profile(); pr.enable()
        await service.start_clocks(s, subs)
        pr.disable()
    pstats.Stats(pr).sort_stats("cumtime").print_stats(25)

@pytest.mark.timeout(900)
async def test_big(ticketing):
    ticketing.clock.stop_at(MONDAY)
    await a_policy(ticketing, target("first_reply", HOUR))
    for n in (1000, 300000):
        await a_ticket(ticketing)
        t=time.perf_counter()
        if n == 1000: await copied(ticketing, n)
        else:
            for _ in range(6): await ticketing.execute("""INSERT INTO sla_clock SELECT (jsonb_populate_record(sla_clock, jsonb_build_object('id', gen_random_uuid(), 'ticket_id', gen_random_uuid()))).* FROM sla_clock, generate_series(1,50) WHERE ticket_id IN (SELECT id FROM ticket)""")
        await ticketing.execute("ANALYZE")
        print("filled", n, time.perf_counter()-t)
        ts=[]
        for _ in range(20):
            t=time.perf_counter(); await ticketing.run_job("sla_due"); ts.append(time.perf_counter()-t)
        print("idle sweep", n, statistics.median(ts)*1000)
    ticketing.clock.advance(hours=2)
    await ticketing.execute("SELECT 1 FROM sla_clock c WHERE NOT EXISTS (SELECT FROM ticket t WHERE t.id = c.ticket_id) ")
    for _ in range(5):
        t=time.perf_counter(); n=await ticketing.run_job("sla_due"); print("full batch", n, (time.perf_counter()-t)*1000)
