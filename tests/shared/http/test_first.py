import httpx
from shared.db.session import Database
from tests.shared.http.conftest import body, count


async def test_post(client: httpx.AsyncClient, database: Database) -> None:
    r = await client.post("/v1/things", json=body())
    print(r.status_code, r.headers, r.text)
    assert r.status_code == 201
    r = await client.get(r.headers["location"])
    print(r.status_code, r.headers, r.text)
    r = await client.get("/v1/things?limit=1")
    print(r.status_code, r.headers, r.text)
    r = await client.get("/openapi.json")
    import json

    print(json.dumps(r.json(), indent=1)[:6000])
    assert await count(database, "outbox") == 1
