"""Erasing and exporting the personal data of a contact.

A request leaves a mark for ever (`erased_contact`), at once: from then on nothing that comes about this person is
kept but ids. The deed follows when every transaction that began before the mark has ended, takes the data out of
the service's own tables (`Place`) and out of the copies that every service keeps, and is answered with
`contact.erased`.
"""
