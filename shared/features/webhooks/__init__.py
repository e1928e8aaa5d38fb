"""Facts sent to other systems over HTTP, for those that read neither Kafka nor the feed.

A follower goes over the outbox by position and queues each fact for the webhooks that want its type, in the
transaction that moves its position; a sender leases what is due, sends it and records the attempt. A delivery
holds no copy of the fact: what is sent is the outbox row, which never changes. It is sent at least once, always
under the fact's id.
"""
